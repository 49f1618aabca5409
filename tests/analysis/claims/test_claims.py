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
        ("Roe said there were clouds.", "Roe", "said", ["there were clouds"]),
        ("The port failed, though she said this was odd.", "she", "said", ["this was odd"]),
        ("Roe said this week that it rained.", "Roe", "said", ["that it rained"]),
        ("Clerks said at least ten had left.", "Clerks", "said", ["at least ten had left"]),
        ("Clerks said at the port that it rained.", "Clerks", "said", ["that it rained"]),
        ("Clerks said about 40 ships sank.", "Clerks", "said", ["about 40 ships sank"]),
        ("Clerks said as many as 40 ships sank.", "Clerks", "said", ["as many as 40 ships sank"]),
        ("Clerks at the port estimate that it rained.", "Clerks at the port", "estimate", ["that it rained"]),
        ("Two men close to Roe say he sailed.", "Two men close to Roe", "say", ["he sailed"]),
        ("It rained; the port, according to Roe, was dry.", "Roe", "according to", ["the port", "was dry"]),
        ("Roe thinks it rained, which the port has called a lie.", "Roe", "thinks", ["it rained"]),
        ("Mayor Roe: I will not pay for this", "Mayor Roe", ":", ["I will not pay for this"]),
    ],
)
def test_one_claim(text: str, source: str, cue: str, content: list[str]) -> None:
    """The source has title and apposition, the cue its auxiliaries, the content its "that" and no stop."""
    assert (source, cue, content) in claims(text)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The port will close, a clerk said Monday, a day after a storm that cut the power.",
         "a clerk", "said", ["The port will close"]),
        ("GHENT, May 4 (AFP) - The port will close, a clerk said.",
         "a clerk", "said", ["The port will close"]),
        ("NEW DELHI: The port will close, a clerk said.", "a clerk", "said", ["The port will close"]),
        ("– The port will close, a clerk said.", "a clerk", "said", ["The port will close"]),
        ('Speaking in Ghent, the clerk said, "We close."', "the clerk", "said", ['"We close."']),
        ("A clerk said Monday she would close a port that leaks.", "A clerk", "said", [
            "she would close a port that leaks"]),
        ("Clerks said in a note the port leaked.", "Clerks", "said", ["the port leaked"]),
        ("However, he said, this port would close.", "he", "said", ["this port would close"]),
        ("The clerk told Radio Ghent the port leaked.", "The clerk", "told", ["the port leaked"]),
        ("The clerk warned sailors not to swim.", "The clerk", "warned", ["not to swim"]),
        ("The clerk urged caution.", "The clerk", "urged", ["caution"]),
        ('Sailors chanted "Out!" as they marched.', "Sailors", "chanted", ['"Out!"']),
        ('He held up a card – it read "Out" – and left.', "it", "read", ['"Out"']),
        ('The port "must close", Roe told a crowd, and "we must pay".', "Roe", "told", [
            'The port "must close"', '"we must pay"']),
        ("The clerk likes to boast that it never rains.", "The clerk", "likes to boast", [
            "that it never rains"]),
        ("Roe smiled and said, “It leaks.”", "Roe", "said", ["“It leaks.”"]),
        ("He held a sign that said “It leaks.”", "that", "said", ["“It leaks.”"]),
        ("“It leaks,” Roe notes.", "Roe", "notes", ["“It leaks,”"]),
        ("“It leaks all day,” gushed Roe.", "Roe", "gushed", ["“It leaks all day,”"]),
        ("The study found the port leaked.", "The study", "found", ["the port leaked"]),
        ("Asked whether he would support a ban, Roe said it leaked.", "Roe", "said", ["it leaked"]),
        ("Roe said only that it leaked.", "Roe", "said", ["that it leaked"]),
        ("The plan was condemned by Ada Roe for its cost.", "Ada Roe", "was condemned", ["The plan"]),
        ("It was described as “odd” by clerk Ada Roe.", "clerk Ada Roe", "was described", ["It", "as “odd”"]),
        ("The port leaked, which clerks say cost a lot.", "clerks", "say", ["cost a lot"]),
        ("Ten boats have sunk this week, the port agency estimates.", "the port agency", "estimates", [
            "Ten boats have sunk this week"]),
        ("Roe said privately: “It leaks.”", "Roe", "said privately:", ["“It leaks.”"]),
        ("He stole the boat, a court has heard.", "a court", "has heard", ["He stole the boat"]),
        ("A clerk is understood to fear rain.", "", "is understood", ["A clerk", "to fear rain"]),
    ],
)  # fmt: skip
def test_what_is_reported(text: str, source: str, cue: str, content: list[str]) -> None:
    """A dateline, a time, an occasion or what happened meanwhile is no part of what is reported."""
    assert (source, cue, content) in claims(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to two clerks, who stood near, the port leaked.", "two clerks"),
        ("According to Ada Roe, 54, a former clerk, the port leaked.", "Ada Roe, 54, a former clerk"),
        ("The port leaked, according to Ada Roe, 54, a former clerk.", "Ada Roe, 54, a former clerk"),
        ("According to the clerk, a pump broke, and the port leaked.", "the clerk"),
        ("Ada Roe, a clerk, on Monday said the port leaked.", "Ada Roe, a clerk,"),
        ("Ada Roe, however, said the port leaked.", "Ada Roe"),
        ("Ada Roe, while sailing home, said the port leaked.", "Ada Roe"),
        ("Ada Roe, asked if she would sail, said the port leaked.", "Ada Roe"),
        ("However, the Port Trust, PT, said the port leaked.", "the Port Trust, PT,"),
        ("Clerks in Ghent, who saw it, say the port leaked.", "Clerks in Ghent, who saw it,"),
        ("The port leaked, according to Ada Roe, who was there.", "Ada Roe"),
        ("A clerk hit back last night, saying the port leaked.", "A clerk"),
        ("Ada Roe – a clerk – said the port leaked.", "Ada Roe"),
        ("Outside the port, Ada Roe said the port leaked.", "Ada Roe"),
        ("The Port Trust, a charity, estimates that the port leaked.", "The Port Trust, a charity,"),
        ('"It leaked," said Ada Roe, executive director of the port.',
         "Ada Roe, executive director of the port"),
        ('Ada Roe disagrees: "The port never leaked, not for a day."', "Ada Roe"),
    ],
)  # fmt: skip
def test_sources(text: str, source: str) -> None:
    """An age or an apposition is of the source; remarks, times and what a source is doing are not."""
    assert [claim[0] for claim in claims(text)] == [source]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roe is expected to sail, a clerk said.", [
            ("", "is expected", ["Roe", "to sail"]), ("a clerk", "said", ["Roe is expected to sail"])]),
        ("Roe said it rained, but did not say where it rained or why.", [
            ("Roe", "said", ["it rained"]), ("Roe", "did not say", ["where it rained or why"])]),
        ("Roe said it rained and added that it would last.", [
            ("Roe", "said", ["it rained"]), ("Roe", "added", ["that it would last"])]),
        ("Roe said it rained, but Lind warned of snow.", [
            ("Roe", "said", ["it rained"]), ("Lind", "warned of", ["snow"])]),
        ("The state agency, citing logs, said it rained.", [
            ("The state agency", "citing", ["logs"]), ("The state agency", "said", ["it rained"])]),
        ("Roe blamed the crew, but the mate, Lind, insisted that it rained.", [
            ("Roe", "blamed", ["the crew"]), ("the mate, Lind,", "insisted", ["that it rained"])]),
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
        'A clerk known as "the voice of the port" has left.',
        "A clerk, who did not want to be named, has left.",
        "Roe heard that it rained.",
        "Roe did not show up at the port.",
        "Pirates attacked the port last week.",
        "",
    ],
)
def test_no_claim(text: str) -> None:
    """Nouns, names, titles and participles that look like reporting verbs are none."""
    assert claims(text) == []
