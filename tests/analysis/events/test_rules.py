"""PLOVER's rules: what an act counts as, by the words that tell it and by whether it has been done."""

from itertools import product

import pytest

from onrecord.analysis.events import rules
from onrecord.analysis.events.rules import RULES, Act, Rule, apply
from onrecord.knowledge import plover
from onrecord.record import EventType, Standing


def act(
    type_: EventType,
    trigger: str,
    words: str,
    *,
    mode: str | None = None,
    standing: Standing = "happened",
) -> Act:
    """An act that a sentence tells by a word."""
    assert trigger in words, f"{trigger!r} is no word of {words!r}"
    return Act(type_, mode, standing, trigger, words)


Kind = tuple[EventType, str | None]

WHAT_IT_IS: list[tuple[Rule, Act, Kind]] = [
    (
        rules.ambassador_summoned,
        act("CONSULT", "summoned", "Nordmark summoned the ambassador of Velmark over the dredger."),
        ("ACCUSE", "disapprove"),
    ),
    (
        rules.ambassador_summoned,
        act("REQUEST", "called", "The foreign ministry called in Velmark's envoy on Monday."),
        ("ACCUSE", "disapprove"),
    ),
    (
        rules.ambassador_recalled,
        act("RETREAT", "recalled", "Velmark recalled its ambassador for talks at home."),
        ("SANCTION", "withdraw"),
    ),
    (
        rules.ambassador_recalled,
        act("RETREAT", "called", "Nordmark has called its envoy in Port Ansel home."),
        ("SANCTION", "withdraw"),
    ),
    (
        rules.ambassador_recalled,
        act("RETREAT", "withdrawn", "The consul was withdrawn after the shots on the quay."),
        ("SANCTION", "withdraw"),
    ),
    (
        rules.diplomat_expelled,
        act("COERCE", "expelled", "Velmark expelled three of Nordmark's diplomats.", mode="deport"),
        ("SANCTION", "expel"),
    ),
    (
        rules.diplomat_expelled,
        act("COERCE", "declared", "The attaché was declared persona non grata on Friday."),
        ("SANCTION", "expel"),
    ),
    (
        rules.diplomat_expelled,
        act("COERCE", "ordered", "Velmark ordered two truce observers to leave by noon."),
        ("SANCTION", "expel"),
    ),
    (
        rules.pardon_or_regret,
        act("SUPPORT", "pardoned", "President Ilse Roon pardoned nine deserters at New Year."),
        ("CONCEDE", None),
    ),
    (
        rules.pardon_or_regret,
        act("SUPPORT", "expressed", "General Oto Brandt expressed deep regret for the shelling of the mill."),
        ("CONCEDE", None),
    ),
    (
        rules.pardon_or_regret,
        act("RETREAT", "amnesty", "An amnesty for the dockers came into force on Sunday."),
        ("CONCEDE", None),
    ),
    (
        rules.debt_relief,
        act("CONCEDE", "forgave", "Nordmark forgave 3.5 billion crowns of Velmark's debt."),
        ("AID", None),
    ),
    (
        rules.debt_relief,
        act("REJECT", "cancelled", "Half of the island's loans were cancelled in Oslo."),
        ("AID", None),
    ),
    (
        rules.hostage_rescue,
        act("RETREAT", "freed", "Commandos freed two hostages from a barn near Halden.", mode="release"),
        ("AID", None),
    ),
    (
        rules.hostage_rescue,
        act("ASSAULT", "rescued", "Rangers rescued the kidnapped pilots before dawn."),
        ("AID", None),
    ),
    (
        rules.in_absentia_warrant,
        act("COERCE", "warrant", "The warrant for the exiled banker Jan Vos is valid.", mode="arrest"),
        ("THREATEN", "arrest"),
    ),
    (
        rules.in_absentia_warrant,
        act("ACCUSE", "issued", "A court in Velmark issued an arrest warrant for General Brandt."),
        ("THREATEN", "arrest"),
    ),
    (
        rules.tried_in_absentia,
        act(
            "SANCTION", "sentenced", "The court sentenced Jan Vos in absentia to nine years.", mode="convict"
        ),
        ("THREATEN", "arrest"),
    ),
    (
        rules.asylum_granted,
        act("CONCEDE", "granted", "Nordmark granted the runaway pilot asylum."),
        ("AID", None),
    ),
    (
        rules.asylum_granted,
        act("RETREAT", "given", "Refuge was given to the poet's family in a convent."),
        ("AID", None),
    ),
    (
        rules.extradition,
        act("COERCE", "extradited", "Velmark extradited the smuggler to Nordmark.", mode="deport"),
        ("COOPERATE", None),
    ),
    (
        rules.ultimatum,
        act("REQUEST", "gave", "The colonel gave the strikers an ultimatum on Sunday."),
        ("THREATEN", None),
    ),
    (
        rules.ultimatum,
        act("REQUEST", "told", "The governor told the miners to go home or face the army."),
        ("THREATEN", None),
    ),
    (
        rules.lawsuit,
        act("THREATEN", "sued", "The ferrymen's union sued the port authority."),
        ("ACCUSE", "allege"),
    ),
    (
        rules.lawsuit,
        act("REQUEST", "filed", "Farmers filed a lawsuit against the dam company."),
        ("ACCUSE", "allege"),
    ),
    (rules.veto, act("SANCTION", "vetoed", "President Roon vetoed the fishing law."), ("REJECT", None)),
    (rules.veto, act("COERCE", "used", "Velmark used its veto against the mission."), ("REJECT", None)),
    (
        rules.sanctions_imposed,
        act("SANCTION", "imposed", "Nordmark imposed 25% tariffs on Velmark's timber."),
        ("COERCE", "restrict"),
    ),
    (
        rules.sanctions_imposed,
        act("SANCTION", "extended", "The bloc extended its oil embargo by a year."),
        ("COERCE", "restrict"),
    ),
    (
        rules.hunger_strike,
        act("COERCE", "hunger", "Six prisoners in Halden are on hunger strike."),
        ("PROTEST", "hunger"),
    ),
    (rules.hunger_strike, act("REJECT", "fast", "In his cell he began a fast."), ("PROTEST", "hunger")),
    (
        rules.ceasefire_violated,
        act("RETREAT", "broke", "The rebels broke the week-old truce at dawn."),
        ("ASSAULT", None),
    ),
    (
        rules.ceasefire_violated,
        act("REJECT", "violated", "The ceasefire was violated twice overnight."),
        ("ASSAULT", None),
    ),
    (
        rules.peacekeepers_sent,
        act("MOBILIZE", "sent", "Nordmark sent 300 peacekeepers to the delta.", mode="troops"),
        ("AID", None),
    ),
    (
        rules.peacekeepers_sent,
        act("MOBILIZE", "arrived", "The first blue helmets arrived in Halden on Sunday."),
        ("AID", None),
    ),
    (
        rules.arms_supplied,
        act("MOBILIZE", "delivered", "Nordmark delivered 40 tanks to Velmark.", mode="weapons"),
        ("AID", None),
    ),
]
"""Each rule about what an act is, with an act to which it applies and what that then is."""

BY_STANDING: list[tuple[Rule, Act, Kind]] = [
    (
        rules.cancelled_meeting,
        act("CONSULT", "visit", "Velmark's premier cancelled his visit to Oslo.", standing="denied"),
        ("REJECT", "meet"),
    ),
    (
        rules.cancelled_meeting,
        act("CONSULT", "talks", "The talks on fish were called off at noon.", standing="denied"),
        ("REJECT", "meet"),
    ),
    (
        rules.refused_meeting,
        act("CONSULT", "meet", "Roon will not meet the rebels' chief.", standing="denied"),
        ("REJECT", "meet"),
    ),
    (
        rules.refused_help,
        act("AID", "send", "Nordmark refused to send flour.", standing="denied"),
        ("REJECT", "assist"),
    ),
    (
        rules.refused_yielding,
        act("RETREAT", "release", "The junta won't release the editor.", mode="release", standing="denied"),
        ("REJECT", "yield"),
    ),
    (
        rules.future_cooperation,
        act("AID", "ship", "Nordmark will ship flour in May.", standing="planned"),
        ("AGREE", None),
    ),
    (
        rules.future_retreat,
        act("RETREAT", "leave", "The brigade will leave in May.", mode="withdraw", standing="planned"),
        ("CONCEDE", None),
    ),
    (
        rules.future_arrest,
        act("COERCE", "arrest", "Police are to arrest the organisers.", mode="arrest", standing="planned"),
        ("THREATEN", "arrest"),
    ),
    (
        rules.future_arrest,
        act("SANCTION", "sentenced", "Vos will be sentenced in May.", mode="convict", standing="planned"),
        ("THREATEN", "arrest"),
    ),
    (
        rules.future_expulsion,
        act("COERCE", "deport", "Velmark will deport 40 herders.", mode="deport", standing="planned"),
        ("THREATEN", "expel"),
    ),
    (
        rules.future_occupation,
        act("COERCE", "seize", "The army will seize the island.", mode="seize", standing="planned"),
        ("THREATEN", "territory"),
    ),
    (
        rules.future_coercion,
        act("COERCE", "ban", "Velmark will ban foreign trawlers.", mode="restrict", standing="planned"),
        ("THREATEN", "restrict"),
    ),
    (
        rules.future_break,
        act("SANCTION", "cut", "Velmark will cut its ties in May.", mode="withdraw", standing="planned"),
        ("THREATEN", "relations"),
    ),
    (
        rules.future_protest,
        act("PROTEST", "march", "Nurses will march on Monday.", mode="demo", standing="planned"),
        ("THREATEN", "relations"),
    ),
    (
        rules.future_violence,
        act("ASSAULT", "shell", "The rebels will shell the port.", standing="planned"),
        ("THREATEN", "violence"),
    ),
]
"""Each rule about what a standing makes of an act, with an act to which it applies and what that then is."""

NEAR_MISSES: list[tuple[Rule, Act]] = [
    (
        rules.ambassador_summoned,
        act("REQUEST", "summoned", "A judge summoned two bankers, the consul said."),
    ),
    (rules.ambassador_summoned, act("REQUEST", "called", "The ambassador called for calm.")),
    (
        rules.ambassador_recalled,
        act("RETREAT", "withdrew", "The army withdrew from the valley below the consulate."),
    ),
    (
        rules.ambassador_recalled,
        act("RETREAT", "pulled", "Rebels pulled out of the valley, an envoy said."),
    ),
    (rules.diplomat_expelled, act("COERCE", "expelled", "Velmark expelled 200 herders.", mode="deport")),
    (
        rules.diplomat_expelled,
        act("COERCE", "declared", "The governor declared a curfew after an ambassador was shot."),
    ),
    (rules.pardon_or_regret, act("SUPPORT", "praised", "Bishop Lund praised the pardon of the deserters.")),
    (rules.pardon_or_regret, act("REQUEST", "appealed", "Nine mothers appealed for clemency.")),
    (rules.pardon_or_regret, act("ACCUSE", "regretted", "Nordmark regretted the haste of Velmark's judges.")),
    (rules.debt_relief, act("REJECT", "cancelled", "Velmark cancelled talks on the island's debts.")),
    (rules.debt_relief, act("SANCTION", "cancelled", "Nordmark cancelled its order for Velmark's timber.")),
    (rules.hostage_rescue, act("RETREAT", "freed", "The kidnappers freed both hostages.", mode="release")),
    (rules.hostage_rescue, act("RETREAT", "freed", "The army freed its captives at the bridge.")),
    (rules.hostage_rescue, act("COERCE", "freezing", "Police are freezing the hostages' accounts.")),
    (
        rules.in_absentia_warrant,
        act("COERCE", "arrested", "Officers with a warrant arrested the smuggler.", mode="arrest"),
    ),
    (rules.in_absentia_warrant, act("ACCUSE", "issued", "A judge issued a search warrant for the villa.")),
    (
        rules.tried_in_absentia,
        act("SANCTION", "sentenced", "The court sentenced Jan Vos to nine years.", mode="convict"),
    ),
    (rules.asylum_granted, act("RETREAT", "gave", "Nordmark gave asylum seekers a week to pack.")),
    (rules.asylum_granted, act("CONCEDE", "granted", "Nordmark granted the miners a pay rise.")),
    (
        rules.extradition,
        act("SANCTION", "jailed", "A judge jailed the smuggler, who had fought his extradition."),
    ),
    (rules.ultimatum, act("REQUEST", "demanded", "The colonel demanded a reply by Friday.")),
    (rules.lawsuit, act("THREATEN", "sue", "The union will sue the port.", standing="planned")),
    (rules.lawsuit, act("COERCE", "suspended", "A court suspended the union.")),
    (rules.veto, act("ACCUSE", "criticised", "Nordmark criticised the veto.")),
    (rules.sanctions_imposed, act("SANCTION", "cut", "Nordmark cut its aid to Velmark.")),
    (rules.sanctions_imposed, act("SANCTION", "imposed", "The court imposed a fine on Jan Vos.")),
    (rules.hunger_strike, act("COERCE", "beat", "Guards beat six men on hunger strike.")),
    (rules.hunger_strike, act("ASSAULT", "strike", "The rebels launched a strike on Halden.")),
    (rules.ceasefire_violated, act("RETREAT", "brokered", "Bishop Lund brokered a ceasefire.")),
    (rules.ceasefire_violated, act("REJECT", "broke", "The rebels broke off truce talks.")),
    (rules.peacekeepers_sent, act("MOBILIZE", "sent", "Velmark sent tanks towards the peacekeepers' camp.")),
    (rules.arms_supplied, act("MOBILIZE", "deployed", "Nordmark deployed 40 tanks at the border.")),
    (rules.arms_supplied, act("MOBILIZE", "delivered", "Lorries delivered shells to the army's own forts.")),
    (
        rules.cancelled_meeting,
        act("CONSULT", "meet", "They did not meet on the day the parade was cancelled.", standing="denied"),
    ),
    (rules.cancelled_meeting, act("CONSULT", "met", "They met after the parade was called off.")),
    (rules.refused_meeting, act("CONSULT", "met", "Roon never met the rebels' chief.", standing="denied")),
    (rules.refused_help, act("AID", "sent", "No flour was sent to Halden.", standing="denied")),
    (rules.refused_yielding, act("RETREAT", "left", "The brigade has not left.", standing="denied")),
    (rules.future_cooperation, act("AID", "ships", "Nordmark ships flour to Velmark.")),
    (
        rules.future_cooperation,
        act("REQUEST", "ask", "Velmark will ask for flour.", standing="planned"),
    ),
    (rules.future_retreat, act("RETREAT", "leave", "The brigade may leave.", standing="possible")),
    (rules.future_arrest, act("COERCE", "arrested", "Police arrested two organisers.", mode="arrest")),
    (
        rules.future_expulsion,
        act("COERCE", "arrest", "Police will arrest two.", mode="arrest", standing="planned"),
    ),
    (
        rules.future_occupation,
        act("COERCE", "ban", "Velmark will ban trawlers.", mode="restrict", standing="planned"),
    ),
    (rules.future_coercion, act("MOBILIZE", "send", "Velmark will send tanks.", standing="planned")),
    (
        rules.future_break,
        act("SANCTION", "cut", "Velmark may cut its ties.", mode="withdraw", standing="possible"),
    ),
    (rules.future_protest, act("PROTEST", "marched", "Nurses marched on Monday.", mode="demo")),
    (rules.future_violence, act("ASSAULT", "shell", "The rebels did not shell Halden.", standing="denied")),
]
"""Each rule with an act that looks like one of its own and is none."""


@pytest.mark.parametrize(
    ("rule", "told", "kind"), WHAT_IT_IS, ids=[f"{r.__name__}-{a.trigger}" for r, a, _ in WHAT_IT_IS]
)
def test_words_make_an_act_what_it_is(rule: Rule, told: Act, kind: Kind) -> None:
    """A rule about what an act is gives it a type and mode, leaves its standing, and nothing underlies it."""
    assert rule(told) == told._replace(type=kind[0], mode=kind[1])
    assert apply(told) == rule(told)


@pytest.mark.parametrize(
    ("rule", "told", "kind"), BY_STANDING, ids=[f"{r.__name__}-{a.trigger}" for r, a, _ in BY_STANDING]
)
def test_a_standing_makes_something_else_of_an_act(rule: Rule, told: Act, kind: Kind) -> None:
    """What is planned or refused gets a type and mode of its own; the act itself underlies it."""
    assert rule(told) == told._replace(type=kind[0], mode=kind[1], underlying=told.type)
    assert apply(told) == rule(told)


@pytest.mark.parametrize(
    ("rule", "told"), NEAR_MISSES, ids=[f"{r.__name__}-{a.trigger}" for r, a in NEAR_MISSES]
)
def test_a_near_miss_stays_what_it_is(rule: Rule, told: Act) -> None:
    """A rule says nothing of an act that only looks like one of its own."""
    assert rule(told) is told


def test_rules_and_table_are_one() -> None:
    """`RULES` holds every rule of the table and no other, each once, each with a word on what it does."""
    names = [rule.__name__ for rule in RULES]
    assert sorted(names) == sorted({row[0] for row in plover.rules()})
    assert all(getattr(rules, rule.__name__) is rule and rule.__doc__ for rule in RULES)


def test_the_table_holds_only_what_plover_knows() -> None:
    """Types, modes and standings are PLOVER's; a rule that keeps what underlies looks at the standing."""
    known = {mode for type_ in plover.TYPES for mode in plover.modes(type_)}
    for name, types, modes, standings, _, _, becomes, mode, underlying in plover.rules():
        assert set(types.split()) <= set(plover.TYPES), name
        assert set(modes.split()) <= known, name
        assert set(standings.split()) <= set(plover.STANDINGS), name
        assert not mode or mode in plover.modes(becomes), name  # type: ignore[arg-type]
        assert bool(underlying) <= bool(standings), name


def test_every_rule_is_tried_here() -> None:
    """Each rule has an act of its own and a near miss above."""
    assert {rule.__name__ for rule, *_ in (*WHAT_IT_IS, *BY_STANDING)} == {r.__name__ for r in RULES}
    assert {rule.__name__ for rule, _ in NEAR_MISSES} == {r.__name__ for r in RULES}


@pytest.mark.parametrize("type_", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_cooperation_to_come_is_an_agreement(type_: EventType) -> None:
    """Planned meetings, support, cooperation and aid are AGREE, and what was agreed underlies it."""
    told = act(type_, "help", "Nordmark will help Velmark with the dyke.", standing="planned")
    assert apply(told)[:2] == ("AGREE", None)
    assert apply(told).underlying == type_


@pytest.mark.parametrize("standing", ["happened", "possible", "denied"])
def test_only_what_is_planned_is_agreed_or_threatened(standing: Standing) -> None:
    """Acts that were done, may be done or were not done stay what they are."""
    for type_ in plover.TYPES:
        told = act(type_, "there", "Ana Ruiz was there.", standing=standing)
        assert apply(told) is told


def test_plans_of_verbal_acts_and_of_moving_troops_stay() -> None:
    """A planned demand is a demand, a planned deployment a deployment."""
    for type_ in ("AGREE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "MOBILIZE"):
        told = act(type_, "there", "Ana Ruiz will be there.", standing="planned")
        assert apply(told) is told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            act(
                "SANCTION",
                "impose",
                "Nordmark will impose an embargo.",
                mode="discontinue",
                standing="planned",
            ),
            ("THREATEN", "restrict", "COERCE"),
        ),
        (
            act("COERCE", "expel", "Velmark will expel two consuls.", mode="deport", standing="planned"),
            ("THREATEN", "expel", "SANCTION"),
        ),
        (
            act("RETREAT", "forgive", "Nordmark will forgive the debt.", standing="planned"),
            ("AGREE", None, "AID"),
        ),
        (
            act("COERCE", "extradite", "Velmark won't extradite Vos.", mode="deport", standing="denied"),
            ("REJECT", "assist", "COOPERATE"),
        ),
        (
            act("SUPPORT", "apologise", "General Brandt will not apologise.", standing="denied"),
            ("REJECT", "yield", "CONCEDE"),
        ),
        (
            act("COERCE", "strike", "Six men will go on hunger strike.", standing="planned"),
            ("THREATEN", "relations", "PROTEST"),
        ),
    ],
    ids=lambda value: value.trigger if isinstance(value, Act) else None,
)
def test_what_an_act_is_comes_before_what_its_standing_makes_of_it(
    told: Act, expected: tuple[str, str | None, str]
) -> None:
    """One rule says what an act is, one what its standing makes of that: what the first said underlies it."""
    found = apply(told)
    assert (found.type, found.mode, found.underlying) == expected


def test_of_the_rules_that_say_what_an_act_is_only_the_first_counts() -> None:
    """Debt relief and refuge told by one word: the rule that stands first is the one that applies."""
    given = act("RETREAT", "gave", "Nordmark gave the pilot refuge and gave Velmark debt relief.")
    assert [rule.__name__ for rule in RULES if rule(given) is not given] == ["debt_relief", "asylum_granted"]
    assert apply(given) == rules.debt_relief(given)


def test_an_act_that_already_has_something_underlying_is_left() -> None:
    """The rules are not for what they made themselves."""
    told = act("RETREAT", "leave", "The brigade will leave.", standing="planned")
    assert apply(apply(told)) == apply(told)


def test_every_outcome_has_a_mode_of_its_type() -> None:
    """Whatever the type, mode and standing, what comes out is a type with a mode that it may have."""
    for type_, standing in product(plover.TYPES, plover.STANDINGS):
        for mode in (None, *plover.modes(type_)):
            told = act(type_, "will", "Nordmark will not, Velmark says.", mode=mode, standing=standing)
            found = apply(told)
            assert found.mode is None or found.mode in plover.modes(found.type)
