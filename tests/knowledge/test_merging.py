"""What sources say of one office, joined and closed: days are numbers."""

from dataclasses import replace

from onrecord.knowledge.compile.build import settle
from onrecord.knowledge.compile.facts import UNCONFIRMED, UNDATED, Fact
from onrecord.knowledge.compile.joining import same_people
from onrecord.knowledge.compile.people import People
from onrecord.knowledge.compile.regions import regional

FACTBOOK, WIKIDATA, YEARS = 2, 4, 6


def fact(
    entity: int, since: int, *, until: int = 0, known: int = 0, rank: int = WIKIDATA, seen: int = 0
) -> Fact:
    """A prime minister of France."""
    source = f"source {rank}"
    return Fact(
        entity, "Prime Minister", "head_of_government", "FRA", since, until, known, source, rank, seen=seen
    )


def settled(*facts: Fact) -> list[tuple[int, int, int, int]]:
    """Who, since, until and known until, by the beginning."""
    found = [(one.entity, one.since, one.until, one.known) for one in settle(facts)]
    return sorted(found, key=lambda row: (row[1], row[0]))


def test_long_before_a_successor_nobody_is_sure() -> None:
    """Between the last day that is known and a successor's beginning years later an office is not sure."""
    rows = settled(
        fact(1, 20140101, known=20170301, rank=FACTBOOK, seen=20170301),
        fact(2, 20201001, known=20220101, rank=FACTBOOK, seen=20220101),
    )
    assert rows == [(1, 20140101, 20201001, 20170301), (2, 20201001, 0, 20220101)]


def test_a_second_term_that_one_source_lacks() -> None:
    """An end in one source is no end where another saw the same person in office years later."""
    rows = settled(
        fact(1, 20120510, until=20170509), fact(1, 20120510, until=20220510, rank=FACTBOOK, seen=20220505)
    )
    assert rows == [(1, 20120510, 20220510, 0)]


def test_a_list_without_dates_vouches_for_its_day_only() -> None:
    """A list without dates that nothing confirms does not prolong a term known years before."""
    rows = settled(
        fact(1, 20220000, known=20221000, rank=YEARS), fact(1, 0, known=20260513, rank=UNCONFIRMED)
    )
    assert rows == [(1, 0, 0, 20260513), (1, 20220000, 0, 20221000)]


def test_a_confirmed_list_prolongs_a_term() -> None:
    """A list without dates prolongs a term where another source of about that time has it too."""
    rows = settled(fact(1, 20200301, known=20220701), fact(1, 0, known=20260513, rank=UNDATED, seen=20260513))
    assert rows == [(1, 20200301, 0, 20260513)]


def test_a_list_goes_on_from_a_sighting_by_hand() -> None:
    """A list that nothing confirmed at its time prolongs a term that our own row saw shortly before."""
    rows = settled(
        fact(1, 20180602, known=20220723),
        fact(1, 0, known=20260513, rank=UNCONFIRMED, seen=20260513),
        fact(1, 0, known=20260101, rank=0, seen=20260101),
    )
    assert rows == [(1, 20180602, 0, 20260513)]


def test_a_stale_row_of_a_list_is_left_out() -> None:
    """Whoever is known to have left is not put back by a list without dates."""
    rows = settled(fact(1, 20170107, until=20250107), fact(1, 0, known=20260513, rank=UNCONFIRMED))
    assert rows == [(1, 20170107, 20250107, 0)]


def test_a_successor_tells_the_day_of_an_end() -> None:
    """Of an end of which only the year is known the successor's beginning in that year is the day."""
    rows = settled(fact(1, 20191119, until=20220000), fact(2, 20220719, known=20230101))
    assert rows[0] == (1, 20191119, 20220719, 0)


def test_who_is_known_without_a_beginning_ends_others() -> None:
    """Whoever left an office had come before: a predecessor left open does not go on to the next."""
    rows = settled(
        fact(1, 20231000, known=20240812, rank=0, seen=20240812),
        fact(2, 0, until=20241200, rank=0),
        fact(3, 20250725, known=20250725, rank=0, seen=20250725),
    )
    assert rows[1] == (1, 20231000, 20241200, 20240812)


def test_years_end_nobody_of_whom_the_day_is_known() -> None:
    """A successor of whom one source has only the year ends no term before the day that another has."""
    rows = settled(
        fact(1, 20211213, known=20220726),
        fact(2, 20220000, known=20221000, rank=YEARS),
        fact(2, 20220802, until=20230606, rank=FACTBOOK, seen=20230601),
    )
    assert rows[0][:3] == (1, 20211213, 20220802)


def test_who_is_listed_too_long() -> None:
    """A source that went on listing somebody through a successor's whole term is not believed."""
    rows = settled(
        fact(1, 20160708, known=20210202, rank=FACTBOOK, seen=20210202),
        fact(2, 20171004, until=20210127),
        fact(3, 20210127, known=20220701),
    )
    assert rows[0][:3] == (1, 20160708, 20171004)


def test_a_president_is_not_the_prime_minister_of_the_same_day() -> None:
    """A president and a prime minister who began on one day are two, though both may be said to lead."""
    beings = People()
    one, other = (beings.new(name, "FRA", "x").key for name in ("Ada Stone", "Bo Reed"))
    minister = fact(one, 20210729, known=20210801, rank=0)
    president = replace(fact(other, 20210729, known=20220101, rank=FACTBOOK), title="President of France")
    assert same_people([minister, president], beings) == {}
    assert same_people([minister, replace(president, title="Prime Minister")], beings) == {other: one}


def test_regional_ministers_under_national_titles() -> None:
    """Who sat in a province's assembly only is that province's minister, not the state's."""

    def seat(entity: int, chamber: str) -> Fact:
        return Fact(
            entity, f"Member of the {chamber}", "legislator", "CAN", 20150101, 0, 20220725, "x", WIKIDATA
        )

    def minister(entity: int, since: int) -> Fact:
        return Fact(
            entity, "Minister of Finance", "finance_minister", "CAN", since, 0, 20220725, "x", WIKIDATA
        )

    facts = [minister(1, 20151104), minister(2, 20181018), minister(3, 20160101)]
    seats = [seat(1, "House of Commons"), seat(2, "National Assembly of Quebec")]
    assert [one.role for one in regional(facts, seats)] == ["finance_minister", "minister", "minister"]


def test_regional_speakers() -> None:
    """The speaker of a province's assembly is that assembly's."""
    speaker = Fact(
        1, "Speaker of the House of Commons", "speaker", "CAN", 20150101, 0, 20220725, "x", WIKIDATA
    )
    other = replace(speaker, entity=2, title="Speaker of the Legislative Assembly of Ontario")
    assert [one.of for one in regional([speaker, other], [])] == ["", "Legislative Assembly of Ontario"]
