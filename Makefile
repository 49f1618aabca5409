# The two commands: `make demo` and `make test`. Everything is set up in .venv, nothing outside it;
# what trains the model is heavy and has .venv-train to itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
SHARED ?= ../shared
SOURCES ?= $(SHARED)/knowledge
TRAIN := .venv-train
CORPORA ?= $(SHARED)/corpora
WORK ?= out/train
MODEL ?= src/onrecord/models/en-1
OPTIONS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint types check docs knowledge bench train train-fast train-test eval clean

help: ## Say what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	$(PIP) install -e '.[parquet]' --group dev
	@touch $@

$(TRAIN)/train.stamp: pyproject.toml
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip --disable-pip-version-check -q install --upgrade 'pip>=25.1'
	$(TRAIN)/bin/python -m pip --disable-pip-version-check -q install -e . --group train --group test
	@touch $@

demo: $(VENV)/run.stamp ## Read the example articles, print a record, write a page to look at
	@BIN=$(BIN) sh examples/demo.sh

test: lint types check ## Lint, types and all tests

lint: $(VENV)/dev.stamp ## ruff: rules and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/dev.stamp ## mypy, strict
	$(BIN)/mypy

check: $(VENV)/dev.stamp ## pytest
	$(BIN)/python -m pytest

docs: $(VENV)/dev.stamp ## Write the generated reference pages anew
	$(BIN)/python docs/generate.py

knowledge: $(VENV)/run.stamp ## Compile the knowledge tables: make knowledge SOURCES=FOLDER
	$(BIN)/python -m onrecord.knowledge.compile $(SOURCES)
	$(BIN)/python -m onrecord.knowledge.compile.agents $(SOURCES)

bench: $(VENV)/dev.stamp ## Quality against the corpora: make bench SHARED=FOLDER
	$(BIN)/python benchmarks/times.py $(SHARED)
	$(BIN)/python benchmarks/statements.py $(SHARED)
	$(BIN)/python benchmarks/events.py $(SHARED)
	$(BIN)/python benchmarks/html_pages.py $(SHARED)
	$(BIN)/python benchmarks/startup.py

train: $(TRAIN)/train.stamp ## Train, export, calibrate: make train CORPORA=FOLDER WORK=FOLDER MODEL=FOLDER
	$(TRAIN)/bin/python -m training.train $(CORPORA) $(WORK) $(OPTIONS)
	$(TRAIN)/bin/python -m training.export "$$(ls -t $(WORK)/epoch*.pt | head -n 1)" $(MODEL)
	$(TRAIN)/bin/python -m training.calibrate $(CORPORA) $(MODEL)

train-fast: $(TRAIN)/train.stamp ## Distil the fast model from what `make train` left, beside it
	$(TRAIN)/bin/python -m training.distil $(CORPORA) $(WORK)-fast --model $(MODEL) \
	  --teacher "$$(ls -t $(WORK)/epoch*.pt | head -n 1)" $(OPTIONS)
	$(TRAIN)/bin/python -m training.export "$$(ls -t $(WORK)-fast/epoch*.pt | head -n 1)" $(MODEL)-fast --share $(MODEL) \
	  --core 254 --context 8
	$(TRAIN)/bin/python -m training.calibrate $(CORPORA) $(MODEL)-fast

train-test: $(TRAIN)/train.stamp ## Hold what trains to what runs, with PyTorch
	$(TRAIN)/bin/python -m pytest tests/training

eval: $(VENV)/dev.stamp ## Score a model's folder: make eval MODEL=FOLDER SHARED=FOLDER
	$(BIN)/python benchmarks/evaluate.py $(MODEL) $(SHARED)

clean: ## Remove what was set up and written
	rm -rf $(VENV) $(TRAIN) out dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
