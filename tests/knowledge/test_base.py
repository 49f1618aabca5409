import multiprocessing
import threading
from pathlib import Path

import pytest

from onrecord.knowledge import base, store
from onrecord.knowledge.base import Holding, get_knowledge
from onrecord.knowledge.names import fold


def held(since: str, until: str = "", known_until: str = "") -> Holding:
    """A holding with these days."""
    return Holding("Minister of X", "minister", "FRA", "", (), since, until, known_until, "s")


@pytest.mark.parametrize(
    ("holding", "day", "state"),
    [
        (held("2019-05-20", "2024-05-20"), "2019-05-19", "no"),
        (held("2019-05-20", "2024-05-20"), "2019-05-20", "yes"),
        (held("2019-05-20", "2024-05-20"), "2024-05-20", "unknown"),
        (held("2019-05-20", "2024-05-20"), "2024-05-21", "no"),
        (held("2019", "2024-05"), "2019-07-01", "unknown"),
        (held("2019", "2024-05"), "2020", "yes"),
        (held("2019", "2024-05"), "2024-05-10", "unknown"),
        (held("2019", "2024-05"), "2024-06-01", "no"),
        (held("2019-05-20", "", "2022-07-01"), "2022-07-01", "yes"),
        (held("2019-05-20", "", "2022-07-01"), "2022-07-02", "unknown"),
        (held("2019-05-20", "2023-01-01", "2021-01-01"), "2022-01-01", "unknown"),
        (held("", "", "2022-07-01"), "2022-07-01", "yes"),
        (held("", "", "2022-07-01"), "2020-07-01", "unknown"),
        (held("2019-05-20", "", "2022-07-01"), "2019", "unknown"),
        (held("2019-05-20", "", "2022-07-01"), "1700-01-01", "no"),
    ],
)
def test_state(holding: Holding, day: str, state: str) -> None:
    """Whether an office was held on a day: sure, sure not, or within an edge that is not known."""
    assert holding.state(day) == state


@pytest.mark.parametrize(
    ("country", "role", "day", "name"),
    [
        ("FRA", "head_of_state", "2025-02-19", "Emmanuel Macron"),
        ("USA", "head_of_state", "2025-01-20", "Donald Trump"),
        ("USA", "head_of_government", "2023-05-05", "Joe Biden"),
        ("DEU", "head_of_government", "2019-03-01", "Angela Merkel"),
        ("UKR", "head_of_government", "2021-03-01", "Denys Shmyhal"),
        ("GBR", "finance_minister", "2022-10-01", "Kwasi Kwarteng"),
        ("RUS", "defence_minister", "2023-10-01", "Sergei Shoigu"),
        ("IRN", "head_of_state", "2020-01-01", "Ali Khamenei"),
        ("TUR", "head_of_government", "2019-10-01", "Recep Tayyip Erdoğan"),
    ],
)
def test_holders_on_a_day(country: str, role: str, day: str, name: str) -> None:
    """Who held an office on a day is the first answer, and sure."""
    first = get_knowledge().holders(country, role, day)[0]
    assert (fold(first.person.name), first.state) == (fold(name), "yes")


@pytest.mark.parametrize(
    ("name", "wikidata"),
    [
        ("Volodymyr Zelensky", "Q3874799"),
        ("Volodymyr Zelenskiy", "Q3874799"),
        ("Володимир Зеленський", "Q3874799"),
        ("Vladimir Putin", "Q7747"),
        ("Sergey Lavrov", "Q58217"),
        ("Abe Shinzo", "Q132345"),
        ("Moon Jae In", "Q21001"),
        ("BORIS JOHNSON", "Q180589"),
    ],
)
def test_persons_by_name(name: str, wikidata: str) -> None:
    """A full name finds its bearer however it is transliterated, cased or ordered."""
    assert get_knowledge().find_persons(name)[0].wikidata == wikidata


def test_surnames_find_those_in_the_news() -> None:
    """A surname finds prominent people only, the most prominent first."""
    assert [person.wikidata for person in get_knowledge().surnamed("Putin")] == ["Q7747"]
    assert get_knowledge().surnamed("Johnson")[0].name == "Boris Johnson"


@pytest.mark.parametrize("name", ["", " ", "Nobody Whatsoever", "王王王王", "\x00", "Q7747", "x" * 10_000])
def test_nobody(name: str) -> None:
    """A name that nobody has finds nobody."""
    known = get_knowledge()
    assert known.find_persons(name) == []
    assert known.surnamed(name) == []
    assert known.find_organisations(name) == []
    assert known.find_metonym(name, "2020") is None
    assert known.person(name or "Q") is None or name == "Q7747"


def test_past_holders_come_latest_first() -> None:
    """Who held an office before a day, and not who holds it."""
    names = [
        held.person.name for held in get_knowledge().past_holders("DEU", "head_of_government", "2025-07-01")
    ]
    assert names[:2] == ["Olaf Scholz", "Angela Merkel"]


def test_metonyms_strong_and_weak() -> None:
    """The Kremlin is the government, Washington often only the place; a metonym holds for its time."""
    known = get_knowledge()
    kremlin, washington = known.find_metonym("the Kremlin"), known.find_metonym("Washington", "2020-01-01")
    assert kremlin is not None
    assert washington is not None
    assert (kremlin.id, kremlin.strong) == ("e:RUS/gov", True)
    assert (washington.country, washington.strong) == ("USA", False)
    assert known.find_metonym("Yongsan", "2015-01-01") is None


def test_threads_and_processes_share_it() -> None:
    """Other threads, and processes forked after the first question, get the same answers."""
    known = get_knowledge()
    expected = [known.find_persons("Angela Merkel")[0].key] * 8
    found: list[int] = []

    def ask() -> None:
        found.append(known.find_persons("Angela Merkel")[0].key)

    threads = [threading.Thread(target=ask) for _ in expected]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(_asked) == expected[0]


def _asked() -> int:
    return get_knowledge().find_persons("Angela Merkel")[0].key


def test_father_and_son() -> None:
    """A son who has his father's name within his own is not his father in office."""
    held = {
        day: get_knowledge().holders("TCD", "head_of_state", day)[0].person
        for day in ("2015-06-01", "2022-06-01")
    }
    assert held["2015-06-01"].key != held["2022-06-01"].key
    assert held["2015-06-01"].name.startswith("Idriss")


def test_who_won_is_not_yet_in_office() -> None:
    """An election's day is no beginning where the one before stayed in office for weeks."""
    held = get_knowledge().holders("FIN", "head_of_government", "2023-04-10")
    assert [(one.person.name, one.state) for one in held] == [("Sanna Marin", "yes")]


def test_without_the_share_alike_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file under share-alike terms is left out, all else answers."""
    (tmp_path / "core.sqlite").symlink_to(store.FOLDER / "core.sqlite")
    monkeypatch.setattr(store, "FOLDER", tmp_path)
    base._open.cache_clear()
    try:
        assert get_knowledge().find_persons("Vladimir Putin")[0].wikidata == "Q7747"
    finally:
        base._open.cache_clear()
