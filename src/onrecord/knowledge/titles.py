# ruff: noqa: E501, ISC004 -- patterns are read more easily whole
"""Reading an office's English title: one table of patterns a kind of office, asked from the special to the general.

Each function takes a title as `plain` writes it and the country (ISO 3166-1 alpha-3), and gives a role or "".
"""

import re

from onrecord.knowledge.countries import find_country_form
from onrecord.knowledge.names import fold

_ACTING = re.compile(
    r"^(?:acting|interim|caretaker|transition(?:al)?|provisional|outgoing) |(?: ad interim| designate)\b"
)
_CHAIR = (
    r"(?:chair(?:man|woman|person)?|president|head|director(?: general)?|chief|secretary|governor|leader)"
)
_CHAMBER = (
    r"(?:senate|parliament|(?:federal |national |supreme |legislative |peoples )*assembly|chamber of|congress of deputies|house of|"
    r"legislat\w*|state duma|federation council|verkhovna rada|council of states|sejm|riksdag|folketing|storting|bundestag|bundesrat|"
    r"national council|(?:peoples congress )?standing committee|(?:national )?peoples congress|majlis|knesset|hellenic parliament|states general|eduskunta|"
    r"saeima|seimas|riigikogu|great peoples? khural|supreme council|jogorku|mazhilis|milli|shura|islamic consultative|althing|"
    r"legislative yuan|european parliament|nationalrat|congress of the republic|council of the (?:republic|nation)|peoples representative|dewan|council of the federation)"
)
_SERVICE = (
    r"(?:intelligence|security services?|secret service|mossad|shin bet|cia|central intelligence agency|state security|internal security|"
    r"mi5|mi6|gchq|kgb|fsb|svr|sbu|csis|isi|dgse|dgsi|general security)"
)
_FORCES = (
    r"(?:armed forces|defen[cs]e forces?|self defen[cs]e forces?|army|ground forces|navy|naval|air force|air staff|military|marine corps|"
    r"central command|african command|european command|space force|revolutionary guards?|quds force|general staff|joint staff|joint chiefs)"
)

_SPECIFIC = (
    (r"\bfirst (?:lady|gentleman)\b|\bspouse\b|^(?:wife|husband) of\b", "first_lady"),
    (r"\bdeputy national security advis|\badvis[eo]r to\b(?!.*\bnational security)", "other"),
    (r"\bnational security advis[eo]r\b|\bsecretary of (?:the )?(?:national |supreme )*(?:defen[cs]e and )?security (?:and defen[cs]e )?council\b"
     r"|\bsecretary of the supreme national security\b", "security_adviser"),
    (r"\bspokes(?:person|man|woman)\b|\bwhite house press secretary\b|^(?:presidential )?press secretary\b", "spokesperson"),
    (r"\b(?:ambassador|representative)\b.* (?:to|at) the (?:united nations|un)(?:,? (?:in )?new york)?$|\bun ambassador\b"
     r"|\bambassador to the united nations$|^permanent representative\b.* united nations$", "ambassador_un"),
    (r"\bambassador\b|\bhigh commissioner (?:to|in)\b|\bpermanent representative\b|\bhead of mission\b|\bcharge daffaires\b|\bconsul\b"
     r"|\bapostolic nuncio\b", "ambassador"),
    (r"\benvoy\b|\bspecial (?:presidential )?representative\b|\bspecial coordinator\b", "envoy"),
    # Banks, courts, armies, services
    (r"\b(?:deputy|vice)\b.*\b(?:bank|reserve)\b", "other"),
    (rf"\b{_CHAIR}\b.*\b(?:(?:central|national|reserve|peoples|state|hungarian national) bank\b(?! for )|federal reserve|monetary authority|bundesbank)"
     r"|^governor of (?:the )?(?:banco|bank|magyar|nepal rastra|bangko|norges bank|riksbank|sveriges)\b|^governor of bank\b|^governor of the swedish national bank",
     "central_banker"),
    (r"^ministers? (?:of|for) (?:the )?(?:intelligence|state security)\b", "intelligence_chief"),
    (rf"\b(?:deputy|vice|assistant)\b.*\b{_SERVICE}\b|\bintelligence\b.*\bcommittee\b", "other"),
    (rf"^(?!minister)(?:.* )?(?:{_CHAIR}|commander|coordinator)\b.*\b{_SERVICE}\b|\bmossad (?:chief|director)\b", "intelligence_chief"),
    (r"^minister .*\bpolice\b", "minister"),
    (r"\b(?:deputy|assistant)\b.*\bpolice\b", "other"),
    (r"\bpolice\b.*\b(?:chief|commissioner|commander|director|head|general)\b|\b(?:chief|commissioner|commander|director|inspector general|"
     r"head)\b.*\b(?:police|gendarmerie|carabinieri|fbi|federal bureau of investigation|scotland yard)\b", "police_chief"),
    (r"\bchief of staff (?:to|of) the (?:president|prime|vice|white)|\b(?:white house|downing street|presidential|cabinet|prime ministers?|"
     r"presidents?|chancellery|political)\b.*\bchief of staff\b|^chief of (?:the )?cabinet\b|^chief of staff$", "other"),
    (rf"\b(?:deputy|vice|assistant)\b.*\b(?:chief|commander)\b.*\b{_FORCES}\b|\bvice chief\b|\bdeputy chief of (?:the )?(?:general|defen)", "other"),
    (rf"\bchiefs? of (?:the )?(?:\w+ )*staff\b|\bchief of (?:the )?(?:defen[cs]e|naval operations|{_FORCES})\b|\bcommander in chief\b"
     rf"|\bsupreme (?:allied )?commander\b|\b(?:commander|chief|commandant|{_CHAIR})\b (?:general )?(?:of )?(?:the )?(?:\w+ )*{_FORCES}\b|\bdefen[cs]e chief\b",
     "military_chief"),
    (r"^(?:chief justice|associate justice|justice of|supreme court justice|judge|magistrate)\b|\bsupreme court (?:justice|judge)\b"
     r"|\b(?:lord )?chief justice\b|^(?:first |vice |deputy )*(?:president|chair\w*|member|judge) of the (?:\w+ )*(?:court|tribunal|constitutional council)\b",
     "judge"),
    # Parliaments
    (rf"\b(?:deputy|vice|first vice|second|pro tempore)[ -]*(?:speaker|(?:president|chair\w*) of (?:the )?(?:\w+ )?{_CHAMBER})"
     r"|^president pro tempore|\bleader of (?:the )?(?:government business|house|senate|majority|minority|commons|government in)\b"
     r"|\b(?:majority|minority) (?:leader|whip)\b|^representative of the government in\b", "legislator"),
    (rf"\bspeaker\b|\bmarshal of the (?:sejm|senate)\b|^{_CHAIR} of (?:the )?(?:\w+ ){{0,2}}{_CHAMBER}\b(?!.*\bcommittee\b(?<!standing committee))"
     r"|\bceann comhairle\b|\bcathaoirleach\b", "speaker"),
    (rf"^(?:(?:substitute|elected|associate) )?(?:member|representative|deputy member|observer)\b.* {_CHAMBER}\b|\bsenator\b|"
     r"^united states representative\b|\bpeoples deputy\b|\bfederal deputy\b|\bteachta dala\b|\bknesset member\b|\bcongress(?:man|woman)\b"
     r"|^(?:deputy|mp|msp|mep|representative|lawmaker)$|^member of (?:the )?(?:\w+ )*(?:parliament|sabha|congress|cortes|council of states|storting)\b|^deputy of (?:saeima|the)\b", "legislator"),
    # Deputies before their principals
    (r"\bvice[ -]president(?: of (?:the )?(?:republic|state|country))?$|\b(?:deputy|vice|first vice|second vice|executive vice) (?:head of (?:the )?state|president)\b"
     r"(?! of (?:the )?(?:\w+ )*(?:council|government|cabinet|commission|party|union|bank|generalitat|region|community|junta|court|supreme))|\bvice[ -]chair\w* of the (?:presidential|sovereign\w*|state affairs)\b",
     "vice_head_of_state"),
    (r"\b(?:deputy|vice|alternate|first vice|first deputy|second deputy|third deputy)[ -]*(?:prime minister|premier|(?:federal )?chancellor|chair\w* of (?:the )?(?:council of ministers|"
     r"cabinet|government)|head of (?:the )?government|president of the (?:council|government)|minister president|taoiseach|chief executive)\b|\btanaiste\b",
     "deputy_head_of_government"),
    (r"\bdeputy (?:director|secretary general|general secretary|chair\w*|head|leader|governor|mayor|commander|commissioner|representative|attorney|prosecutor)\b"
     r"|\bvice (?:governor|mayor|chair\w*|president)\b|\blieutenant governor\b", "other"),
    (r"\b(?:deputy|vice|assistant|junior|associate) (?:\w+ )?(?:minister|secretary|treasurer)\b|\bparliamentary (?:under )?secretary\b|\bunder ?secretary\b|\bstate secretary\b"
     r"|\bministers? of state\b|\bstate ministers?\b|\bminister delegate\b|\bdelegate minister\b|\b(?:economic|exchequer|chief|financial|parliamentary) secretary to the treasury\b|\bwhip\b"
     r"|\blords? (?:commissioner|in waiting)\b|\bcabinet secretary to\b|\bsecretary to the treasury\b|\bto the (?:minister|prime minister)\b|\bministers? assisting\b", "deputy_minister"),
    (r"\bshadow\b|\bleader of (?:her |his |the )?(?:majestys )?(?:\w+ )?opposition\b|\bopposition leader\b", "opposition_leader"),
    (r"\bsolicitor general\b|\bprosecutor\b|\bprocurator\b|\battorney general (?:of|for) (?:victoria|new south wales|queensland)", "other"),
)  # fmt: skip
_SPECIFIC_RULES = tuple((re.compile(pattern), role) for pattern, role in _SPECIFIC)

_LOCAL = {
    "USA": (
        (r"\b(?:deputy|assistant|under|undersecretary|to the|united nations|ambassador|press|justice|member)\b", ""),
        (r"^(?:secretary of state|attorney general|treasurer|secretary) (?:of|for) (?!the united states)(?:new |north |south |west |rhode )?"
         r"(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|"
         r"iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|"
         r"hampshire|jersey|mexico|york|carolina|dakota|ohio|oklahoma|oregon|pennsylvania|island|tennessee|texas|utah|vermont|virginia|"
         r"washington|wisconsin|wyoming|puerto rico|american samoa)\b", "other"),
        (r"\bsecretary of state\b", "foreign_minister"),
        (r"\bsecretary of the treasury\b|\btreasury secretary\b", "finance_minister"),
        (r"\bsecretary of homeland security\b|\bhomeland security secretary\b", "interior_minister"),
        (r"\battorney general\b", "justice_minister"),
        (r"\bsecretary of (?:the )?(?:army|navy|air force)\b", "deputy_minister"),
        (r"\bsecretary of (?:defen[cs]e|war)\b|\bdefen[cs]e secretary\b|\bsecretary of war\b", "defence_minister"),
        (r"\bsecretary of (?!the senate)\w+", "minister"),
    ),
    "GBR": (
        (r"\blord president\b|\bchief secretary\b|\bfirst lord of the treasury\b|\bfirst secretary of state\b", "minister"),
        (r"\blord (?:high )?chancellor\b", "justice_minister"),
        (r"\bchancellor of the exchequer\b", "finance_minister"),
        (r"\bchancellor of the duchy\b", "minister"),
        (r"^first minister\b", "governor"),
    ),
    "AUS": ((r"^minister for finance\b", "minister"), (r"^treasurer(?: of australia)?$", "finance_minister"), (r"^treasurer of|^premier of", "governor"),
            (r"^attorney general (?:for|of) australia", "justice_minister")),
    "IND": ((r"^foreign secretary\b|^(?:home|defence|finance) secretary\b", "deputy_minister"),),
    "NLD": ((r"^secretary (?:of|for)\b", "deputy_minister"),),
    "CAN": ((r"\bqueens privy council\b", "minister"),),
    "IRN": ((r"^president(?: of iran)?$", "head_of_government"), (r"^supreme leader\b", "head_of_state"), (r"^head of the office\b", "other")),
    "CHE": ((r"^member of the (?:swiss )?federal council\b|^federal councill?or\b", "minister"),),
    "AUT": ((r"^president of the federal council\b", "speaker"),),
    "DEU": ((r"^president of the (?:federal council|bundesrat)\b", "speaker"),),
    "FIN": ((r"^minister of the ministry of\b", "minister"),),
    "HKG": ((r"^chief executive\b", "head_of_government"), (r"^chief secretary\b", "deputy_head_of_government")),
    "MAC": ((r"^chief executive\b", "head_of_government"),),
    "ARE": ((r"^(?:ruler|emir) of\b", "governor"),),
    "VAT": ((r"^(?:cardinal )?secretary of state\b", "head_of_government"), (r"^secretary for relations\b", "foreign_minister")),
    "PRK": ((r"^chair\w* of the state affairs commission\b|^supreme leader\b|^president of the state affairs", "head_of_state"),),
    "TWN": ((r"^(?:premier|president of the executive yuan)\b", "head_of_government"),),
    "CHN": ((r"^premier\b", "head_of_government"),),
    "MMR": ((r"^state counsell?or\b", "head_of_government"), (r"^chair\w* of the state administration council\b", "head_of_state")),
    "LBY": ((r"^chair\w* of the presidential council\b", "head_of_state"),),
}  # fmt: skip
_LOCAL_RULES = {iso3: tuple((re.compile(p), role) for p, role in table) for iso3, table in _LOCAL.items()}

_OFFICE_OF = re.compile(
    r"\b(?:of|to|in|under|at|for) the (?:office of the )?(?:prime minister|president|presidency)s?\b|\b(?:prime ministers|presidents) (?:office|department)\b"
    r"|\bministers? (?:for|of|in the) presidential\b|\bpresidential (?:affairs|administration|office|staff|chief|representative|plenipotentiary)\b"
)
_CHANCELLOR = re.compile(
    r"^(?:federal )?chancellor(?: of (?:germany|austria|the (?:federal republic|republic)).*)?$"
)
_REGION = re.compile(
    r"^(?:\w+ )?(?:governor|chief minister|prefect|akim|hakim|voivode|hetman)\b|^premier of\b|\blandeshauptmann\b|\blehendakari\b|^minister president of\b"
    r"|^(?:regional )?president of the (?:region|regional|generalitat|junta|community|valencian|basque|government of|autonomous|province|xunta|sakha)"
    r"|^head of (?:the )?(?:chechen|republic of|chechnya|dagestan|\w+ republic|\w+ oblast)|^head of \w+$|^first minister\b"
    r"|\bchair\w* of the .*\b(?:oblast|regional|province|provincial|city|district)\b|\bparty secretary\b"
    r"|\b(?:prime minister|president|premier) of (?:the )?(?:republika srpska|iraqi kurdistan|kurdistan region|azad kashmir|zanzibar|"
    r"(?:autonomous )?republic of (?:karakalpakstan|crimea)|crimea|adjara|catalonia|scotland|puntland|gagauzia|the federation of bosnia.*|wales|quebec|ontario)\b"
)
_GOVERNMENT = re.compile(
    r"^(?:minister of (?:state|foreign affairs) and )?(?:prime ministers?|premier|taoiseach|chief of (?:the )?government|head of (?:the |transitional |interim )*government(?! office| of the autonomous city)|minister president|first minister|minister of state and head of government)\b"
    r"|^(?:chair\w*|president) of (?:the )?(?:federal )?(?:council of ministers|cabinet of ministers|government|executive council)\b(?!.*\b(?:office|karakalpakstan))|^president of the council$"
    r"|\bprime minister$|^(?:sultan|king|crown prince|emir|deputy) and prime minister\b"
)
_STATE = re.compile(
    r"^(?:king|queen|sultan|emir|amir|emperor|pope|monarch|head of state|federal president|state president|captain regent|"
    r"yang di pertuan agong|co prince|(?:sovereign )?prince of (?:monaco|liechtenstein)|grand duke|sovereign|o le ao o le malo|sheikh|druk gyalpo)\b"
    r"|^(?:chair\w*|president|head) of (?:the )?(?:tripartite )?(?:presidency|presidential (?:leadership )?council|(?:transitional )?sovereign(?:ty)? council|state affairs commission|"
    r"transitional military council|(?:national )?transition(?:al)? council|supreme military council|national council for the safeguard\w*)\b|\bmember of the presidency\b"
)
_ROYAL = re.compile(r"\b(?:crown|mother|consort|dowager|heir)\b|^(?:prince|princess|duke|duchess)\b")
_REPUBLIC = re.compile(
    r"\b(?:of|the|republic|federal|islamic|arab|democratic|socialist|transitional|peoples|federative|plurinational|bolivarian|united|state|nation|"
    r"confederation|federation|country|commonwealth|cooperative|kingdom|and|union|interim)\b"
)

_MINISTER = re.compile(
    r"\b(?:minister|ministers|secretary|secretaries|state councill?or|head of (?:the )?(?:ministry|department))\b"
)
_NO_MINISTER = re.compile(
    r"\b(?:secretary general|general secretary|permanent secretary|private secretary|first secretary|executive secretary|party|committee|commission)\b"
)
_MINISTRIES = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (r"\bforeign (?:and|affairs?|ministers?|minister|secretary|relations|policy|european|commonwealth)|\bexternal (?:affairs|relations)\b"
         r"|\binternational relations\b|\bexterior\b|^foreign\b|\b(?:europe|european) and foreign\b", "foreign_minister"),
        (r"\bdefen[cs]e\b|\bministers? of war\b|\barmed forces\b", "defence_minister"),
        (r"\bfinances?\b|\btreasury\b|\btreasurer\b|\bpublic credit\b|\bhacienda\b", "finance_minister"),
        (r"\binterior\b|\binternal affairs\b|\bhome affairs\b|\bhome secretary\b|\bhome department\b|\binternal security\b|\bhome minister\b|\bminister of home\b", "interior_minister"),
        (r"\bjustice\b", "justice_minister"),
    )
)  # fmt: skip
_NOT_CORE = re.compile(
    r"\bveterans\b|\bforeign (?:trade|economic|employment|debt|investment)\b|\bspecial minister\b|\bfor missing\b|\bassisting\b|\bnon resident\b"
    r"|\bdefen[cs]e (?:industr|production|procurement|science|personnel|people|materiel|equipment|technology|readiness)\w*|\bmilitary production\b|\bcivil defen[cs]e\b"
    r"|\b(?:social|transitional|environmental|youth|criminal) justice\b|\bjustice reform\b|\bfinancial\b|\bclimate\b|\bexpatriate\w* affairs$"
    r"|\bin the (?:ministry|department)\b|\bparliamentary\b|\brural\b|\bconsumer\b|\bin charge of\b|\bculture\b"
    # Second ministers of a ministry, whose first is the minister.
    r"|^second\b|\bsecond minister\b|\bsecond$|\bminister ii\b|\bii$|\bministers? at the ministry of\b"
)

_LEADERS = (
    (re.compile(r"\bsupreme leader\b|\bde facto (?:leader|ruler)\b"), "ruler"),
    (re.compile(r"\bgeneral secretary\b.*\b(?:communist|workers|party|central committee)\b|\b(?:leader|chair\w*|president|co chair\w*|head|first secretary|secretary) of "
                r"(?:the )?(?:.* )?(?:party|likud|fianna fail|fine gael|fidesz|kuomintang|cdu|spd|social democrats|liberal democrats|conservatives|liberals|greens|republicans|national rally|politburo)\b"
                r"|\bparty (?:leader|chair\w*|president)\b|\bchair\w* of the kuomintang\b", re.ASCII), "party_leader"),
    (_ROYAL, "royal"),
    (re.compile(r"\b(?:archbishop|patriarch|grand mufti|chief rabbi|ayatollah|dalai lama|imam|cardinal|bishop|mufti|catholicos)\b"), "religious_leader"),
    (re.compile(r"\bmayor\b"), "mayor"),
)  # fmt: skip
_CHIEF = re.compile(
    r"\b(?:director|secretary general|general secretary|chair\w*|president|chief executive|ceo|head of|high representative|high commissioner|"
    r"administrator|commissioner general|managing director|leader|executive secretary|executive director|commander|founder|rector)\b"
)
_NO_CHIEF = re.compile(
    r"\bmember of\b|\badvis[eo]r\b|\bassistant\b|\bdeputy\b|\bvice\b|\boffice of the\b|\bcouncill?or\b"
)


def plain(title: str) -> str:
    """A title as the tables have it: folded, without commas, brackets and words such as "acting"."""
    text = " ".join(re.sub(r"[,()/;]", " ", fold(title)).split())
    return _ACTING.sub("", text).strip()


def local(text: str, country: str) -> str:
    """Titles that mean something else in one country: the Secretary of State, the Treasurer."""
    return next((role for rule, role in _LOCAL_RULES.get(country, ()) if rule.search(text)), "")


def specific(text: str, country: str) -> str:
    """Envoys, bankers, judges, soldiers, members of parliaments, and all who are only deputies."""
    del country
    return next((role for rule, role in _SPECIFIC_RULES if rule.search(text)), "")


def head(text: str, country: str) -> str:  # noqa: PLR0911  # one return a kind of head
    """Heads of a state, a government or a region."""
    if _STATE.search(text) and "presidency" in text:
        return "head_of_state"
    if _OFFICE_OF.search(text):
        return ""
    if text.startswith(("governor general", "administrator of the government")):
        return "vice_head_of_state"
    if _CHANCELLOR.match(text) and country in {"DEU", "AUT", ""}:
        return "head_of_government"
    if _REGION.search(text):
        return "governor"
    if _GOVERNMENT.search(text):
        return "head_of_government"
    if _STATE.search(text) and not re.search(r"\b(?:mother|consort|dowager)\b", text):
        return "head_of_state"
    return "head_of_state" if text.startswith("president") and _of_a_state(text) else ""


def _of_a_state(text: str) -> bool:
    """Whether what a president is "of" is a state: nothing, "the Republic", "the French Republic", "Chile"."""
    rest = re.sub(r"^president(?: of)?(?: the)? ?", "", text)
    if not rest or find_country_form(_printed(rest)) or find_country_form(_printed(rest).replace(" ", "-")):
        return True
    # What is left without "republic" and the like: a country, its adjective, or nothing.
    bare = " ".join(_REPUBLIC.sub(" ", rest).split())
    return bare != rest and (not bare or find_country_form(_printed(bare)) is not None or bare in _REPUBLICS)


_REPUBLICS = frozenset(
    {"hellenic", "slovak", "swiss", "argentine", "dominican", "kyrgyz", "lao", "syrian", "eritrea"}
)


def _printed(text: str) -> str:
    small = {"of", "and", "the"}
    return " ".join(word if word in small else word.capitalize() for word in text.split())


def minister(text: str, country: str) -> str:
    """A minister's role. A Secretary of State is one in London, and a deputy in most other capitals."""
    if re.search(r"\bsecretary of state\b", text) and country not in {"USA", "GBR", "PHL", "MEX", "VAT"}:
        return "deputy_minister"
    if not _MINISTER.search(text) or _NO_MINISTER.search(text):
        return "minister" if re.fullmatch(r"(?:attorney general|treasurer)(?: (?:of|for) .*)?", text) else ""
    if not _NOT_CORE.search(text):
        found = [(match.start(), role) for rule, role in _MINISTRIES if (match := rule.search(text))]
        if found:
            return min(found)[1]
    return "minister" if re.search(r"\bministers?\b|\bsecretary (?:of|for)\b|\bsecretary$", text) else ""


def leader(text: str, country: str) -> str:
    """Leaders of parties, churches, cities and bodies."""
    del country
    for rule, role in _LEADERS:
        if rule.search(text):
            return role
    return "chief" if _CHIEF.search(text) and not _NO_CHIEF.search(text) else ""
