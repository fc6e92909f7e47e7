# make run: a working service desk with demo data; the next start goes on with it.
# make reset: forget it.
# make test: everything that must hold.  make long: what takes longer; make long-NAME: one part of it.
# make lock, make assets: renew the pinned packages, fetch the pinned front-end files.

SHELL := /bin/sh
export PYTHON ?= python3
BIN := .venv/bin
DEMO := config_examples/service_desk
SERVICES := $(BIN)/python -m tests.services

# Each is a module of tests/long, run with the services up.
LONG := faults benchmarks

COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
           --no-emit-index-url --no-annotate --no-header pyproject.toml --extra server --extra xlsx --extra build

.PHONY: help run reset test check long lock assets environment-run environment-test $(addprefix long-,$(LONG))

help:
	@sed -n 's/^# make/make/p' Makefile

run: environment-run
	@$(BIN)/verstak serve $(DEMO) --demo

reset:
	@if [ -e var/services.folder ]; then $(SERVICES) down; fi
	rm -rf var

test: environment-test
	@$(SERVICES) run -- $(MAKE) --no-print-directory check

# What `make test` does once the services are up. All parts run; any failure is the result.
check:
	@status=0; \
	for part in "ruff check" "ruff format --check" "mypy" "lint-imports" "python -m pytest -n 2 $(PYTEST)"; do \
	  echo "== $$part"; $(BIN)/$$part || status=1; \
	done; exit $$status

long: $(addprefix long-,$(LONG))

$(addprefix long-,$(LONG)): long-%: environment-test
	@$(SERVICES) run -- $(BIN)/python -m tests.long $*

# The newest versions that pyproject.toml admits; no line of the result names a host.
lock: environment-test
	$(COMPILE) --output-file requirements/run.txt
	$(COMPILE) --constraints requirements/run.txt --extra dev --output-file requirements/test.txt

assets:
	$(PYTHON) -m tests.assets

environment-run environment-test: environment-%:
	@requirements/install $*
