"""Each rule of the scorers, on examples small enough to count by hand."""

import pytest

import scoring
from scoring import Row, inside_quotes, pair_rows, score_statements, score_times

TEXT = (
    "The guild met. “We strike at dawn,” Osk Tarn said, “or never.” Rell Vane thinks the plan is “a bluff”."
)


def spans(*pieces: str) -> list[list[int]]:
    """Where each of `pieces` stands in TEXT, first found."""
    return [[TEXT.index(piece), TEXT.index(piece) + len(piece)] for piece in pieces]


def attribution(source: list[list[int]], cue: list[list[int]], content: list[list[int]]) -> Row:
    """One gold attribution."""
    return {"source": source, "cue": cue, "content": content}


DIRECT = attribution(spans("Osk Tarn"), spans("said"), spans("“We strike at dawn,”", "“or never.”"))
MIXED = attribution(spans("Rell Vane"), spans("thinks"), spans("the plan is “a bluff”"))
GOLD: Row = {"id": "a", "text": TEXT, "attributions": [DIRECT, MIXED]}


def statement(a: Row, **more: object) -> Row:
    """The statement of a record that has an attribution's spans."""
    roles = {role: [{"start": s, "end": e} for s, e in a[role]] for role in scoring.ROLES}
    return {**roles, **more}


def scored(*predicted: Row, gold: Row = GOLD) -> Row:
    """The scores of a record with these statements."""
    return score_statements([(gold, {"statements": list(predicted)})])


def counts(score: Row) -> tuple[int, int, int]:
    """What the figures were made of."""
    return score["right"], score["predicted"], score["gold"]


# Pairing and figures


def test_records_belong_to_rows_by_key() -> None:
    """A record is its row's by `article.key`; a row without one is paired with an empty record."""
    rows = [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}]
    record = {"article": {"key": "b", "text": "y"}}
    assert pair_rows(rows, [record]) == [(rows[0], {}), (rows[1], record)]


@pytest.mark.parametrize(
    ("rows", "keys", "text"),
    [("a", "b", "x"), ("a", "aa", "x"), ("aa", "", "x"), ("a", "a", "x ")],
    ids=["unknown", "record twice", "row twice", "other text"],
)
def test_what_cannot_be_paired_is_an_error(rows: str, keys: str, text: str) -> None:
    """An unknown key, a key or an id given twice, and a text that is not the gold's are refused."""
    with pytest.raises(ValueError, match=r"gold|unknown, or given twice"):
        pair_rows(
            [{"id": key, "text": "x"} for key in rows], [{"article": {"key": k, "text": text}} for k in keys]
        )


def test_precision_recall_f1() -> None:
    """3 of 4 predicted and of 6 gold: P 75, R 50, F1 60; nothing over nothing is 0."""
    assert scoring.prf(3, 4, 6) == {"p": 75.0, "r": 50.0, "f1": 60.0, "right": 3, "predicted": 4, "gold": 6}
    assert scoring.prf(0, 0, 0) == {"p": 0.0, "r": 0.0, "f1": 0.0, "right": 0, "predicted": 0, "gold": 0}
    assert scoring.share(1, 3) == {"percent": 33.3, "right": 1, "of": 3}
    assert scoring.share(0, 0)["percent"] == 0.0


# Statements: spans of a role


def test_gold_against_itself_is_100() -> None:
    """The gold's own spans are right in every count."""
    scores = scored(statement(DIRECT), statement(MIXED))
    for mode in ("exact", "edges forgiven"):
        assert [scores["role"][mode][role]["f1"] for role in scoring.ROLES] == [100, 100, 100]
    whole = ("content", "linked", "linked strict", "direct only")
    assert [scores[name]["f1"] for name in whole] == [100, 100, 100, 100]


def test_no_record_misses_everything() -> None:
    """A row without a record counts its gold: nothing right, nothing predicted."""
    scores = score_statements([(GOLD, {})])
    assert counts(scores["linked"]) == (0, 0, 2)
    assert counts(scores["role"]["exact"]["content"]) == (0, 0, 3)
    assert (scores["documents"], scores["documents with a record"]) == (1, 0)


def test_each_piece_is_an_item_with_both_its_ends() -> None:
    """A content of two pieces is two items; one end amiss makes that one wrong and not the other."""
    start, end = DIRECT["content"][0]
    off = {**DIRECT, "content": [[start, end - 5], DIRECT["content"][1]]}
    assert counts(scored(statement(off))["role"]["exact"]["content"]) == (1, 2, 3)


def test_edges_forgiven_cuts_to_letters() -> None:
    """Without its marks and commas a piece is wrong exactly, and right with edges forgiven."""
    bare = {**DIRECT, "content": spans("We strike at dawn", "or never")}
    scores = scored(statement(bare))
    assert counts(scores["role"]["exact"]["content"]) == (0, 2, 3)
    assert counts(scores["role"]["edges forgiven"]["content"]) == (2, 2, 3)
    assert counts(scores["linked strict"]) == (1, 1, 2)


def test_a_shared_span_is_one_item() -> None:
    """Two attributions of one source and one cue have one source item and one cue item."""
    first, second = ({**DIRECT, "content": [piece]} for piece in DIRECT["content"])
    gold = {**GOLD, "attributions": [first, second]}
    scores = scored(statement(first), gold=gold)
    assert counts(scores["role"]["exact"]["source"]) == (1, 1, 1)
    assert counts(scores["role"]["exact"]["content"]) == (1, 1, 2)


# Statements: whole attributions


def overlapping(n_predicted: int, n_common: int, source: str | None = "Osk Tarn") -> Row:
    """Scores of a content of `n_predicted` letters, `n_common` of them among the gold's ten."""
    text = "abcdefghijklmnopqrstuvwxyz Osk Tarn Rell Vane"
    row = {"id": "a", "text": text, "attributions": [attribution([[27, 35]], [], [[0, 10]])]}
    first = 10 - n_common
    where = [] if source is None else [[text.index(source), text.index(source) + len(source)]]
    return scored(statement(attribution(where, [], [[first, first + n_predicted]])), gold=row)


@pytest.mark.parametrize(
    ("n_predicted", "n_common", "right"), [(5, 5, 1), (4, 4, 0), (14, 8, 1), (15, 8, 0), (20, 10, 1)]
)
def test_contents_are_alike_from_half_jaccard(n_predicted: int, n_common: int, right: int) -> None:
    """5/10, 8/16 and 10/20 letters in common are just enough; 4/10 and 8/17 are not."""
    scores = overlapping(n_predicted, n_common)
    assert (scores["content"]["right"], scores["linked"]["right"]) == (right, right)


def test_linking_asks_for_the_source() -> None:
    """Another's name or no name finds the content but does not link it; a letter of the source will do."""
    for source, linked in (("Rell", 0), (None, 0), ("n R", 1)):
        scores = overlapping(10, 10, source)
        assert scores["content"]["right"] == 1
        assert scores["linked"]["right"] == linked
        assert scores["source given content"] == {"percent": 100.0 * linked, "right": linked, "of": 1}


def test_no_source_agrees_with_no_source() -> None:
    """Where the gold names nobody, a statement without source links, one with a source does not."""
    anonymous = {**DIRECT, "source": []}
    gold = {**GOLD, "attributions": [anonymous]}
    scores = scored(statement(anonymous), gold=gold)
    assert (scores["linked"]["right"], scores["linked strict"]["right"]) == (1, 1)
    named = scored(statement(DIRECT), gold=gold)
    assert (named["content"]["right"], named["linked"]["right"]) == (1, 0)
    assert named["source given content"]["of"] == 0


def test_pairs_are_one_to_one() -> None:
    """A statement given twice is right once: P 50, R 100 of the one gold attribution."""
    gold = {**GOLD, "attributions": [DIRECT]}
    linked = scored(statement(DIRECT), statement(DIRECT), gold=gold)["linked"]
    assert (linked["p"], linked["r"], linked["f1"]) == (50.0, 100.0, 66.7)


def test_the_better_pair_is_made_first() -> None:
    """Of two like contents the one with more letters in common takes the gold, though it comes second."""
    shorter = {**DIRECT, "source": spans("Rell Vane"), "content": DIRECT["content"][:1]}
    gold = {**GOLD, "attributions": [DIRECT]}
    scores = scored(statement(shorter), statement(DIRECT), gold=gold)
    assert counts(scores["content"]) == (1, 2, 1)
    assert scores["source given content"]["right"] == 1


def test_strict_asks_for_every_letter() -> None:
    """A content short of one word, or a source short of one, is linked and not strictly so."""
    start, end = MIXED["content"][0]
    for near in ({**MIXED, "content": [[start + 4, end]]}, {**MIXED, "source": spans("Vane")}):
        scores = scored(statement(near))
        assert (scores["linked"]["right"], scores["linked strict"]["right"]) == (1, 0)


def test_a_statement_without_letters_is_a_wrong_one() -> None:
    """Content of a mark alone, or none, counts as predicted; gold without content is not asked for."""
    mark = TEXT.index("“")
    gold = {**GOLD, "attributions": [DIRECT, {**MIXED, "content": []}]}
    empty = [statement({**DIRECT, "content": [[mark, mark + 1]]}), statement({**DIRECT, "content": []})]
    assert counts(scored(statement(DIRECT), *empty, gold=gold)["linked"]) == (1, 3, 1)


def test_nested_statements_are_not_counted() -> None:
    """A statement `within` another neither helps nor costs."""
    scores = scored(statement(DIRECT), statement(MIXED, within="s1"))
    assert counts(scores["linked"]) == (1, 1, 2)
    assert counts(scores["role"]["exact"]["source"]) == (1, 1, 2)


def test_discarded_stretches_are_not_counted() -> None:
    """A statement that has a letter in a stretch set aside is not predicted; one beside it is."""
    start, _ = MIXED["content"][0]
    statements = statement(DIRECT), statement(MIXED)
    assert scored(*statements, gold={**GOLD, "discard": [[start, start + 1]]})["linked"]["predicted"] == 1
    assert scored(*statements, gold={**GOLD, "discard": [[start - 1, start]]})["linked"]["predicted"] == 2


# Statements: their types, and slices of them


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('a "b" c', "0011000"),
        ("a “b” c", "0011000"),
        ("“a “b” c", "11111000"),
        ('“a" b', "11000"),
        ('"a\nb', "1100"),
        ("‘a’", "000"),
    ],
)
def test_inside_double_quotes(text: str, inside: str) -> None:
    """A straight mark turns over, a curly one sets, a new line ends it, single marks do nothing."""
    assert "".join(map(str, inside_quotes(text))) == inside


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“Every letter is inside,”", "direct"),
        ("“One” and others", "mixed"),
        ("Nothing is quoted", "indirect"),
        ("“” No letter is", "indirect"),
        ("“" + 96 * "a" + "” " + 4 * "b", "direct"),
        ("“" + 95 * "a" + "” " + 5 * "b", "mixed"),
    ],
)
def test_types_by_the_share_of_quoted_letters(content: str, kind: str) -> None:
    """Direct above 95 percent of the letters, indirect without any, else mixed."""
    gold = {
        "id": "a",
        "text": content + " and so on",
        "attributions": [attribution([], [], [[0, len(content)]])],
    }
    by_type = score_statements([(gold, {})])["linked recall by type"]
    assert {name: share["of"] for name, share in by_type.items() if share["of"]} == {kind: 1}


def test_marks_just_outside_the_content_count() -> None:
    """A content whose marks were left out is still direct, for its letters are between them."""
    gold = {**GOLD, "attributions": [{**DIRECT, "content": spans("We strike at dawn")}]}
    assert scored(gold=gold)["linked recall by type"]["direct"]["of"] == 1


def test_a_mark_that_does_not_touch_the_content_does_not_quote_it() -> None:
    """After an inch mark the content counts as unquoted, though by then a quotation seems to be open."""
    text = 'Osk Tarn measured 6" of snow.'
    gold = {"id": "a", "text": text, "attributions": [attribution([], [], [[text.index("of"), len(text)]])]}
    assert scored(gold=gold)["linked recall by type"]["indirect"]["of"] == 1


def test_recall_by_type() -> None:
    """The direct one found with its speaker, the mixed one with another's: the content alone is found."""
    scores = scored(statement(DIRECT), statement({**MIXED, "source": spans("guild")}))
    linked, content = scores["linked recall by type"], scores["content recall by type"]
    assert [linked[kind]["right"] for kind in ("direct", "mixed", "indirect")] == [1, 0, 0]
    assert [content[kind]["right"] for kind in ("direct", "mixed", "indirect")] == [1, 1, 0]


def test_saying_verbs() -> None:
    """Said and denies are verbs of saying, thinks and sayed are not: one of two gold cues is asked for."""
    assert {"said", "told", "denies", "urging", "stressed", "wrote"} <= scoring._SAYING_FORMS
    assert not {"thinks", "plans", "sayed"} & scoring._SAYING_FORMS
    recall = scored(statement(DIRECT), statement(MIXED))["saying verb recall"]
    assert recall == {"percent": 100.0, "right": 1, "of": 1}


def test_direct_only_takes_the_type_from_the_text() -> None:
    """P over predictions direct by their marks, whatever they call themselves; R over direct gold."""
    stray = {**MIXED, "content": spans("“a bluff”")}
    scores = scored(statement(DIRECT, type="indirect"), statement(stray, type="mixed"))
    assert scores["direct only"] == {"p": 50.0, "r": 100.0, "f1": 66.7, "right": 1, "predicted": 2, "gold": 1}


def test_direct_only_counts_a_direct_answer_to_a_mixed_one() -> None:
    """A direct prediction linked with a mixed attribution is right in P, and no hit in R."""
    part = "is “a bluff, a long and noisy bluff”"
    text = f"Osk Tarn said it {part}. “Never,” said Rell Vane."
    mixed = attribution([[0, 8]], [], [[17, 17 + len(part)]])
    never = attribution([], [], [[text.index("“Never"), text.index("said Rell")]])
    gold = {"id": "a", "text": text, "attributions": [mixed, never]}
    scores = scored(statement(attribution([[0, 8]], [], [[20, 17 + len(part)]])), gold=gold)
    assert scores["direct only"] == {"p": 100.0, "r": 0.0, "f1": 0.0, "right": 1, "predicted": 1, "gold": 1}


# Times


def timex(start: int, end: int, value: str | None = "2025-03-04", kind: str = "DATE") -> Row:
    """A time expression, of the gold or of a record."""
    return {"start": start, "end": end, "type": kind, "value": value}


def timed(gold: list[Row], predicted: list[Row]) -> Row:
    """The scores of a record with these times."""
    return score_times([({"id": "a", "text": 50 * "x", "times": gold}, {"times": predicted})])


def test_times_one_of_each_kind() -> None:
    """Four gold, four predicted: one exact, one wider, one of another type, one stray."""
    gold = [timex(0, 4), timex(10, 14), timex(20, 24), timex(30, 34)]
    predicted = [timex(0, 4), timex(8, 14), timex(20, 24, "P1D", "DURATION"), timex(40, 44)]
    scores = timed(gold, predicted)
    names = ("relaxed", "strict", "type", "value", "strict and value")
    assert [counts(scores[name]) for name in names] == [(n, 4, 4) for n in (3, 2, 2, 2, 1)]
    assert (scores["relaxed"]["f1"], scores["strict"]["f1"], scores["strict and value"]["f1"]) == (75, 50, 25)


def test_touching_is_not_overlapping() -> None:
    """Extents are half-open: one that ends where the other begins is no match."""
    assert timed([timex(0, 4)], [timex(4, 8)])["relaxed"]["right"] == 0


def test_a_null_value_matches_no_value() -> None:
    """An expression that was found but not resolved counts for its extent alone."""
    scores = timed([timex(0, 4)], [timex(0, 4, None)])
    assert (scores["strict"]["f1"], scores["value"]["f1"]) == (100.0, 0.0)


def test_values_are_compared_as_strings() -> None:
    """A value of another precision is another value."""
    assert timed([timex(0, 4, "2025-03-04")], [timex(0, 4, "2025-03")])["value"]["right"] == 0


def test_equal_extents_pair_before_wider_overlaps() -> None:
    """The exact one takes the gold, though another covers as much of it and comes first."""
    scores = timed([timex(4, 8, "A")], [timex(0, 8, "B"), timex(4, 8, "A")])
    assert counts(scores["value"]) == counts(scores["strict"]) == (1, 2, 1)


def test_the_widest_overlap_pairs_first() -> None:
    """Of two that overlap in part, the one with more in common is the match; the other is left over."""
    scores = timed([timex(4, 10, "A")], [timex(0, 5, "B"), timex(6, 12, "A")])
    assert (scores["relaxed"]["right"], scores["value"]["right"]) == (1, 1)


def test_one_expression_matches_one() -> None:
    """A prediction over two gold expressions finds one of them."""
    assert counts(timed([timex(0, 4), timex(6, 10)], [timex(0, 10)])["relaxed"]) == (1, 1, 2)


def test_documents_add_up() -> None:
    """Counts are summed over the documents before any figure is made."""
    row = {"id": "a", "text": "x", "times": [timex(0, 4)]}
    scores = score_times([(row, {"times": [timex(0, 4)]}), (row, {})])
    assert counts(scores["strict"]) == (1, 1, 2)
    assert (scores["documents"], scores["documents with a record"]) == (2, 1)


def test_the_table_has_a_line_for_each_figure() -> None:
    """Printed figures carry their path and their counts."""
    lines = scoring.table(scored(statement(DIRECT)))
    cue = next(line for line in lines if line.startswith("role, exact, cue"))
    assert " ".join(cue.split()) == "role, exact, cue P 100.0 R 50.0 F1 66.7 (1 right, 1 predicted, 2 gold)"
    assert any(line.startswith("linked recall by type, direct") and "100.0 %" in line for line in lines)
