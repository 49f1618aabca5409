"""Store what the shipped model says of some texts, for a test that needs no PyTorch to hold it to.

    python -m training.pin tests/analysis/model/logits.json

The texts are in the test itself. Run it when a new model ships; the test fails until then.
"""

import argparse
import json
from pathlib import Path

from onrecord.analysis.marks import find_quotations
from onrecord.analysis.model.heads import TAGGED
from onrecord.analysis.model.reading import Reading, read
from onrecord.analysis.model.session import get_model
from onrecord.analysis.settings import MODELS
from onrecord.analysis.tokens import tokenise

TEXTS = (
    "“We never signed it,” Ode Lind told Radio Ghent on Friday. The ministry says the treaty stands.",
    "Police said a witness had told them that the ferry, the Anna, left Split at noon.",
    'MARTELL: NO DEAL\n\n"It rains," she said. "It pours."\n\nMoscow denied it.',
)
"""Our own words, with direct and indirect speech, nesting, names, capitals, and more than one paragraph."""
DIGITS = 3


def readings(name: str) -> list[Reading]:
    """The texts as a shipped model reads them."""
    model = get_model(name=name)
    found = []
    for text in TEXTS:
        tokens = tokenise(text)
        found.append(read(model, tokens, find_quotations(tokens)))
    return found


def pinned(name: str) -> list[dict[str, object]]:
    """For each text the emissions, one row a word, and the tags of every head."""
    return [
        {
            "emissions": [
                [round(float(value), DIGITS) for value in row] for row in reading.outputs.emissions
            ],
            "tags": {head.name: reading.tags[head.name].tolist() for head in TAGGED},
        }
        for reading in readings(name)
    ]


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("path", type=Path)
    found = {name: pinned(name) for name in MODELS.values()}
    parser.parse_args().path.write_text(json.dumps(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
