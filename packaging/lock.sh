#!/bin/sh
# Writes requirements/*.txt anew from pyproject.toml: versions and hashes only, for every platform and Python 3.11+.
# Needs `uv` on the PATH (pip install uv); run it after changing a dependency, then read the diff.
set -eu
cd "$(dirname "$0")/.."
mkdir -p requirements
lock() { uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet "$@"; }
lock pyproject.toml --extra registry --group run --group dev -o requirements/test.txt
lock pyproject.toml --extra registry --group run -c requirements/test.txt -o requirements/run.txt
