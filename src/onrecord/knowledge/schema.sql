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
-- Folded names of countries in other languages.
CREATE TABLE country_name (name TEXT PRIMARY KEY, country TEXT NOT NULL) WITHOUT ROWID;

-- Places: key is the GeoNames id. Degrees are hundredths. kind: 0 city, 1 capital, 2 and 3 first-level regions
-- (2 those that English prints by themselves, as Texas; 3 the others).
CREATE TABLE place (
  key INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, region INTEGER, lat INTEGER, lon INTEGER,
  population INTEGER, kind INTEGER NOT NULL
);
CREATE TABLE region (key INTEGER PRIMARY KEY, country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL);
-- names.place_key of each name; alias is 1 where the place has another name.
CREATE TABLE place_name (hash INTEGER, place INTEGER, alias INTEGER NOT NULL, PRIMARY KEY (hash, place)) WITHOUT ROWID;
-- Places of 3,000 people and more that have no id here, and are called what they are asked by.
CREATE TABLE small_place (
  hash INTEGER, region INTEGER, lat INTEGER, lon INTEGER, population INTEGER, PRIMARY KEY (hash, region, lat, lon)
) WITHOUT ROWID;
