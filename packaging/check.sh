#!/bin/sh
# The whole check: format, lint, import contracts, types, dependencies, dead code, tests with coverage.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
step() { printf '== %s\n' "$1"; shift; "$@"; }
step format $bin/ruff format --check --quiet .
step lint $bin/ruff check --quiet .
step floors $bin/lint-imports --no-logo --no-cache
step types $bin/mypy --no-error-summary
step dependencies $bin/deptry --no-ansi .
step "dead code" $bin/vulture
step tests env QT_QPA_PLATFORM=offscreen $bin/python -m pytest tests -n 2 --dist worksteal --cov --cov-report=
step coverage $bin/python -m tests.coverage_floors
