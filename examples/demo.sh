#!/bin/sh
# The tour behind `make demo`: read the example articles, print a record, write a page to look at.
set -eu
cd "$(dirname "$0")/.."
BIN=${BIN:-.venv/bin}
mkdir -p out

echo "== One article, as the terminal shows it"
"$BIN/onrecord" read examples/04-ansel-strike-pasted.txt

echo "== The same article's first statement, as JSON"
"$BIN/onrecord" read examples/04-ansel-strike-pasted.txt --format json -o out/record.json
"$BIN/python" -c 'import json; print(json.dumps(json.load(open("out/record.json"))["statements"][0], indent=1, ensure_ascii=False))'

echo "== All examples"
"$BIN/onrecord" read examples --format jsonl -o out/records.jsonl
"$BIN/onrecord" read examples --format html -o out/records.html
echo "out/records.jsonl holds $(wc -l < out/records.jsonl) records, one a line."
echo "To look at them, open out/records.html in a browser."
