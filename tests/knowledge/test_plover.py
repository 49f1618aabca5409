"""PLOVER's ontology and CAMEO's codes for it, and what words tell of modes and contexts."""

from typing import get_args

import pytest

from onrecord.knowledge import plover
from onrecord.knowledge._tables import rows
from onrecord.record import EventType

QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    2: {"COOPERATE", "AID", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}
MODES: dict[EventType, str] = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack"
    " aerial drone heavy-weapons crowd-control unconventional",
}
ROOTS: dict[EventType, set[str]] = {
    "AGREE": {"03"},
    "CONSULT": {"04"},
    "SUPPORT": {"05"},
    "CONCEDE": {"03", "05", "08"},
    "COOPERATE": {"06"},
    "AID": {"07"},
    "RETREAT": {"08"},
    "REQUEST": {"10"},
    "ACCUSE": {"09", "11"},
    "REJECT": {"12"},
    "THREATEN": {"13"},
    "PROTEST": {"14"},
    "SANCTION": {"11", "16"},
    "MOBILIZE": {"15"},
    "COERCE": {"16", "17", "19"},
    "ASSAULT": {"17", "18", "19", "20"},
}
"""CAMEO's roots that a type may have: there an apology is verbal, a verdict a reproach, arson coercion."""
UNDERLYING = (None, *plover.TYPES)


def test_sixteen_types_in_four_quads() -> None:
    """The types are the record's; SANCTION is material conflict, ACCUSE verbal."""
    assert get_args(EventType) == plover.TYPES
    assert len(plover.TYPES) == 16
    assert {number: {t for t in plover.TYPES if plover.quad(t) == number} for number in range(1, 5)} == QUADS
    assert (plover.quad("SANCTION"), plover.quad("ACCUSE")) == (4, 3)


def test_modes_of_each_type() -> None:
    """The modes are the manual's; agreements, support, concessions, cooperation and aid have none."""
    assert {type_: set(plover.modes(type_)) for type_ in plover.TYPES} == {
        type_: set(modes.split()) for type_, modes in MODES.items()
    }


def test_intensities_run_from_war_to_aid() -> None:
    """All are from -10 to 10; what is hostile is below nothing, what is friendly above, a demand neither."""
    for type_ in plover.TYPES:
        numbers = [plover.intensity(type_), *(plover.intensity(type_, mode) for mode in plover.modes(type_))]
        assert all(-10 <= number <= 10 for number in numbers)
        if type_ != "REQUEST":
            friendly = plover.quad(type_) in plover.COOPERATION
            assert all((number > 0) == friendly and number for number in numbers), type_
    assert plover.intensity("REQUEST") == 0
    assert plover.intensity("AID") == 10


def test_accusing_is_negative() -> None:
    """The manual gives ACCUSE no minus, but an accusation is none the friendlier."""
    assert plover.intensity("ACCUSE") == -3
    assert [plover.intensity("ACCUSE", mode) for mode in plover.modes("ACCUSE")] == [-2, -3.5, -3.5]


def test_a_mode_without_a_number_has_its_types() -> None:
    """To vandalize is as any protest."""
    assert plover.intensity("PROTEST", "vandalize") == plover.intensity("PROTEST") == -5


def test_a_mode_of_another_type_has_no_intensity() -> None:
    """A march is no mode of talks."""
    with pytest.raises(KeyError):
        plover.intensity("CONSULT", "demo")


def test_contexts() -> None:
    """There are 37, each once, and each has words of its own that tell it."""
    assert len(plover.contexts()) == len(set(plover.contexts())) == 37
    assert [code for code, _ in rows("own_plover_contexts.tsv")] == list(plover.contexts())
    assert all(words and not words.endswith("|") for _, words in rows("own_plover_contexts.tsv"))


@pytest.mark.parametrize("type_", plover.TYPES)
def test_every_event_has_a_cameo_code(type_: EventType) -> None:
    """Whatever its mode, context and what underlies it, a code of two to four digits with a fitting root."""
    for mode in (None, *plover.modes(type_)):
        for underlying in UNDERLYING:
            for contexts in ((), *((context,) for context in plover.contexts())):
                code = plover.cameo(type_, mode, contexts, underlying=underlying)
                assert code.isdecimal()
                assert 2 <= len(code) <= 4
                assert code[:2] in ROOTS[type_], (mode, underlying, contexts, code)


def test_every_row_for_cameo_can_be_reached_and_fits() -> None:
    """Rows name what PLOVER knows; codes have fitting roots; each type ends in a row that always fits."""
    ended: dict[str, bool] = {}
    for type_, underlying, mode, context, words, code in rows("own_cameo.tsv"):
        assert not ended.get(type_), f"{type_}: a row behind the one that always fits"
        assert code[:2] in ROOTS[type_], (type_, code)  # type: ignore[index]
        assert not underlying or underlying in plover.TYPES
        assert not mode or mode in plover.modes(type_), (type_, mode)  # type: ignore[arg-type]
        assert not context or context in plover.contexts(), context
        ended[type_] = not (underlying or mode or context or words)
    assert ended == dict.fromkeys(plover.TYPES, True)


@pytest.mark.parametrize(
    ("code", "type_", "mode", "underlying", "words"),
    [
        ("036", "AGREE", None, "CONSULT", "Roon will fly to Velmark on Monday"),
        ("033", "AGREE", None, "AID", "Nordmark will ship flour"),
        ("0353", "AGREE", None, None, "Velmark agreed that both pilots be freed"),
        ("041", "CONSULT", "phone", None, "Roon rang Brandt"),
        ("042", "CONSULT", "visit", None, "Roon flew to Velmark"),
        ("043", "CONSULT", "visit", None, "Velmark received Roon"),
        ("045", "CONSULT", None, None, "Bishop Lund mediated between the camps"),
        ("051", "SUPPORT", None, None, "Roon praised a significant step, initially"),
        ("057", "SUPPORT", None, None, "Both capitals signed the pact on herring"),
        ("055", "CONCEDE", None, None, "General Brandt apologised to the miller"),
        ("035", "CONCEDE", None, "RETREAT", "The brigade will leave in May"),
        ("075", "AID", None, None, "Nordmark gave the pilot asylum"),
        ("0871", "RETREAT", "ceasefire", None, "Both armies declared a truce"),
        ("1053", "REQUEST", "yield", None, "Roon demanded that the pilots be freed"),
        ("1056", "REQUEST", "yield", None, "Roon asked for a cease-fire"),
        ("112", "ACCUSE", "allege", None, "Police accused protesters of arson"),
        ("114", "ACCUSE", "allege", None, "Roon complained of spying trawlers"),
        ("114", "ACCUSE", "disapprove", None, "Nordmark summoned the ambassador"),
        ("111", "ACCUSE", "disapprove", None, "Roon condemned the raid"),
        ("115", "ACCUSE", "allege", None, "The ferrymen sued the port"),
        ("125", "REJECT", "meet", "CONSULT", "Roon will not meet Brandt"),
        ("129", "REJECT", None, None, "Roon vetoed the law"),
        ("133", "THREATEN", "relations", "PROTEST", "Nurses will march on Monday"),
        ("1313", "THREATEN", "relations", "SANCTION", "Velmark will cut its ties"),
        ("139", "THREATEN", None, None, "Brandt gave the strikers an ultimatum"),
        ("1384", "THREATEN", "violence", None, "Brandt threatened an invasion"),
        ("141", "PROTEST", "demo", None, "Nurses marched"),
        ("116", "SANCTION", "convict", None, "A judge found Vos guilty"),
        ("154", "MOBILIZE", "troops", None, "Velmark sent a brigade"),
        ("163", "COERCE", "restrict", None, "Nordmark imposed an embargo"),
        ("173", "COERCE", "arrest", None, "Police arrested Vos"),
        ("192", "COERCE", "seize", None, "Rebels seized the port town"),
        ("1711", "COERCE", "seize", None, "Customs seized a crate"),
        ("196", "ASSAULT", None, None, "The rebels broke the week-old truce"),
        ("193", "ASSAULT", "firearms", None, "Gunmen shot at the mill"),
        ("1712", "ASSAULT", "destroy", None, "Rebels torched the mill"),
    ],
)
def test_cameo(
    code: str, type_: EventType, mode: str | None, underlying: EventType | None, words: str
) -> None:
    """The code is told by type and mode, by what underlies the act, and by the words around it."""
    assert plover.cameo(type_, mode, underlying=underlying, words=words) == code


def test_contexts_tell_codes_apart() -> None:
    """Aid is economic or military by its context."""
    assert plover.cameo("AID", contexts=("economic",)) == "071"
    assert plover.cameo("AID", contexts=("legal", "military")) == "072"
    assert plover.cameo("AID") == "070"


@pytest.mark.parametrize(
    ("type_", "mode", "trigger", "clause"),
    [
        ("CONSULT", "phone", "rang", "Roon rang Brandt at noon"),
        ("CONSULT", "visit", "flew", "Roon flew to Velmark"),
        ("CONSULT", "multilateral", "met", "Ministers of five countries met in Halden"),
        ("CONSULT", "multilateral", "summit", "Roon joined the summit in Halden"),
        ("CONSULT", "third-party", "met", "They met on neutral ground"),
        ("RETREAT", "withdraw", "pulled out", "The brigade pulled out of Halden"),
        ("RETREAT", "withdraw", "quit", "The brigade quit the valley"),
        ("RETREAT", "resign", "quit", "The finance minister quit over the dam"),
        ("RETREAT", "resign", "stepped down", "Roon stepped down"),
        ("RETREAT", "release", "freed", "The junta freed the editor"),
        ("RETREAT", "release", "let", "The junta let the editor go"),
        ("RETREAT", "disarm", "handed over", "The rebels handed over their rifles"),
        ("RETREAT", "ceasefire", "halted", "Both armies halted the shelling"),
        ("RETREAT", "access", "admitted", "Velmark admitted inspectors to the yard"),
        ("REQUEST", "meet", "asked", "Roon asked for talks"),
        ("REQUEST", "change", "demanded", "Nurses demanded that Roon resign"),
        ("REQUEST", "assist", "asked", "Velmark asked Nordmark for help"),
        ("REQUEST", "yield", "urged", "Bishop Lund urged the rebels to free the pilots"),
        ("REJECT", "meet", "cancelled", "Roon cancelled the visit"),
        ("REJECT", "meet", "refused", "Roon refused to meet Brandt"),
        ("REJECT", "change", "ruled out", "Roon ruled out early elections"),
        ("REJECT", "assist", "declined", "Nordmark declined to send troops"),
        ("REJECT", "yield", "rejected", "Brandt rejected a ceasefire"),
        ("ACCUSE", "investigate", "probe", "Prosecutors opened a probe"),
        ("ACCUSE", "allege", "accused", "Roon accused Brandt of theft"),
        ("ACCUSE", "disapprove", "denounced", "Roon denounced the raid"),
        ("THREATEN", "violence", "threatened", "Brandt threatened to bomb the port"),
        ("THREATEN", "relations", "threatened", "Dockers threatened to strike over pay"),
        ("THREATEN", "restrict", "warned", "Nordmark warned of new tariffs"),
        ("THREATEN", "arrest", "vowed", "The prosecutor vowed to jail the marchers"),
        ("THREATEN", "expel", "threatened", "Velmark threatened to deport the herders"),
        ("THREATEN", "territory", "threatened", "Velmark threatened to annex the island"),
        ("PROTEST", "demo", "marched", "Nurses marched on Halden"),
        ("PROTEST", "riot", "hurled", "The crowd hurled paving slabs"),
        ("PROTEST", "strike", "walked out", "Dockers walked out"),
        ("PROTEST", "hunger", "fast", "Six men began a fast"),
        ("PROTEST", "boycott", "boycotted", "Farmers boycotted the fair"),
        ("PROTEST", "obstruct", "blocked", "Farmers blocked the bridge"),
        ("PROTEST", "vandalize", "daubed", "Pupils daubed the wall"),
        ("SANCTION", "convict", "sentenced", "A judge sentenced Vos"),
        ("SANCTION", "expel", "expelled", "Velmark expelled two consuls"),
        ("SANCTION", "withdraw", "suspended", "Velmark suspended relations with Nordmark"),
        ("SANCTION", "discontinue", "suspended", "Nordmark suspended its aid to Velmark"),
        ("MOBILIZE", "troops", "sent", "Velmark sent two battalions north"),
        ("MOBILIZE", "weapons", "moved", "Velmark moved rocket launchers north"),
        ("MOBILIZE", "police", "sent", "The mayor sent riot police"),
        ("MOBILIZE", "militia", "called up", "The valley called up its militia"),
        ("COERCE", "seize", "seized", "Customs seized nine crates"),
        ("COERCE", "arrest", "seized", "Police seized two suspects"),
        ("COERCE", "arrest", "arrested", "Police arrested Vos"),
        ("COERCE", "arrest", "warrant", "A warrant is out for Vos"),
        ("COERCE", "restrict", "banned", "Velmark banned herring"),
        ("COERCE", "censor", "shut", "Velmark shut the radio station"),
        ("COERCE", "curfew", "imposed", "The governor imposed a curfew"),
        ("COERCE", "martial-law", "declared", "Roon declared martial law"),
        ("COERCE", "deport", "deported", "Velmark deported 40 herders"),
        ("COERCE", "withhold", "froze", "Nordmark froze the deposits"),
        ("COERCE", "misinformation", "spread", "Velmark spread fake reports"),
        ("COERCE", "cyber", "crippled", "Hackers crippled the power grid"),
        ("ASSAULT", "abduct", "kidnapped", "Rebels kidnapped a pilot"),
        ("ASSAULT", "beat", "kicked", "Guards kicked the editor"),
        ("ASSAULT", "torture", "tortured", "Guards tortured the editor"),
        ("ASSAULT", "sexual", "raping", "A court tried the guard for raping a prisoner"),
        ("ASSAULT", "targeted", "assassinated", "Rebels assassinated the mayor"),
        ("ASSAULT", "destroy", "torched", "Rebels torched the mill"),
        ("ASSAULT", "primitive", "stabbed", "A man stabbed the guard"),
        ("ASSAULT", "firearms", "killed", "Gunmen killed two farmers"),
        ("ASSAULT", "explosives", "killed", "A car bomb killed two farmers"),
        ("ASSAULT", "suicide-attack", "blew up", "A bomber blew himself up at the gate"),
        ("ASSAULT", "aerial", "bombed", "Warplanes bombed the port"),
        ("ASSAULT", "drone", "struck", "A drone struck the port"),
        ("ASSAULT", "heavy-weapons", "fired", "The brigade fired rockets at Halden"),
        ("ASSAULT", "crowd-control", "fired", "Police fired tear gas"),
        ("ASSAULT", "unconventional", "massacre", "The massacre at Halden"),
    ],
)
def test_modes_told(type_: EventType, mode: str, trigger: str, clause: str) -> None:
    """The trigger and the words around it tell a mode, the likeliest first."""
    told = plover.modes_told(type_, trigger, clause)
    assert told[:1] == [mode]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("type_", "trigger", "clause"),
    [
        ("CONSULT", "met", "Roon met Brandt"),
        ("RETREAT", "yielded", "Brandt yielded"),
        ("REQUEST", "asked", "Roon asked"),
        ("SANCTION", "suspended", "The union suspended Velmark"),
        ("COERCE", "broke", "Velmark broke the union"),
        ("ASSAULT", "killed", "Raiders killed two herders"),
        ("ASSAULT", "attacked", "Raiders attacked the nuclear plant"),
        ("AID", "sent", "Nordmark sent flour"),
    ],
)
def test_no_mode_is_made_up(type_: EventType, trigger: str, clause: str) -> None:
    """Words that tell no mode give none, and a type without modes has none to tell."""
    assert plover.modes_told(type_, trigger, clause) == []


def test_every_mode_has_words() -> None:
    """Each mode has a row that tells it, and each row is of a mode that its type has."""
    told: dict[str, set[str]] = {}
    for type_, mode, trigger, clause in rows("own_plover_modes.tsv"):
        told.setdefault(type_, set()).add(mode)
        assert trigger or clause, f"{type_}/{mode} would always be told"
    assert told == {type_: set(modes.split()) for type_, modes in MODES.items() if modes}


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        ("military", "Two battalions crossed the delta."),
        ("intelligence", "Velmark's secret service read the letters."),
        ("legislative", "Lawmakers met in Halden."),
        ("election", "The ballot is in May."),
        ("economic", "The two capitals quarrel over tariffs and imports."),
        ("legal", "The tribunal heard Vos."),
        ("reparations", "The miller got compensation."),
        ("human_rights", "Roon spoke of atrocities and of human rights."),
        ("pro_democracy", "Marchers called for democracy."),
        ("pro_autocracy", "The coup failed."),
        ("gender", "The march was for women's rights."),
        ("lgbt", "The pride parade was banned."),
        ("religion_ethnicity", "A bishop and an imam spoke."),
        ("diplomatic", "The ambassador and two consuls signed the treaty."),
        ("territory", "The border is disputed."),
        ("peacekeeping", "Blue helmets hold the bridge."),
        ("health", "Nurses fought the cholera."),
        ("asylum", "The pilot asked for asylum."),
        ("disasters", "The storm and the floods hit Halden."),
        ("natural_resource", "The gold mine and the pipeline stay shut."),
        ("environment", "The spill will harm wildlife."),
        ("cbrn", "Inspectors found uranium."),
        ("cyber", "Hackers read the letters."),
        ("misinformation", "Trolls spread propaganda."),
        ("crime", "The gang ran a theft ring."),
        ("corruption", "Vos took bribes."),
        ("illegal_drugs", "The crates held cocaine."),
        ("trafficking", "The traffickers fled."),
    ],
)
def test_contexts_told(context: str, sentence: str) -> None:
    """The words of a context tell it."""
    assert plover.contexts_told(sentence)[:1] == (context,)


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        ("diplomatic", "According to Roon, a consultant read it."),
        ("economic", "It was an important step on the banks of the river."),
        ("pro_autocracy", "A couple of farmers met."),
        ("pro_democracy", "The Democratic Party met."),
        ("disasters", "Rebels stormed the mill and flooded the field."),
        ("cyber", "Raiders hacked at the gate."),
        ("human_security", "Six men are on hunger strike."),
        ("crime", "Marchers took the gangway."),
        ("misinformation", "Pupils pushed a trolley."),
        ("territory", "Border guards drank tea."),
    ],
)
def test_words_that_only_look_like_a_contexts_tell_nothing(context: str, sentence: str) -> None:
    """A word within another word, or with another meaning, tells no context."""
    assert context not in plover.contexts_told(sentence)


def test_contexts_with_more_words_come_first() -> None:
    """A sentence of ships and one court is military first, legal next."""
    told = plover.contexts_told("Warships and soldiers sailed after a court freed the navy's drones.")
    assert told[:2] == ("military", "legal")
    assert plover.contexts_told("Roon slept.") == ()
