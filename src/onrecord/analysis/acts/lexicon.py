"""Words that tell the act of a saying, grouped by hand, and the forms that they take."""

import re

from onrecord.record import Act

VERBS: dict[Act, str] = {
    "claim": (
        "claim allege assert maintain contend insist argue boast brag purport profess rumour rumor swear"
    ),
    "deny": (
        "deny refute rebut disavow disclaim dispute dismiss reject repudiate contradict disagree rebuff "
        "refuse gainsay disown oppose"
    ),
    "confirm": (
        "confirm acknowledge admit concede verify affirm corroborate recognise recognize confess accept "
        "certify reaffirm attest vouch authenticate"
    ),
    "warn": "warn caution alert forewarn",
    "promise": "promise pledge vow guarantee assure undertake commit",
    "demand": (
        "demand urge order instruct command forbid prohibit exhort implore require direct decree seek "
        "advise counsel entreat prescribe propose recommend want need prefer favour favor lobby campaign "
        "encourage mandate stipulate"
    ),
    "ask": (
        "ask question inquire enquire wonder plead appeal request query beg invite beseech examine press"
    ),
    "accuse": (
        "accuse blame condemn denounce criticise criticize slam blast decry chide rebuke lambast lambaste "
        "fault deplore deride mock ridicule berate castigate scold complain charge brand scorn reproach "
        "reprimand bemoan censure upbraid excoriate assail vilify disparage pillory fume rail attack "
        "chastise admonish belittle indict implicate protest lampoon"
    ),
    "praise": (
        "praise hail welcome commend applaud laud thank compliment salute congratulate admire celebrate "
        "approve extol cheer endorse champion tout"
    ),
    "threaten": "threaten",
    "believe": (
        "believe think feel consider suspect fear hope expect doubt view reckon assume predict know "
        "understand regard forecast guess imagine judge wish bet suppose foresee anticipate speculate "
        "foretell project worry deem presume surmise envisage estimate trust fancy dread calculate sense "
        "envision distrust mistrust see"
    ),
    "plan": "plan intend aim decide resolve mean mull weigh prepare",
    "say": (
        "say tell write put read call label dub speak reply explain report announce find state note add "
        "agree offer hold like comment describe"
    ),
}
"""Verbs by the act that they stand for when nothing that follows them says otherwise."""

NOUNS: dict[Act, str] = {
    "claim": "assertion contention insistence argument suggestion rumour rumor",
    "deny": "denial rebuttal rejection refusal",
    "confirm": "confirmation admission acknowledgement acknowledgment concession confession",
    "warn": "warning",
    "promise": "assurance guarantee undertaking commitment",
    "demand": "instruction recommendation advice",
    "ask": "plea inquiry enquiry",
    "accuse": "accusation allegation complaint criticism condemnation",
    "praise": "tribute gratitude admiration appreciation thanks",
    "threaten": "threat ultimatum",
    "believe": (
        "belief opinion conviction suspicion expectation prediction speculation assumption feeling "
        "concern confidence conclusion theory hypothesis impression hunch notion"
    ),
    "plan": "plan intention decision ambition goal",
}
"""Nouns that report ("her insistence that"), less those that look like their verbs ("his claim that")."""

ADJECTIVES: dict[Act, str] = {
    "claim": "adamant",
    "believe": (
        "convinced sure certain confident sceptical skeptical doubtful worried hopeful optimistic "
        "pessimistic afraid concerned unconvinced unsure"
    ),
    "plan": "determined willing ready keen eager",
    "praise": "delighted pleased glad grateful",
}
"""What someone is who holds a content: "is convinced that", "is willing to"."""

IRREGULAR: dict[str, str] = {
    "swear": "swore sworn", "think": "thought", "feel": "felt", "know": "knew known",
    "understand": "understood", "foresee": "foresaw foreseen", "foretell": "foretold", "forecast": "forecast",
    "forbid": "forbade forbidden", "beseech": "besought", "seek": "sought",
    "undertake": "undertook undertaken",
    "mean": "meant", "say": "said",
    "tell": "told", "write": "wrote written",
    "put": "put", "see": "seen", "read": "read", "speak": "spoke spoken",
    "find": "found", "hold": "held", "ring": "rang rung", "teach": "taught",
}  # fmt: skip
"""Past forms that no spelling rule makes, less "saw", which mostly tells what was before the eyes."""

DOUBLED = frozenset(["admit", "slam", "plan", "beg", "rebut", "brag", "commit", "prefer", "forbid", "put"])
"""Verbs that double their last letter before -ed and -ing."""

BAD = (
    "disgrace disgraceful shambles fraud farce joke insult mistake scandal betrayal waste failure"
    " violation coward cowardly liar thief burglar stupid mad madness reckless irresponsible"
    " unacceptable shameful cruel hasty disappointing outrageous outrage disaster disastrous racist"
    " unfair unjust illegal absurd ridiculous nonsense rubbish incompetent malicious dangerous wrong"
    " terrible appalling impossible hypocrisy hypocrite"
)
"""Words of blame, as far as they are plain in themselves: "called the plan a farce"."""
GOOD = (
    "genius excellent brilliant dignified historic successful hero heroic triumph wonderful finest"
    " fantastic outstanding courageous brave remarkable impressive admirable masterpiece milestone"
)
"""Words of praise, likewise."""

SAYING = (
    "say comment confirm discuss elaborate answer name reveal disclose explain specify identify describe"
    " mention speak talk respond give provide detail divulge characterise characterize tell clarify"
    " acknowledge deny speculate predict state admit rule"
)
"""What is withheld where someone declines, refuses or fails to do it."""


def forms(verb: str) -> set[str]:
    """A verb's forms: base, third person, past, participle and -ing, by the spelling rules of English."""
    if re.search(r"[^aeiou]y$", verb):
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    stem = verb + verb[-1] if verb in DOUBLED else verb if verb.endswith("ee") else verb.removesuffix("e")
    third = verb + ("es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else "s")
    pasts = IRREGULAR.get(verb, stem + ("d" if stem.endswith("ee") else "ed")).split()
    return {verb, third, *pasts, stem + "ing"}


def _plurals(noun: str) -> set[str]:
    return {noun, noun + "s"}


LEMMA: dict[str, str] = {
    **{form: noun for nouns in NOUNS.values() for noun in nouns.split() for form in _plurals(noun)},
    **{word: word for words in ADJECTIVES.values() for word in words.split()},
    **{form: verb for verbs in VERBS.values() for verb in verbs.split() for form in forms(verb)},
}
"""The dictionary form of each form of each word of these tables."""

NOMINAL = frozenset(word for nouns in NOUNS.values() for word in nouns.split())
"""The dictionary forms of nouns, which give way to a verb in the same cue ("noted with concern")."""

ACT: dict[str, Act] = {
    word: act
    for table in (NOUNS, ADJECTIVES, VERBS)
    for act, words in table.items()
    for word in words.split()
}
"""The act of each dictionary form."""
