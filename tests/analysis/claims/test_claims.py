import pytest

from onrecord.analysis.claims import find_claims
from onrecord.analysis.marks import find_quotations
from onrecord.analysis.tokens import tokenise


def claims(text: str) -> list[tuple[str, str, list[str]]]:
    """The claims of a text as source, cue and content."""
    tokens = tokenise(text)
    return [
        (
            text[slice(*claim.source)] if claim.source else "",
            text[slice(*claim.cue)],
            [text[start:end] for start, end in claim.content],
        )
        for claim in find_claims(tokens, find_quotations(tokens))
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the bridge would close.", "The mayor", "said", ["the bridge would close"]),
        (
            "The mayor has also said that it would close.",
            "The mayor",
            "has also said",
            ["that it would close"],
        ),
        ("He did not say why.", "He", "did not say", ["why"]),
        ("Ana and Bo Lind think it will rain.", "Ana and Bo Lind", "think", ["it will rain"]),
        ("Ana Lind, a baker in Ghent, said it rained.", "Ana Lind, a baker in Ghent,", "said", ["it rained"]),
        ("Lind, who owns the shop, said it rained.", "Lind, who owns the shop,", "said", ["it rained"]),
        ("On Monday the bishop warned of floods.", "the bishop", "warned of", ["floods"]),
        ("The bishop on Monday warned of floods.", "The bishop", "warned of", ["floods"]),
        ("In a letter, the bishop wrote that it rained.", "the bishop", "wrote", ["that it rained"]),
        ("It will rain, the bishop said.", "the bishop", "said", ["It will rain"]),
        ("It will rain, said Ada Roe, a bishop.", "Ada Roe, a bishop", "said", ["It will rain"]),
        ("The rain, she said, would last.", "she", "said", ["The rain", "would last"]),
        ("The clerk told Roe that it rained.", "The clerk", "told", ["that it rained"]),
        ("The clerk told her she was late.", "The clerk", "told", ["she was late"]),
        ("The clerk asked Roe whether it rained.", "The clerk", "asked", ["whether it rained"]),
        ("Roe praised the clerks, and left.", "Roe", "praised", ["the clerks"]),
        ("Roe called for calm.", "Roe", "called for", ["calm"]),
        ("She refused to pay.", "She", "refused", ["to pay"]),
        ("According to the clerk, it rained.", "the clerk", "According to", ["it rained"]),
        ("It rained, according to Roe, a clerk.", "Roe, a clerk", "according to", ["It rained"]),
        ("The press mocked her claim that it rained.", "her", "claim", ["that it rained"]),
        ("As Roe put it, “it never rains but pours.”", "Roe", "put it", ["“it never rains but pours.”"]),
        ("Roe went on to say that it rained.", "Roe", "went on to say", ["that it rained"]),
        ("The ferry is expected to sail.", "", "is expected", ["The ferry", "to sail"]),
        ("Mayor Roe: I will not pay for this", "Mayor Roe", ":", ["I will not pay for this"]),
    ],
)
def test_one_claim(text: str, source: str, cue: str, content: list[str]) -> None:
    """The source has title and apposition, the cue its auxiliaries, the content its "that" and no stop."""
    assert (source, cue, content) in claims(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roe said it rained and added that it would last.", [
            ("Roe", "said", ["it rained"]), ("Roe", "added", ["that it would last"])]),
        ("Roe said it rained, but Lind warned of snow.", [
            ("Roe", "said", ["it rained"]), ("Lind", "warned of", ["snow"])]),
        ("Roe praised the clerk, calling him a “rock”.", [
            ("Roe", "praised", ["the clerk"]), ("Roe", "calling", ["him a “rock”"])]),
        ("Roe, who says it rained, told Lind that she was wet.", [
            ("who", "says", ["it rained"]), ("Roe, who says it rained,", "told", ["that she was wet"])]),
        ("While Roe said it rained, Lind said it was dry.", [
            ("Roe", "said", ["it rained"]), ("Lind", "said", ["it was dry"])]),
    ],
)  # fmt: skip
def test_several_claims(text: str, found: list[tuple[str, str, list[str]]]) -> None:
    """Coordinated, participial and subordinate claims of a sentence do not run into each other."""
    assert claims(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The United States sent his reports to the state.",
        "Their demands and the FBI reports were on a reality show.",
        "A company called Pike & Sons sells tea.",
        "The proposed law has two pledged votes.",
        "It was a story to say the least.",
        "",
    ],
)
def test_no_claim(text: str) -> None:
    """Nouns, names, titles and participles that look like reporting verbs are none."""
    assert claims(text) == []
