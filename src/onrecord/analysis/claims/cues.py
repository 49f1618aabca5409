"""The words that report: verbs by what they take after them, and the small words around them.

A table by hand, by meaning and grammar. Forms are made by the common spelling rules.
"""

from typing import NamedTuple

CLAUSE, BARE, TELL, OBJECT, TO, QUOTE, ABOUT = 1, 2, 4, 8, 16, 32, 64
"""What a verb takes: a clause with "that", one without it, a hearer first, the thing itself as object, an
infinitive, words in quotation marks, something after a preposition of its own."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Cue(NamedTuple):
    """A form of a reporting verb."""

    lemma: str
    form: str
    """base, s, past (participles too) or ing."""
    takes: int


_SAY = CLAUSE | BARE | QUOTE
_VERBS: dict[int, str] = {
    _SAY: "say add note write argue insist reply admit concede contend quip joke declare tweet explain"
    " acknowledge suggest stress state caution allege assert conclude recall boast complain lament"
    " remark observe predict retort reiterate testify confess respond answer muse exclaim opine"
    " emphasise marvel emphasize estimate speculate retweet blog gripe confide wonder proclaim post"
    " demur reckon tease clarify disclose hint surmise",
    _SAY | OBJECT: "announce report reveal confirm mention deny",
    _SAY | OBJECT | TO: "promise demand propose pledge",
    _SAY | TO: "claim vow agree",
    QUOTE: "continue shout yell scream chant read sing laugh interject sigh whisper mutter cry recount"
    " repeat counter fume reason echo plead bellow thunder scoff crow"
    " shrug smile chuckle mumble murmur snap beam enthuse gush elaborate interrupt sob",
    CLAUSE | BARE: "show indicate think believe fear know realise realize doubt worry understand"
    " suspect imagine",
    CLAUSE | BARE | TO: "hope expect",
    CLAUSE: "hear submit find maintain feel imply underscore signal rule learn",
    TELL | CLAUSE | BARE | QUOTE: "tell assure remind inform",
    TELL | TO | CLAUSE | QUOTE: "ask",
    TELL | TO | CLAUSE | OBJECT: "urge order instruct encourage persuade warn convince",
    TO: "want plan refuse decline seek aim threaten offer swear prefer",
    OBJECT: "praise criticise criticize accuse blame denounce condemn blast slam mock describe call dub"
    " label endorse support oppose reject dismiss defend applaud cite question discuss decry tout hail"
    " deride ridicule favour favor welcome credit characterise characterize advocate compare bash rip"
    " depict portray lambaste attack highlight thank echo outline express recommend voice",
    ABOUT: "call refer talk speak complain warn point boast brag argue push rail lash inquire campaign"
    " plead appeal put go spell allude",
}  # fmt: skip
_PREPOSITIONS = {
    "call": ("for", "on", "upon", "out"),
    "refer": ("to",),
    "talk": ("about", "of"),
    "speak": ("about", "of", "against", "out"),
    "complain": ("about", "of"),
    "warn": ("of", "about", "against"),
    "point": ("to", "out"),
    "boast": ("of", "about"),
    "brag": ("about",),
    "argue": ("for", "against"),
    "push": ("for",),
    "rail": ("against",),
    "lash": ("out",),
    "ask": ("for",),
    "inquire": ("about",),
    "campaign": ("for", "against"),
    "plead": ("for",),
    "appeal": ("for",),
    "agree": ("with",),
    "allude": ("to",),
    "put": ("it",),
    "go": ("on",),
    "spell": ("out",),
}
_PAST = {
    "put": "put", "go": "went gone", "say": "said", "tell": "told", "think": "thought", "know": "knew known",
    "write": "wrote written", "feel": "felt", "begin": "began begun", "read": "read", "sing": "sang sung",
    "find": "found", "hear": "heard",
    "show": "showed shown", "speak": "spoke spoken", "seek": "sought", "swear": "swore sworn",
    "understand": "understood", "rip": "ripped", "admit": "admitted admitting", "refer": "referred",
    "quip": "quipped", "brag": "bragged", "plan": "planned", "prefer": "preferred", "rebut": "rebutted",
    "slam": "slammed", "dub": "dubbed", "blog": "blogged", "learn": "learned", "submit": "submitted",
}  # fmt: skip
_DOUBLED = _set("snap sob shrug submit admit refer quip brag plan prefer slam dub blog rip begin")

PARTICIPLES = _set("known written spoken shown sworn gone sung begun")
"""Forms that are no past tense: without "have" or "be" they only describe ("an actor known as")."""

REPORTS = _set(
    "claim claims statement assertion assertions belief argument allegation allegations accusation"
    " accusations suggestion suggestions contention insistence admission acknowledgment declaration"
    " prediction predictions warning warnings announcement fear fears hope hopes view conclusion complaint"
    " complaints promise promises pledge pledges vow assurance assurances comment comments remark remarks"
    " confession"
)
"""Nouns that report, when "that" follows and an owner goes before ("her claim that it rained")."""
POSSESSIVES = _set("his her their its my our your whose")

DETERMINERS = _set("the a an his her its their my our this these")

LABELS = _set(
    "note update correction photo photos source sources related read watch image video breaking exclusive"
    " analysis opinion editor's editor’s abstract text location date time place where when who what why"
    " how contact tags topics warning example a question answer result results final tip tips step ps tel"
    " email e-mail credit reporting editing writing additional listen see also more here cast director"
    " runtime rating q"
)
"""What stands before a colon at the head of a paragraph and is nobody who speaks."""
BE = _set("is are was were be been being 's 're am ’s ’re")
AUXILIARIES = BE | _set(
    "has have had having do does did will would could can may might must should shall not never cannot"
    " don't didn't doesn't won't wouldn't hasn't haven't hadn't isn't wasn't can't couldn't don’t didn’t"
    " doesn’t won’t wouldn’t hasn’t haven’t hadn’t isn’t wasn’t can’t couldn’t"
)
ADVERBS = _set(
    "also then later once still now even again often always just only further already previously recently"
    " since long simply earlier thus ever soon twice therefore instead first nonetheless nevertheless"
    " rather both"
)
QUESTIONS = _set("whether if how why what")
PRONOUNS = _set("he she they it we i you who which")
PLURALS = _set(
    "they we i who people women men police both many most some others few half all children these those"
    " several media percent republicans"
)
"""What may stand before a plural verb, other than words in s."""
AFTER_HEAD = _set(
    ", at in of from with who for on to near familiar close briefed involved opposed critical loyal working"
    " living speaking there here"
)
"""What follows the head of a subject: "people familiar with the matter", "workers at the plant"."""
NOUNS = _set(
    "state reason campaign pledge attack support favor favour offer order claim report call plan demand"
    " question answer remark hope fear promise charge doubt protest rule label brand cry comment estimate"
    " counter quip joke note view vow tweet blog boast caution guess worry threat aim push point"
    " bash slam"
)
"""Verbs whose form in s is as often a noun."""
IMPERSONAL = _set("understand expect believe think say report allege know consider rumour rumor assume")
"""Verbs of which "is expected to" reports and leaves open whose view it is."""
FORUMS = _set("court jury inquest tribunal hearing inquiry panel judge magistrates jurors")
"""Before whom things are said: "the court heard that" reports, other hearing does not."""
OCCASIONS = _set(
    "statement interview speech conference email e-mail letter tweet post call briefing release memo report"
    " address note filing"
)
"""Where things are said: "in a statement"."""
STUDIES = _set("study report survey poll review analysis investigation audit inquiry researchers scientists")
"""What finds things out, so that it "found the air was cleaner" and did not come across it."""
IRREGULAR = _set(
    "hit took made came went gave left got held put set stood won lost met ran led fell rose sent threw"
    " struck drew spoke broke began kept did saw sat bought brought built fought taught caught hid chose"
    " drove flew grew knew paid shot sank swept wept woke wore"
)
"""Past forms of common verbs that do not end in -ed."""
SUBORDINATORS = _set("while although though as if when because since after before whereas despite")
SUBJECT_OPENERS = PRONOUNS | _set("there his her their its our my your this these those")
BREAKS = _set(
    "that because if when while as after before since although though whether what how why than but so"
    " yet or where until unless whereas despite"
)
"""Words that a subject does not reach across."""
LEADS = _set(
    "outside inside behind in on at for after before while when as since if with during by from despite"
    " although though because until speaking asked following under without given like among unlike citing"
    " throughout within upon once to last earlier referring responding noting according reacting writing"
    " commenting reflecting addressing pressed"
)
"""Words that open an adverbial at the head of a sentence."""
DAYS = _set("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow")
ADJUNCTS = DAYS | _set(
    "in on at during after before to of about from last this earlier when while as with by for via"
    " through following under over late early outside inside near between recently again here afterward"
    " afterwards when then there regarding"
)
"""Words that open what may stand between a verb and what it reports."""
RANKS = _set(
    "executive senior deputy vice co-founder founder chairwoman chair head leader spokeswoman spokesperson"
    " professor associate assistant general managing secretary captain coach author chief mayor mother father"
    " wife husband son daughter brother sister widow aunt uncle cousin member then now"
)
"""Words without an article that open an apposition: "Ann Lee, executive director of the port"."""
APPOSITIVE = _set("a an the who whose which his her their its one another former also president chief head")


def _forms(verb: str) -> list[tuple[str, str]]:
    stem = verb.removesuffix("e")
    if verb in _DOUBLED:
        stem = verb + verb[-1]
    consonant_y = verb.endswith("y") and verb[-2] not in "aeou"
    third = (
        verb[:-1] + "ies"
        if consonant_y
        else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    )
    past = verb[:-1] + "ied" if consonant_y else stem + "ed"
    forms = [(verb, "base"), (third, "s"), (stem + "ing", "ing")]
    return forms + [(form, "past") for form in _PAST.get(verb, past).split() if not form.endswith("ing")]


def _table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for takes, verbs in _VERBS.items():
        for verb in verbs.split():
            for word, form in _forms(verb):
                known = table.get(word)
                table[word] = Cue(verb, form, takes | (known.takes if known else 0))
    table["according"] = Cue("accord", "ing", 0)
    return table


CUES = _table()
"""Each form of each reporting verb, in lower case."""


def particle(lemma: str, word: str) -> bool:
    """Whether `word` after the verb belongs to it ("called for", "pointed out")."""
    return word in _PREPOSITIONS.get(lemma, ())
