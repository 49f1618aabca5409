"""`onrecord.read` and `onrecord.read_many`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

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


def test_a_record_shows_itself_in_a_notebook() -> None:
    """`_repr_html_` gives the annotated article."""
    assert "Traffic will flow again" in onrecord.read(NEWS)._repr_html_()


def test_importing_is_light() -> None:
    """`import onrecord` loads none of the heavy libraries."""
    code = "import sys, onrecord; print([m for m in ('msgspec', 'lxml', 'rich') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
