"""`onrecord.read` and `onrecord.read_many`."""

import json
import multiprocessing
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

import onrecord
from onrecord.analysis import pipeline
from onrecord.errors import KnowledgeError, ModelError
from onrecord.record import Article

NEWS = (
    "Bridge to reopen in spring\n\n"
    "LOWTON, March 4 (Reuters) - The Sable Bridge will reopen in May, Mayor Ines Calder said on Monday.\n\n"
    "“We have waited long enough,” Calder told reporters. “Traffic will flow again.”\n"
)


def test_text_gives_a_record() -> None:
    """A plain text is read, dated by the argument, and its statements are found."""
    record = onrecord.read(NEWS, published="2025-03-04")
    direct = [s for s in record.statements if s.type == "direct"]
    assert record.article.published == "2025-03-04"
    assert record.article.published_from == "argument"
    assert [span.text for span in direct[0].content] == [
        "“We have waited long enough,”",
        "“Traffic will flow again.”",
    ]
    names = {entity.id: entity.name for entity in record.entities}
    assert names[direct[0].speaker or ""] == "Ines Calder"


def test_path_bytes_and_text_agree(tmp_path: Path) -> None:
    """The same article as a path, as bytes and as text has the same canonical text."""
    path = tmp_path / "bridge.txt"
    path.write_text(NEWS, encoding="utf-8")
    texts = {onrecord.read(given).article.text for given in (path, str(path), NEWS.encode(), NEWS)}
    assert len(texts) == 1


def test_as_is_changes_nothing() -> None:
    """With `as_is` the article's text is the input, to the character."""
    odd = " date 2025-02-19 \r\n\r\n\x0b“Open\u00a0mark\u200f\r\ncaf\u0065\u0301  \n\n\n"
    assert onrecord.read(odd, as_is=True).article.text == odd


def test_unusable_options_are_refused() -> None:
    """A date that is none, and an option that does not exist, raise a UsageError that says how to mend it."""
    with pytest.raises(onrecord.UsageError, match="2025-02-19"):
        onrecord.read(NEWS, published="last Tuesday-ish")
    with pytest.raises(onrecord.UsageError, match="publised"):
        onrecord.read(NEWS, publised="2025-02-19")  # type: ignore[call-arg]


def test_without_a_date_nothing_is_invented() -> None:
    """With no publication date, a time that needs one has no value, and the record warns."""
    record = onrecord.read("The council met on Monday.", as_is=True)
    assert [(t.text, t.value) for t in record.times] == [("Monday", None)]
    assert record.article.published is None
    assert any("publication date" in warning for warning in record.warnings)


def test_read_many_streams_in_order_and_goes_on(tmp_path: Path) -> None:
    """Rows come out in order, the bad ones are handed over by number, and the others go on."""
    rows = [{"id": f"r{n}", "text": f"Mayor Calder said bridge {n} is open."} for n in range(5)]
    lines = [json.dumps(row) for row in rows]
    lines[2] = '{"id": "r2", "text": '
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    failed: list[onrecord.InputError] = []
    keys = [record.article.key for record in onrecord.read_many([path], on_error=failed.append)]
    assert keys == ["r0", "r1", "r3", "r4"]
    assert [error.row for error in failed] == [3]


def test_read_many_raises_without_a_handler(tmp_path: Path) -> None:
    """Without `on_error` the first failure is raised."""
    with pytest.raises(onrecord.InputError, match="no such file"):
        list(onrecord.read_many([tmp_path / "missing.txt"]))


def test_workers_give_the_same_bytes(tmp_path: Path) -> None:
    """Two processes give the same records in the same order as one."""
    path = tmp_path / "rows.jsonl"
    rows = [{"id": str(n), "text": NEWS, "published": "2025-03-04"} for n in range(6)] + [{"id": "bad"}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    def run(workers: int) -> tuple[list[bytes], list[str]]:
        failed: list[str] = []
        records = onrecord.read_many([path], workers=workers, on_error=lambda e: failed.append(str(e)))
        return [record.to_json() for record in records], failed

    assert run(1) == run(2)


def test_a_fault_in_one_article_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where onrecord itself fails on an article, that is told as any failure is, and the others go on."""

    def analyse(article: Article, **rest: Any) -> onrecord.Record:
        return pipeline.analyse(article, **rest) if "Traffic" in article.text else 1 // 0  # type: ignore[return-value]

    monkeypatch.setattr("onrecord._api.analyse", analyse)
    for name, text in (("a.txt", "No more."), ("b.txt", NEWS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    failed: list[onrecord.InputError] = []
    assert len(list(onrecord.read_many([tmp_path], on_error=failed.append))) == 1
    assert "ZeroDivisionError" in failed[0].problem
    assert isinstance(failed[0].__cause__, ZeroDivisionError)


def test_a_missing_model_ends_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its model nothing can be read: that is raised once, and not told of each article as a fault."""

    def analyse(*_: Any, **__: Any) -> onrecord.Record:
        raise ModelError("layers.onnx: gone")

    monkeypatch.setattr("onrecord._api.analyse", analyse)
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    failed: list[onrecord.InputError] = []
    with pytest.raises(onrecord.UsageError, match=r"layers\.onnx: gone"):
        list(onrecord.read_many([tmp_path], on_error=failed.append))
    assert failed == []


def test_workers_end_with_their_stream(tmp_path: Path) -> None:
    """A stream that is closed early does not wait for the articles that are still under way."""
    (tmp_path / "rows.jsonl").write_text('{"text": "Hi."}\n' + json.dumps({"text": NEWS * 50_000}) + "\n")
    records = onrecord.read_many([tmp_path], workers=2)
    assert next(records).article.text == "Hi."
    start = time.monotonic()
    records.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 2


def test_a_worker_that_is_killed_is_told(tmp_path: Path) -> None:
    """When the system kills a worker, the stream ends with an error of ours, and does not hang."""
    rows = '{"text": "Hi."}\n' + json.dumps({"text": NEWS * 50_000}) + "\n"
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    records = onrecord.read_many([tmp_path], workers=1 + 1)
    next(records)
    for worker in multiprocessing.active_children():
        worker.kill()
    with pytest.raises(onrecord.UsageError, match="fewer workers"):
        list(records)


@pytest.mark.parametrize(
    ("given", "options"),
    [
        (None, {}), (5, {}), ([NEWS], {}), (NEWS, {"published": 2025}), (NEWS, {"input_format": "pdf"}),
        (NEWS, {"max_bytes": "1"}), (NEWS, {"columns": ["text"]}), (NEWS, {"title": 5}),
    ],
)  # fmt: skip
def test_values_of_the_wrong_type_are_refused(given: Any, options: dict[str, Any]) -> None:
    """What is of no type that can be read, or that an option takes, is a `UsageError`."""
    with pytest.raises(onrecord.UsageError):
        onrecord.read(given, **options)


@pytest.mark.parametrize(
    ("options", "mend"),
    [
        ({"model": "big"}, "full or fast"), ({"min_confidence": 80}, "from 0 to 1"),
        ({"min_confidence": "0.8"}, "from 0 to 1"), ({"threads": 0}, "1 or more"),
        ({"threads": "2"}, "1 or more"),
    ],
)  # fmt: skip
def test_unusable_ways_to_analyse_are_refused_with_their_mend(options: dict[str, Any], mend: str) -> None:
    """A model, a confidence or a number of threads that is none says what would be one, before reading."""
    with pytest.raises(onrecord.UsageError, match=mend):
        onrecord.read_many(["-"], **options)


def test_min_confidence_leaves_out_what_is_less_sure(tmp_path: Path) -> None:
    """`read` and `read_many` keep the statements of at least that confidence, in one process and in two."""
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    everything = onrecord.read(path)
    most = max(s.confidence for s in everything.statements)
    surest = [s.content for s in everything.statements if s.confidence == most]
    assert [s.content for s in onrecord.read(path, min_confidence=most).statements] == surest
    for workers in (1, 2):
        (record,) = onrecord.read_many([path], min_confidence=most + 0.001, workers=workers)
        assert record.statements == ()


def test_threads_change_nothing_in_the_record() -> None:
    """A record is the same, byte for byte, on one thread and on two."""
    assert onrecord.read(NEWS).to_json() == onrecord.read(NEWS, threads=2).to_json()


@pytest.mark.parametrize("model", ["full", "fast"])
def test_either_model_reads(model: Literal["full", "fast"]) -> None:
    """The full and the fast model both find what the marks enclose."""
    record = onrecord.read(NEWS, model=model)
    assert any(s.type == "direct" and "Traffic" in s.content[-1].text for s in record.statements)


def test_options_are_checked_before_reading() -> None:
    """`read_many` refuses unusable options when it is called, not when it is gone through."""
    with pytest.raises(onrecord.UsageError, match="not a date"):
        onrecord.read_many(["-"], published="soon")
    with pytest.raises(onrecord.UsageError, match="workers"):
        onrecord.read_many(["-"], workers=0)


def test_kinds_of_values(tmp_path: Path) -> None:
    """A date for `published`, any kind of bytes, one path alone and a generator of paths will do."""
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    record = onrecord.read(bytearray(NEWS, "utf-8"), published=date(2025, 3, 4))
    assert record.article.published == "2025-03-04"
    for inputs in (path, str(path), (name for name in [path])):
        assert len(list(onrecord.read_many(inputs))) == 1


def test_lone_surrogates_in_options_become_replacement_characters() -> None:
    """A title or outlet with a byte that was no text (as shells hand over) still gives JSON."""
    article = onrecord.read(NEWS, title="A\udcff", outlet="B\udcff").article
    assert (article.title, article.outlet) == ("A�", "B�")


def test_a_record_shows_itself_in_a_notebook() -> None:
    """`_repr_html_` gives the annotated article."""
    assert "Traffic will flow again" in onrecord.read(NEWS)._repr_html_()


def test_a_record_from_a_file_shows_itself_in_a_notebook(tmp_path: Path) -> None:
    """A record that was kept as JSON shows itself too, also where nothing has been read before."""
    path = tmp_path / "record.json"
    path.write_bytes(onrecord.read(NEWS).to_json())
    code = "import sys, onrecord; print(onrecord.Record.from_json(open(sys.argv[1]).read())._repr_html_())"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True)
    assert b"Traffic will flow again" in done.stdout


def test_importing_is_light() -> None:
    """`import onrecord` loads none of the heavy libraries."""
    code = "import sys, onrecord; print([m for m in ('msgspec', 'lxml', 'rich') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


OWN = (
    "kind,name,aliases,wikidata,gender,country,sectors,office,role,of,since,until,known_until,source\n"
    "person,Ines Calder,,,f,IRL,,Mayor of Lowton,mayor,,2020-01-01,,2026-01-01,https://example.org/lowton\n"
)


def test_facts_of_ones_own(tmp_path: Path) -> None:
    """A file of the user's own says who somebody is whom the package does not know."""
    path = tmp_path / "own.csv"
    path.write_text(OWN)
    plain = onrecord.read(NEWS, published="2025-03-04")
    known = onrecord.read(NEWS, published="2025-03-04", knowledge=path)

    def mayor(record: onrecord.Record) -> list[str]:
        return [
            office.title for one in record.entities if one.name == "Ines Calder" for office in one.offices
        ]

    assert (mayor(plain), mayor(known)) == ([], ["Mayor of Lowton"])


def test_broken_facts_of_ones_own(tmp_path: Path) -> None:
    """A file that is broken stops before anything is read, and the line is named."""
    path = tmp_path / "own.csv"
    path.write_text(OWN + "person,Nobody,,,f,Nowhere,,,,,,,,https://example.org\n")
    with pytest.raises(KnowledgeError, match=r"own\.csv:3"):
        onrecord.read_many(["-"], knowledge=path)
