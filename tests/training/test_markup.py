"""Our own passages: the markup is read exactly, and the examples are what their README says."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from training import corpora, tally
from training.documents import Marked, Name
from training.markup import ACTS, MarkupError, Passage, document, read_passages

PASSAGE = (
    "## x-1 | farming | nesting, single\n"
    "{s1|{P|Ana Ruiz}}, of {L|Ávila}, {c1|told} {a1|the {O|Weekly Plough}} on {t1|Friday} {q1|that "
    "{s2|two vets} {c2|had declined to say} {q2|whether the {G|Basque} herds were ill}}. "
    "{q3|“We,”} {s3,4|she} {c3|said}, {q3|“wait.”}\n\n"
    "{C|Madrid} {c4|hopes for} {q4|rain}.\n"
    "@2 act=ask negative unnamed\n@4 act=believe\n"
)
RUN = 5
"""So many words in a row in two passages are a mould, unless they are a set phrase."""
SET_PHRASES = """
    a paper in the journal of / a person close to the / a piece of paper with / anonymity because the talks
    are private / at the back of the / by the end of the month / clients in a note that / condition was
    described as stable / declined to comment on the / declined to say whether the / for the first time in
    five / has not decided whether to / in a letter sent to / in an interview with the / it had no plans to
    / neither confirmed nor denied the / observers from the African Union / one of them said the / people
    with knowledge of the / two people with knowledge of the / two people briefed on the / refused to be
    drawn on / said an appeal would be / said in a joint statement / said in a statement it / said in a
    statement that / senior figures in the party / spoke on condition of anonymity / official who spoke on
    condition of anonymity / three people who were in the room / to say how long the / told a news
    conference in / whether it was true that / who asked not to be named / who was not authorised to / would
    neither confirm nor deny that a / would not be drawn on whether / not be drawn on the / would not say
    whether it
"""


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of `RUN` words."""
    found = words(text)
    return {tuple(found[k : k + RUN]) for k in range(len(found) - RUN + 1)}


def written(tmp_path: Path, text: str) -> list[Passage]:
    """The passages of a file with that text."""
    path = tmp_path / "some.txt"
    path.write_text(text, encoding="utf-8")
    return list(read_passages(path))


@pytest.fixture(scope="module")
def parts() -> dict[str, list[Passage]]:
    """All of our passages, by part."""
    return {part: tally.passages(part) for part in tally.PARTS}


@pytest.fixture(scope="module")
def counts(parts: dict[str, list[Passage]]) -> dict[str, Counter[str]]:
    """What is counted of each part."""
    return {part: tally.count(found) for part, found in parts.items()}


def test_labels_are_read_as_extents_of_the_bare_text(tmp_path: Path) -> None:
    """Each label's extent is in the text without labels, pieces and shared spans included."""
    (passage,) = written(tmp_path, PASSAGE)
    assert "{" not in passage.text
    assert passage.text.startswith("Ana Ruiz, of Ávila, told the Weekly Plough on Friday that two vets")
    assert passage.text.endswith("\n\nMadrid hopes for rain.")
    assert (passage.id, passage.topic, passage.kinds) == ("x-1", "farming", ("nesting", "single"))
    read = {
        (one.number, letter): [passage.text[start:end] for start, end in extents]
        for one in passage.statements
        for letter, extents in one.spans.items()
    }
    assert read[1, "s"] == ["Ana Ruiz"]
    assert read[1, "q"] == ["that two vets had declined to say whether the Basque herds were ill"]
    assert (read[1, "a"], read[1, "t"]) == (["the Weekly Plough"], ["Friday"])
    assert (read[2, "s"], read[2, "c"]) == (["two vets"], ["had declined to say"])
    assert (read[3, "s"], read[3, "q"], read[4, "s"]) == (["she"], ["“We,”", "“wait.”"], ["she"])


def test_footers_say_what_is_not_the_default(tmp_path: Path) -> None:
    """Act, negation and namelessness come from the footer; without one a statement is plain saying."""
    first, second, third, fourth = written(tmp_path, PASSAGE)[0].statements
    assert (first.act, first.negative, first.unnamed) == ("say", False, False)
    assert (second.act, second.negative, second.unnamed) == ("ask", True, True)
    assert (third.act, fourth.act) == ("say", "believe")


def test_a_passage_becomes_a_document_with_all_its_labels(tmp_path: Path) -> None:
    """Statements, nested ones too, names, and whether a place acts."""
    (passage,) = written(tmp_path, PASSAGE)
    made = document(passage)
    assert made.nested
    assert made.groups
    assert made.statements is not None
    assert len(made.statements) == 4
    assert Marked(*made.statements[1]).source == passage.statements[1].spans["s"]
    named = {made.text[n.start : n.end]: (n.kind, n.acting) for n in made.names or ()}
    assert named == {
        "Ana Ruiz": ("person", None), "Ávila": ("place", False), "Weekly Plough": ("organisation", None),
        "Basque": ("group", None), "Madrid": ("place", True),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("{s1|She} {c1|said} {q1|so.", "never closed"), ("She} {c1|said} {q1|so}.", "closes nothing"),
        ("{x1|She} {c1|said} {q1|so}.", "no such mark"), ("{s1|She} {c1|said} so.", "lacks a content"),
        ("{s1|She} said {q1|so}.", "lacks a cue"), ("{c1|Said} {q1|so}.\n@1 act=sing", "unknown sing"),
        ("{c1|Said} {q1|so}.\n@1 nameless", "unknown nameless"), ("{c1|Said} {q1|so}.\n@2 unnamed", "@2"),
    ],
)  # fmt: skip
def test_bad_markup_is_refused_by_passage(body: str, wrong: str, tmp_path: Path) -> None:
    """The message names the file and the passage, and says what is wrong."""
    with pytest.raises(MarkupError, match=rf"some\.txt: x-2: .*{wrong}"):
        written(tmp_path, f"{PASSAGE}\n## x-2 | a | b\n{body}\n")


def test_a_heading_without_its_three_parts_is_refused(tmp_path: Path) -> None:
    """A passage's heading has an id, a topic and kinds."""
    with pytest.raises(MarkupError, match="x-3"):
        written(tmp_path, "## x-3 | weather\nIt rained.\n")


def test_there_are_enough_examples(parts: dict[str, list[Passage]]) -> None:
    """At least 600 passages, half of them of several sentences, about a fifth for evaluation only."""
    everything = parts["train"] + parts["eval"]
    assert len(everything) >= 600
    assert sum(tally.n_sentences(one) > 1 for one in everything) >= len(everything) / 2
    assert 0.15 <= len(parts["eval"]) / len(everything) <= 0.25


def test_every_passage_has_an_id_of_its_own(parts: dict[str, list[Passage]]) -> None:
    """No id comes twice, in one part or in both."""
    ids = Counter(one.id for found in parts.values() for one in found)
    assert [name for name, times in ids.items() if times > 1] == []


def test_no_two_passages_come_from_one_mould(parts: dict[str, list[Passage]]) -> None:
    """Nowhere do five words in a row stand in two passages, set phrases apart."""
    allowed = {run for phrase in SET_PHRASES.split("/") for run in runs(phrase)}
    homes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for found in parts.values():
        for passage in found:
            for run in runs(passage.text) - allowed:
                homes[run].add(passage.id)
    assert {" ".join(run): ids for run, ids in homes.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("part", tally.PARTS)
def test_everything_we_write_examples_for_occurs(part: str, counts: dict[str, Counter[str]]) -> None:
    """Every act, every sort of name, nesting of two depths and each form, in training and in evaluation."""
    found = counts[part]
    wanted = {f"act: {act}" for act in ACTS} | {f"form: {form}" for form in tally.FORMS} | set(tally.PLAIN)
    assert {name for name in wanted if not found[name]} == set()
    sorts = ("person", "organisation", "place", "place, acting", "group")
    assert all(found[f"name: {sort}"] >= 20 for sort in sorts)
    assert found["nested"] >= found["statements"] / 10
    assert found["unnamed"] >= found["statements"] / 5
    assert found["negative"] >= found["statements"] / 20


def test_labels_stand_on_whole_words(parts: dict[str, list[Passage]]) -> None:
    """No label is empty, begins or ends with a blank, or runs over the end of a paragraph."""
    ragged = [
        (passage.id, passage.text[start:end])
        for found in parts.values()
        for passage in found
        for one in passage.statements
        for extents in one.spans.values()
        for start, end in extents
        if not (span := passage.text[start:end]) or span != span.strip() or "\n" in span
    ]
    assert ragged == []


def test_training_reads_the_examples_of_its_part(parts: dict[str, list[Passage]]) -> None:
    """Training gets each passage of `train` once, and none of `eval` or of the second labels."""
    assert [one.id for one in corpora.examples("train")] == [one.id for one in parts["train"]]
    kept_out = {one.id for one in parts["eval"]}
    assert kept_out.isdisjoint(one.id for one in corpora.examples("train"))
    assert all(isinstance(name, Name) for one in corpora.examples("train") for name in one.names or ())


def test_second_labels_are_of_the_evaluation_passages(parts: dict[str, list[Passage]]) -> None:
    """Every evaluation passage has been labelled twice, on the same text."""
    second = {one.id: one.text for one in tally.passages("second")}
    assert second == {one.id: one.text for one in parts["eval"]}


def test_the_readme_has_the_counts_of_today() -> None:
    """The table of counts in the examples' README is what `python -m training.tally` prints."""
    page = (corpora.EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert "\n".join(tally.rows()) in page, "run python -m training.tally --write"
