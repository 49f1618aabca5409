-- One schema for the packaged files and for a user's own.
-- Days are numbers, YYYYMMDD with zeros where month or day are not known; null or 0 is unknown or open.
-- entity.key is the Wikidata number (Q7747 is 7747); entities without one count from 2^32.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (key INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,        -- 0 person, 1 organisation
  name TEXT NOT NULL,
  gender TEXT,                  -- f, m
  country TEXT,                 -- ISO 3166-1 alpha-3, or PLOVER's non-states
  born INTEGER, died INTEGER,
  sectors TEXT,                 -- PLOVER, the chief one first, joined by |
  weight INTEGER NOT NULL,      -- how much in the news: the first of several of one name
  description TEXT,
  source INTEGER NOT NULL
);
CREATE TABLE alias (entity INTEGER, text TEXT, PRIMARY KEY (entity, text)) WITHOUT ROWID;
-- names.name_key of each name and alias; of each surname of those in the news.
CREATE TABLE name (hash INTEGER, entity INTEGER, PRIMARY KEY (hash, entity)) WITHOUT ROWID;
CREATE TABLE surname (hash INTEGER, entity INTEGER, PRIMARY KEY (hash, entity)) WITHOUT ROWID;
CREATE TABLE office (
  key INTEGER PRIMARY KEY,      -- 2^20 and more: seats in parliaments, which are not asked for their holders
  title TEXT NOT NULL, role TEXT NOT NULL, country TEXT NOT NULL, body TEXT, sectors TEXT,
  also TEXT                     -- the role that its holder fills too where nobody else does
);
CREATE TABLE holding (
  entity INTEGER, office INTEGER, since INTEGER NOT NULL, until INTEGER, known_until INTEGER,
  source INTEGER NOT NULL,
  PRIMARY KEY (entity, office, since)
) WITHOUT ROWID;
CREATE INDEX holding_office ON holding (office) WHERE office < 1048576;
CREATE INDEX office_role ON office (country, role) WHERE key < 1048576;
CREATE TABLE metonym (
  name TEXT, country TEXT, sector TEXT, institution TEXT, since INTEGER, until INTEGER, strong INTEGER NOT NULL,
  source INTEGER NOT NULL
);
CREATE INDEX metonym_name ON metonym (name);
