import sys

import pytest

from onrecord.reading.language import detect_language

ENGLISH = "The ferry left the harbour at noon, and nobody on the quay said that it would not be back."
GERMAN = "Die Fähre verließ mittags den Hafen, und niemand am Kai sagte, dass sie nicht zurückkommen werde. "
RUSSIAN = "Паром вышел из гавани в полдень, и никто на причале не сказал, что он не вернётся. "


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "de-DE", "en"),
        (GERMAN * 3, None, "de"),
        (GERMAN * 3, "en", "de"),
        (RUSSIAN * 3, None, "ru"),
        ("港口主任在周二的新闻发布会上说港口将重新开放。", None, "zh"),
        ("港長は火曜日に港を再開する予定ですと述べた。", None, "ja"),
        ("Oslo 12 4 7 Bergen 3", None, None),
        ("Oslo 12 4 7 Bergen 3", "en-GB", "en"),
    ],
)
def test_the_words_decide_and_what_is_declared_helps(
    text: str, declared: str | None, language: str | None
) -> None:
    """Words stand above what the page says of itself, unless there are too few of them."""
    assert detect_language(text, declared) == language


def test_plain_english_needs_no_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading a classifier takes longer than reading an article, so English does without."""
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect_language(ENGLISH * 20) == "en"
