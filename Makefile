# The commands of Baken; nobody needs another one. `make run` and `make test` do all the set-up.
.PHONY: run test long torture bench
py := .venv/bin/python

run:
	@sh packaging/setup.sh run
	@sh packaging/run.sh

test:
	@sh packaging/setup.sh test
	@sh packaging/check.sh

long torture:
	@sh packaging/setup.sh test
	@BAKEN_DEPTH=$@ $(py) -m pytest --timeout 7200 -p no:randomly tests

bench:
	@sh packaging/setup.sh test
	@$(py) -m tests.bench
