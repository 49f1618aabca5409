"""Roles: what an office is, whatever its title says and in whichever country."""

import re
from functools import lru_cache

from onrecord.knowledge.countries import find_country
from onrecord.knowledge.names import fold

EXCLUSIVE = frozenset({
    "head_of_state", "head_of_government", "ruler", "foreign_minister", "defence_minister", "finance_minister",
    "interior_minister", "justice_minister", "ambassador_un", "speaker", "central_banker",
})  # fmt: skip
"""One holder at a time in a country. So is `chief`, in one body."""

SECTORS = {
    "head_of_state": "GOV", "head_of_government": "GOV", "ruler": "GOV", "vice_head_of_state": "GOV",
    "deputy_head_of_government": "GOV", "foreign_minister": "GOV", "defence_minister": "GOV|MIL",
    "finance_minister": "GOV", "interior_minister": "GOV", "justice_minister": "GOV", "minister": "GOV",
    "deputy_minister": "GOV", "speaker": "LEG", "legislator": "LEG", "judge": "JUD", "central_banker": "GOV",
    "military_chief": "MIL", "intelligence_chief": "SPY", "police_chief": "COP", "ambassador": "GOV",
    "ambassador_un": "GOV", "envoy": "GOV", "spokesperson": "GOV", "security_adviser": "GOV",
    "party_leader": "PTY", "opposition_leader": "OPP", "governor": "GOV", "mayor": "GOV", "chief": "",
    "monarch": "GOV", "royal": "GOV", "first_lady": "GOV", "religious_leader": "REL", "other": "",
}  # fmt: skip
"""Each role with its PLOVER sectors, the first the chief one; `chief` and `other` have their body's."""

WEIGHT = {
    "head_of_state": 9, "head_of_government": 9, "ruler": 9, "monarch": 6, "vice_head_of_state": 7,
    "deputy_head_of_government": 6, "foreign_minister": 8, "defence_minister": 7, "finance_minister": 6,
    "interior_minister": 6, "justice_minister": 5, "minister": 4, "deputy_minister": 2, "speaker": 5,
    "legislator": 1, "judge": 3, "central_banker": 5, "military_chief": 6, "intelligence_chief": 6,
    "police_chief": 4, "ambassador": 2, "ambassador_un": 5, "envoy": 5, "spokesperson": 5, "security_adviser": 6,
    "party_leader": 6, "opposition_leader": 7, "governor": 4, "mayor": 4, "chief": 6, "royal": 4,
    "first_lady": 4, "religious_leader": 6, "other": 2,
}  # fmt: skip
"""How much a role is in the news, from 1 to 9: who comes first where several people share a name."""

_RULES = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (r"\bfirst (?:lady|gentleman)\b|\bspouse\b|\b(?:wife|husband) of\b", "first_lady"),
        (r"\bnational security advis[eo]r\b|\bnational security council\b.*\bsecretary\b"
         r"|\bsecretary of the (?:national )?security (?:and defen[cs]e )?council\b|\bsecurity advis[eo]r\b", "security_adviser"),
        (r"\bspokes(?:person|man|woman)\b|\bpress secretary\b|\bgovernment spokes", "spokesperson"),
        (r"^(?:minister|secretary) .*\bspokes", "minister"),
        (r"\b(?:ambassador|permanent representative|representative)\b.* (?:to|at) the (?:united nations|un)\b"
         r"|\bun ambassador\b|\bambassador to the un\b", "ambassador_un"),
        (r"\bambassador\b|\bhigh commissioner to\b|\bpermanent representative\b|\bhead of mission\b"
         r"|\bcharge daffaires\b|\bconsul\b|\bapostolic nuncio\b", "ambassador"),
        (r"\benvoy\b|\bspecial (?:presidential )?representative\b|\bspecial coordinator\b", "envoy"),
        # Banks, courts, armies, services
        (r"\b(?:governor|president|chair(?:man|woman|person)?|head)\b.*\b(?:central|national|reserve|peoples|state) bank\b"
         r"|\bgovernor of (?:the )?(?:\w+ )*bank\b|\bgovernor of the bank of\b|\bgovernor of banco\b|\bpresident of the bundesbank\b"
         r"|\b(?:chair|chairman|chairwoman) of the federal reserve\b|\bgovernor of the hungarian national bank\b"
         r"|\bpresident of the deutsche bundesbank\b|\bgovernor of magyar nemzeti bank\b", "central_banker"),
        (r"\b(?:deputy|vice).*\b(?:bank|reserve)\b", "other"),
        (r"\bministers? of (?:intelligence|state security)\b|\bminister of intelligence\b", "intelligence_chief"),
        (r"\b(?:director|head|chief|chair\w*|commander|coordinator)\b.*\b(?:intelligence|security service|secret service|mossad|"
         r"shin bet|cia|state security|security agency|mi5|mi6|gchq|kgb|fsb|svr|sbu|csis|isi|dgse|dgsi)\b"
         r"|\bdirector of national intelligence\b|\bmossad\b|\bchief of the secret\b", "intelligence_chief"),
        (r"\b(?:police|gendarmerie)\b.*\b(?:chief|commissioner|commander|director|head|general)\b|\b(?:chief|commissioner|"
         r"commander|director|director general|inspector general|head)\b.*\b(?:police|gendarmerie|carabinieri|fbi|"
         r"federal bureau of investigation)\b", "police_chief"),
        (r"\b(?:deputy|vice|assistant) chief\b.*\b(?:staff|defen[cs]e|army)\b|\b(?:prime ministers?|presidents?|presidential|"
         r"white house|cabinet|chancellery)\b.*\bchief of staff\b|\bchief of (?:the )?(?:cabinet|staff (?:of|to) the (?:president|prime))|^white house chief of staff|^chief of staff$"
         r"|\bchief of staff to the (?:president|prime)", "other"),
        (r"\bchief of (?:the )?(?:general|defen[cs]e|joint|armed|army|naval|navy|air|military|supreme)?\s*(?:army |naval |air )?"
         r"(?:general )?staff\b|\bchief of (?:the )?(?:defen[cs]e|army|navy|air force|armed forces|naval operations|general staff)\b"
         r"|\bcommander in chief\b|\bsupreme (?:allied )?commander\b|\bchair\w* of the joint chiefs\b|\bjoint chiefs of staff\b"
         r"|\b(?:commander|chief)\b.*\b(?:armed forces|defen[cs]e forces?|army|ground forces|navy|air force|military|corps|command)\b"
         r"|\bchief of the (?:general|defen[cs]e|joint|army|naval|air)\b|\bdefen[cs]e chief\b|\barmy chief\b|\bchief of defen[cs]e\b", "military_chief"),
        (r"\bchief justice\b|\b(?:associate )?justice of\b|\bsupreme court justice\b|\bjudge\b|\b(?:president|chair\w*|member|vice president)"
         r" of the (?:\w+ )*(?:court|tribunal|supreme court|constitutional council)\b|\bmagistrate\b", "judge"),
        # Parliaments
        (r"\b(?:deputy|vice|pro tempore|first vice|second)\b[ -]*(?:speaker|president of the (?:senate|national assembly|parliament|"
         r"chamber|congress|house|bundestag|riksdag|storting)|chair\w* of the (?:state duma|parliament|verkhovna rada|standing))", "legislator"),
        (r"\b(?:deputy|minority|majority|opposition) (?:whip|leader)\b|\bleader of the (?:house|senate|majority|minority|commons)\b"
         r"|\b(?:majority|minority) leader\b|\bchief whip\b", "legislator"),
        (r"\bspeaker\b|\bmarshal of the (?:sejm|senate)\b|\b(?:president|chair\w*|head|leader) of (?:the )?(?:\w+ ){0,3}(?:senate|"
         r"parliament|national assembly|chamber|congress of deputies|house of|legislat|state duma|federation council|verkhovna rada|council of states|"
         r"sejm|riksdag|folketing|storting|bundestag|bundesrat|federal council of (?:austria|germany)|national council|"
         r"standing committee|peoples congress|assembly of|majlis|knesset|hellenic parliament|states general|eduskunta|saeima|seimas|riigikogu|"
         r"great peoples? khural|supreme council|jogorku|mazhilis|milli|islamic consultative|consultative assembly|"
         r"supreme peoples assembly|althing|legislative yuan|legislative council|european parliament|nationalrat|congress of the republic|dewan)"
         r"|\bceann comhairle\b|\bpresident of the legislat", "speaker"),
        (r"^(?:member|substitute member|representative|deputy member|observer|associate)\b.*\b(?:parliament|assembly|house|senate|"
         r"congress|chamber|council|duma|bundestag|sejm|riksdag|folketing|sabha|legislat\w*|knesset|cortes|yuan|rada|storting|majlis)\b"
         r"|\bsenator\b|\bunited states representative\b|\bpeoples deputy\b|\bfederal deputy\b|\bteachta dala\b|\bknesset member\b"
         r"|^(?:deputy|mp|msp|mep|representative|congress(?:man|woman))$|^member of (?:parliament|the parliament|congress)|\bdeputy of (?:saeima|the)\b"
         r"|\bmember of the (?:\w+ )*(?:parliament|senate|assembly|congress|riksdag|house of lords|house of commons)\b", "legislator"),
        # Deputies before their principals
        (r"\b(?:deputy|vice|assistant|first deputy) (?:head of (?:the )?state|president)\b(?! of (?:the )?(?:council|government|cabinet)\b)|\bvice[ -]chair\w* of the presidential\b", "vice_head_of_state"),
        (r"\b(?:deputy|vice|first vice|first deputy|second deputy)\b[ -]*(?:prime minister|premier|chancellor|chair\w* of (?:the )?"
         r"(?:council of ministers|cabinet|government)|head of government|president of the (?:council|government)|minister president"
         r"|taoiseach|chief executive|minister of state and head)|\btanaiste\b|\bdeputy pm\b", "deputy_head_of_government"),
        (r"\bdeputy (?:director|secretary general|general secretary|chair|head|leader|governor|mayor|commander|commissioner|"
         r"representative|attorney|prosecutor)\b|\bvice (?:governor|mayor|chair\w*|admiral|rector)\b|\bvice president of\b|\blieutenant governor\b", "other"),
        (r"\b(?:deputy|vice|assistant|junior|associate) (?:minister|secretary|foreign minister|defen[cs]e minister|finance minister|interior minister|treasurer)\b|\bparliamentary (?:under ?)?(?:under )?secretary\b"
         r"|\bunder ?secretary\b|\bstate secretary\b|\bministers? of state\b|\bdeputy \w+ minister\b|\bassistant minister\b"
         r"|\bunder secretary\b|\bparliamentary secretary\b|\bminister delegate\b|\bdelegate minister\b|\bvice ?minister\b"
         r"|\bfinancial secretary to the treasury\b|\b(?:economic|exchequer|chief) secretary to the treasury\b|\bwhip\b|\blord commissioner\b"
         r"|\bcabinet secretary to\b|\bsecretary to the treasury\b", "deputy_minister"),
        (r"\bshadow\b", "opposition_leader"),
        (r"\bsolicitor general\b|\bprosecutor\b|\bprocurator\b", "other"),
    )
)  # fmt: skip
_MINISTER = (
    r"\b(?:minister|ministers|secretary|secretaries|commissioner|cabinet secretary|secretary of state|state councill?or|"
    r"head of (?:the )?(?:ministry|department)|minister president|councill?or|chief)\b"
)
_MINISTRIES = (
    (
        r"\b(?:foreign (?:and (?:commonwealth|european|expatriate)|affairs?|ministers?|secretary|relations|policy)|external (?:affairs|relations)|"
        r"foreign|exterior)\b|\bforeign, commonwealth|\binternational relations and cooperation\b|\brelations exterior",
        "foreign_minister",
    ),
    (
        r"\b(?:national )?defen[cs]e\b|\bministers? of war\b|\bsecretary of war\b|\barmed forces\b|\bmilitary affairs\b",
        "defence_minister",
    ),
    (r"\bfinances?\b|\btreasury\b|\bexchequer\b|\btreasurer\b", "finance_minister"),
    (
        r"\b(?:interior|internal affairs|home affairs|home secretary|homeland security|home department|internal security)\b",
        "interior_minister",
    ),
    (r"\bjustice\b", "justice_minister"),
)
_MINISTRY_RULES = tuple((re.compile(pattern), role) for pattern, role in _MINISTRIES)
_IS_MINISTER = re.compile(_MINISTER)
_NOT_CORE = re.compile(
    r"\bin the (?:ministry|department)\b|\bto the (?:minister|ministry)\b|\bparliamentary\b|\bveterans\b|\bforeign (?:trade|economic|employment|debt)\b"
    r"|\bspecial minister\b|\bdefen[cs]e (?:industr|production|procurement|science|personnel|people|materiel|technology)\w*|\bmilitary production\b"
    r"|\brural\b|\bmissing\b|\bexpatriates? affairs$|\bcompanies\b|\bassisting\b|\bnon resident\b|\bsocial justice\b|\btransitional justice\b"
    r"|\bcivil defen[cs]e\b|\bfinancial\b|\bclimate finance\b|\benvironmental justice\b|\bconsumer\b|\byouth justice\b"
    r"|\bworks\b|\bplanning and finance$^|\bsupport\b"
)
_US = (
    (re.compile(r"\bsecretary of state\b"), "foreign_minister"),
    (re.compile(r"\bsecretary of the treasury\b|\btreasury secretary\b"), "finance_minister"),
    (re.compile(r"\bsecretary of homeland security\b|\bhomeland security secretary\b"), "interior_minister"),
    (re.compile(r"\battorney general\b"), "justice_minister"),
    (re.compile(r"\bsecretary of (?:the )?(?:army|navy|air force)\b"), "deputy_minister"),
    (re.compile(r"\bsecretary of the interior\b|\bsecretary of the|^secretary of \w+"), "minister"),
)  # fmt: skip
_GOVERNMENT = re.compile(
    r"\bprime ministers?\b|\bpremier\b|\btaoiseach\b|\bhead of (?:the )?government\b|\bchair\w* of (?:the )?(?:council of ministers|government|"
    r"people'?s commissars)\b|\bpresident of (?:the )?(?:council of ministers|government|council)\b|\bminister president\b|\bfirst minister\b"
    r"|\bchief of government\b|\bcabinet chief\b|\bhead of the (?:transitional|interim) government\b"
)
_STATE = re.compile(
    r"\bpresident\b|\bhead of state\b|\bemperor\b|\bking\b|\bqueen\b|\bsultan\b|\bemir\b|\bamir\b|\bpope\b|\bmonarch\b"
    r"|\bgrand duke\b|\b(?:sovereign )?prince of (?:monaco|liechtenstein)\b|\bfederal president\b|\bco prince\b|\byang di pertuan agong\b"
    r"|\bcaptain regent\b|\bchair\w* of the (?:presidency|presidential (?:leadership )?council|sovereignty council|state affairs commission|"
    r"transitional military council|sovereign council|state administration council)\b|\bmember of the presidency\b|\bo le ao o le malo\b"
)
_SUBSTATE = re.compile(
    r"\bgovernor\b|\bchief minister\b|\bpremier of\b|\bpresident of the (?:region|regional|generalitat|junta|community|government of (?:catalonia|navarre"
    r"|the balearic|aragon|cantabria|the canary))|\bminister president of\b|\bhead of the (?:republic|chechen)|\bregional president\b|\bakim\b|\bvoivode\b"
    r"|\bprefect\b|\blanded?shauptmann\b|\bchief executive\b|\blehendakari\b|\bfirst minister\b|\bchair\w* of the .*\b(?:oblast|regional|province)\b|\bparty secretary\b"
)
_REPUBLIC = re.compile(
    r"president(?: of (?:the )?(?:(?:french|italian|hellenic|federal|swiss|portuguese|czech|dominican|state|union|argentine|"
    r"islamic|arab|democratic|socialist|transitional|former|people'?s|federative|plurinational|bolivarian|united)\s?)*"
    r"(?:republic|confederation|nation|state|federation|country|commonwealth)?\b.*)?"
)
_BODIES = re.compile(
    r"\b(?:party|union|commission|council|committee|bank|association|federation of|court|company|agency|organi[sz]ation|university|academy|league|"
    r"fund|confederation of|chamber|institute|office|board|corporation|authority|directorate|group|movement|assembly|parliament|congress|"
    r"development|organi[sz]ing|eurogroup|conference|region|community|province|generalitat|junta)\b"
)
_LEADERS = (
    (re.compile(r"\bopposition\b"), "opposition_leader"),
    (re.compile(r"\bsupreme leader\b"), "ruler"),
    (re.compile(r"\b(?:leader|chair\w*|president|head|secretary|general secretary|first secretary)\b.*\b(?:party|likud|cdu|spd|"
                r"conservatives|social democrats|liberals|greens|labour|politburo|central committee|national rally|hezbollah|hamas)\b"
                r"|\bparty (?:leader|chair\w*|president)\b|\bgeneral secretary\b.*\bcommunist\b", re.ASCII), "party_leader"),
    (re.compile(r"\b(?:crown prince|crown princess|prince|princess|duke|duchess|heir)\b"), "royal"),
    (re.compile(r"\b(?:archbishop|patriarch|grand mufti|chief rabbi|grand ayatollah|ayatollah|dalai lama|imam|cardinal|bishop|mufti)\b"), "religious_leader"),
    (re.compile(r"\bmayor\b|\blord mayor\b"), "mayor"),
)  # fmt: skip
_CHIEF = re.compile(
    r"\bdirector\b|\bsecretary general\b|\bgeneral secretary\b|\bsecretary of\b|\bchair\w*\b|\bpresident\b|\bchief executive\b|\bceo\b|\bhead of\b"
    r"|\bhigh representative\b|\bhigh commissioner\b|\badministrator\b|\bcommissioner general\b|\bmanaging director\b|\bleader\b|\bexecutive\b"
    r"|\bcommander\b|\bfounder\b|\bcommissioner\b|\bgovernor general\b"
)


@lru_cache(maxsize=4096)
def role_of(title: str, country: str = "") -> str:
    """The role of an office by its English title: "Minister for Foreign Affairs" is a `foreign_minister`.

    `country` is ISO 3166-1 alpha-3; it tells a Secretary of State in Washington from one in Lisbon.
    """
    text = fold(title).replace(",", " ").replace("(", " ").replace(")", " ")
    text = re.sub(
        r"^(?:acting|interim|caretaker|transition(?:al)?|provisional|designate) ", "", " ".join(text.split())
    )
    text = text.replace("prime minister designate", "prime minister")
    if country == "USA":
        own = _american(text)
        if own:
            return own
    for rule, role in _RULES:
        if rule.search(text):
            return role
    return _head(text, country) or _ministry(text, country) or _leader(text)


def _american(text: str) -> str:
    if re.search(
        r"\b(?:deputy|assistant|under|to the|united nations|ambassador)\b|\bpress secretary\b|\bjustice\b",
        text,
    ):
        return ""
    return next((role for rule, role in _US if rule.search(text)), "")


def _head(text: str, country: str) -> str:
    """The heads of a state, a government or a region."""
    if re.search(
        r"\b(?:of|to|in|under) the (?:office of the )?(?:prime minister|president|presidency)s?\b|\b(?:prime ministers|presidents) (?:office|department)\b|\bpresidential\b(?! (?:leadership )?council)",
        text,
    ):
        return ""
    if text.startswith(("governor general", "administrator of")):
        return "vice_head_of_state"
    if re.search(r"\bchancellor\b", text) and "exchequer" not in text and "duchy" not in text:
        if country in {"DEU", "AUT"} and not re.search(r"\b(?:chancellery|university|state)\b", text):
            return "head_of_government"
        return (
            "justice_minister"
            if "lord" in text or "justice" in text
            else "finance_minister"
            if "exchequer" in text
            else "other"
        )
    if country == "HKG" and "chief executive" in text:
        return "head_of_government"
    if _SUBSTATE.search(text):
        return "governor"
    if _GOVERNMENT.search(text) and not re.search(r"\bcommittee\b|\boffice\b|\bfirst minister\b", text):
        return "head_of_government"
    if text.startswith("president") and not _BODIES.search(
        text.replace("swiss confederation", "").replace("state council", "")
    ):
        rest = re.sub(r"^president(?: of)?(?: the)? ?", "", text)
        if (
            not rest
            or _REPUBLIC.fullmatch(text)
            and ("republic" in text or "confederation" in text or "nation" in text or "state" in text)
        ):
            return "head_of_state"
        return "head_of_state" if find_country(_titled(rest)) or find_country("the " + _titled(rest)) else ""
    if _STATE.search(text) and not _BODIES.search(
        re.sub(
            r"presidential (?:leadership )?council|sovereign(?:ty)? council|military council|commission|council",
            "",
            text,
        )
    ):
        if re.search(r"\b(?:king|queen|sultan|emir|amir|prince)\b", text) and re.search(
            r"\b(?:crown|mother|consort)\b", text
        ):
            return "royal"
        if "president" in text and not text.startswith(
            ("president", "federal president", "chair", "member", "executive president")
        ):
            return (
                "head_of_state"
                if re.search(r"president of (?:the )?republic|\bstate president\b", text)
                else ""
            )
        return "head_of_state"
    return ""


def _titled(text: str) -> str:
    return " ".join(word if word in {"of", "and", "the"} else word.capitalize() for word in text.split())


def _ministry(text: str, country: str) -> str:
    """A minister's role. A Secretary of State is one in London, and a deputy in most other capitals."""
    if country not in {"USA", "GBR", "PHL", "MEX", "VAT"} and re.search(
        r"^secretary of state\b|\bsecretary of state\b", text
    ):
        return "deputy_minister"
    if country == "AUS" and text == "treasurer":
        return "finance_minister"
    if re.fullmatch(r"(?:prime minister|attorney general|treasurer)(?: of .*)?", text):
        return "justice_minister" if text.startswith("attorney") and country in {"USA", "BRA"} else "minister"
    if "chancellor of the exchequer" in text:
        return "finance_minister"
    if not _IS_MINISTER.search(text) or re.search(
        r"\bcommissioner\b|\bcouncill?or\b|\bchief\b|\bsecretary general\b|\bgeneral secretary\b", text
    ):
        return ""
    if not _NOT_CORE.search(text):
        first = [(match.start(), role) for rule, role in _MINISTRY_RULES if (match := rule.search(text))]
        if first:
            return min(first)[1]
    return "minister" if re.search(r"\bminist|\bsecretary (?:of|for)\b|\bsecretary$", text) else ""


def _leader(text: str) -> str:
    for rule, role in _LEADERS:
        if rule.search(text):
            return role
    if re.search(r"\bmember of\b|\badvis[eo]r\b|\bassistant\b|\bdeputy\b|\bvice\b", text):
        return "other"
    return "chief" if _CHIEF.search(text) else "other"
