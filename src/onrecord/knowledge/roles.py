"""Roles: what an office is, whatever its title says and in whichever country."""

from functools import lru_cache

from onrecord.knowledge import titles

EXCLUSIVE = frozenset({
    "head_of_state", "head_of_government", "ruler", "foreign_minister", "defence_minister",
    "finance_minister",
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
    "police_chief": 4, "ambassador": 2, "ambassador_un": 5, "envoy": 5, "spokesperson": 5,
    "security_adviser": 6,
    "party_leader": 6, "opposition_leader": 7, "governor": 4, "mayor": 4, "chief": 6, "royal": 4,
    "first_lady": 4, "religious_leader": 6, "other": 2,
}  # fmt: skip
"""How much a role is in the news, from 1 to 9: who comes first where several people share a name."""


@lru_cache(maxsize=4096)
def role_of(title: str, country: str = "") -> str:
    """The role of an office by its English title: "Minister for Foreign Affairs" is a `foreign_minister`.

    `country` is ISO 3166-1 alpha-3; it tells a Secretary of State in Washington from one in Lisbon.
    """
    text = titles.plain(title)
    for rule in (titles.local, titles.specific, titles.head, titles.minister, titles.leader):
        role = rule(text, country)
        if role:
            return role
    return "other"
