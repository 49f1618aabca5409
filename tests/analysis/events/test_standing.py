"""Whose word an act stands on, and whether it happened, is planned, possible or denied."""

import numpy as np
import pytest

from onrecord.analysis.events.drafts import Draft
from onrecord.analysis.events.standing import Holders, standing_of
from onrecord.analysis.parts import Extent
from onrecord.knowledge.plover import STANDINGS
from onrecord.record import Span, Standing, Statement
from records import place, span


def statement(text: str, *content: str, cue: str = "said", id_: str = "s1", nth: int = 0) -> Statement:
    """What somebody says in `text`, by the `nth` of its words `cue`."""
    return Statement(
        id=id_,
        type="indirect",
        content=tuple(span(text, piece) for piece in content),
        cue=(span(text, cue, nth),) if cue else (),
        confidence=1.0,
    )


def draft(text: str, trigger: str, *, told: Standing = "happened", sure: float = 0.9) -> Draft:
    """An act that a text of one sentence tells by `trigger`; the model is so sure of how it is told."""
    standings = np.full(len(STANDINGS), (1 - sure) / (len(STANDINGS) - 1))
    standings[STANDINGS.index(told)] = sure
    return Draft(
        word=0,
        trigger=place(text, trigger),
        sentence=(0, len(text)),
        types=np.zeros(16),
        standings=standings,
        modes=np.zeros(0, np.float32),
        first=0,
        parties=np.zeros((4, 1)),
    )


def held_by(text: str, trigger: str, *statements: Statement) -> str | None:
    """The id of the statement that tells the trigger."""
    holder = Holders(statements).of(place(text, trigger))
    return holder.id if holder else None


def test_an_act_in_a_statement_is_on_its_word() -> None:
    """What somebody is said to have said holds the act that it tells."""
    text = "Mayor Ilse Roon said rebels shelled the mill."
    assert held_by(text, "shelled", statement(text, "rebels shelled the mill")) == "s1"


def test_an_act_outside_of_all_statements_is_the_outlets() -> None:
    """The reporter's own words are nobody's statement, beside one as without any."""
    text = "Rebels shelled the mill, and Mayor Ilse Roon said it burned."
    assert held_by(text, "shelled", statement(text, "it burned")) is None
    assert held_by(text, "shelled") is None


def test_of_statements_in_each_other_the_innermost_tells() -> None:
    """Roon says what Brandt claims: the shelling is on Brandt's word, the visit on Roon's."""
    text = "Roon said that she had visited Halden and that Brandt claimed rebels shelled the mill."
    outer = statement(
        text, "that she had visited Halden and that Brandt claimed rebels shelled the mill", id_="s1"
    )
    inner = statement(text, "rebels shelled the mill", cue="claimed", id_="s2")
    for both in ((outer, inner), (inner, outer)):
        assert held_by(text, "shelled", *both) == "s2"
        assert held_by(text, "visited", *both) == "s1"


def test_a_statement_of_several_pieces_holds_what_each_tells() -> None:
    """A quotation that the speech tag interrupts is one statement."""
    text = "“Rebels shelled the mill,” Roon said, “and then they burned the church.”"
    one = statement(text, "“Rebels shelled the mill,”", "“and then they burned the church.”")
    assert held_by(text, "shelled", one) == "s1"
    assert held_by(text, "burned", one) == "s1"
    assert held_by(text, "said", one) is None


def test_the_cue_of_a_statement_is_no_act_of_its_content() -> None:
    """The condemnation of a raid is on the outlet's word, the raid itself on that of who condemns it."""
    text = "Roon condemned the raid on the mill."
    one = statement(text, "condemned the raid on the mill", cue="condemned")
    assert held_by(text, "condemned", one) is None
    assert held_by(text, "raid", one) == "s1"


def test_a_content_ends_where_it_ends() -> None:
    """What begins at the very end of a content is not in it."""
    text = "Roon said rebels shelled Halden."
    one = statement(text, "rebels shelled ")
    assert held_by(text, "Halden", one) is None
    assert held_by(text, "shelled", one) == "s1"


def test_a_short_statement_between_does_not_hide_a_long_one() -> None:
    """An act late in a long quotation is found although shorter statements begin nearer to it."""
    text = "Roon wrote: she had met Brandt, who said no; Lund said yes; and rebels shelled the mill."
    long = statement(text, text[text.index("she had") : -1], cue="wrote", id_="s1")
    no, yes = statement(text, "no;", id_="s2"), statement(text, "yes;", id_="s3", nth=1)
    assert held_by(text, "shelled", long, no, yes) == "s1"


def test_holders_agree_with_looking_at_every_statement() -> None:
    """At every place of statements in, beside and across each other, the shortest there is found."""
    text = "x" * 120
    extents: list[Extent] = [(0, 100), (5, 20), (5, 60), (10, 15), (30, 90), (40, 45), (41, 44), (110, 120)]
    statements = [
        Statement(
            id=f"s{k}",
            type="direct",
            content=(Span(start=start, end=end, text=text[start:end]),),
            confidence=1.0,
        )
        for k, (start, end) in enumerate(extents)
    ]
    holders = Holders(statements)
    for at in range(len(text)):
        there = [(end - start, f"s{k}") for k, (start, end) in enumerate(extents) if start <= at < end]
        found = holders.of((at, at + 1))
        assert (found.id if found else None) == (min(there)[1] if there else None)


@pytest.mark.parametrize("told", STANDINGS)
def test_without_hedge_or_holder_the_model_decides(told: Standing) -> None:
    """What nothing around it makes doubtful is as the model reads it."""
    text = "Rebels shelled the mill."
    assert standing_of(draft(text, "shelled", told=told), text, None) == told


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels reportedly shelled the mill.", "shelled"),
        ("General Brandt allegedly ordered the raid.", "raid"),
        ("The rebels are believed to have shelled the mill.", "shelled"),
        ("Jan Vos was widely thought to have been arrested.", "arrested"),
        ("The brigade is rumoured to have left Halden.", "left"),
        ("Apparently rebels shelled the mill.", "shelled"),
    ],
)
def test_a_hedge_makes_an_act_only_possible(text: str, trigger: str) -> None:
    """What is told as hearsay happened perhaps."""
    assert standing_of(draft(text, trigger), text, None) == "possible"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Roon reportedly wept, and rebels shelled the mill.", "shelled"),
        ("The man, allegedly a spy, shelled the mill.", "shelled"),
        ("Roon is believed to know who shelled the mill.", "shelled"),
        ("Rebels shelled the mill, reportedly.", "shelled"),
        ("Reportedly the old and much loved mayor of the harbour town of Halden met them.", "met"),
        ("Rebels shelled the mill.", "shelled"),
    ],
)
def test_a_hedge_of_something_else_leaves_an_act_alone(text: str, trigger: str) -> None:
    """A hedge in another clause, behind the act or far ahead of it is not the act's."""
    assert standing_of(draft(text, trigger), text, None) == "happened"


def test_a_hedge_of_the_sentence_before_is_not_the_acts() -> None:
    """Only what stands in the act's own sentence counts."""
    text = "Allegedly so. Rebels shelled it."
    one = draft(text, "shelled")
    one.sentence = place(text, "Rebels shelled it.")
    assert standing_of(one, text, None) == "happened"


@pytest.mark.parametrize("told", ["planned", "possible", "denied"])
def test_a_hedge_changes_only_what_is_told_as_done(told: Standing) -> None:
    """What is planned stays planned, reportedly or not."""
    text = "Rebels reportedly shelled the mill."
    assert standing_of(draft(text, "shelled", told=told), text, None) == told


def test_who_denies_an_act_denies_it() -> None:
    """What somebody denies in indirect speech is denied; what somebody says is not."""
    text = "General Brandt denied that his men shelled the mill."
    one = statement(text, "that his men shelled the mill", cue="denied")
    assert standing_of(draft(text, "shelled"), text, one) == "denied"
    text = "General Brandt said that his men shelled the mill."
    one = statement(text, "that his men shelled the mill")
    assert standing_of(draft(text, "shelled"), text, one) == "happened"


def test_what_is_said_in_denying_is_not_denied() -> None:
    """“They shelled us,” he said, denying guilt: what stands ahead of the denial is what he holds."""
    text = "“They shelled us,” Brandt protested, denying guilt."
    one = statement(text, "“They shelled us,”", cue="denying")
    assert standing_of(draft(text, "shelled"), text, one) == "happened"


def test_what_is_hoped_for_is_done_only_where_the_model_is_sure() -> None:
    """Under a word of hoping an unsure model is asked what the act is if not done."""
    text = "Roon hopes that rebels left Halden."
    one = statement(text, "that rebels left Halden", cue="hopes")
    unsure = draft(text, "left", sure=0.5)
    unsure.standings = np.array([0.5, 0.1, 0.3, 0.1])
    assert standing_of(unsure, text, one) == "possible"
    assert standing_of(draft(text, "left", sure=0.9), text, one) == "happened"


def test_a_statement_without_a_cue_decides_nothing() -> None:
    """A bare quotation leaves the standing to the model."""
    text = "“Rebels shelled the mill.”"
    one = statement(text, text, cue="")
    assert standing_of(draft(text, "shelled"), text, one) == "happened"
