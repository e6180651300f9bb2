# Two commands do all the set-up on a Debian or Ubuntu machine with Swift 6.3 or newer:
#   make demo   installs what is missing, builds, and compares three levels
#   make test   the same set-up, then all tests

SHARED ?= ../shared
PREFIX ?= /usr/local

.PHONY: demo test budget serve server openrefine interop postgres spark sdk example docs lint format pages schemas benchmarks campaign install dist setup build pins clean

demo: build
	@echo
	.build/release/passerelle compare ie-nqf:8 de-nqf:6 gb-scqf:10

test: setup
	swift build --build-tests
	swift test --skip-build

# Counts the instructions of cold questions, and fails if they are over the budget in Benchmarks/budget.tsv;
# Scripts/budget.sh update writes that anew.
budget: setup
	swift build
	Scripts/budget.sh

# Opens the answers to a browser and to other programs, until Ctrl-C ends it.
serve: build
	Scripts/server.sh release
	.build/release/passerelle stats >/dev/null
	@echo "Open the address below in a browser. Ctrl-C ends the server."
	@.build/release/passerelle-server --quiet

# Builds the server, and asks it what strangers would; the specification of its interface is checked by others' tools.
server: setup
	Scripts/server.sh check

# Reconciles dirty titles in the real OpenRefine, and compares the result with what the command line says.
openrefine: setup
	Scripts/server.sh
	Scripts/openrefine.sh

# Asks rdflib, rapper, networkx, sssom-py, and validators of JSON Schema, XSD and SARIF, of what is written.
interop: setup
	Scripts/interop.sh

# Loads the tables of the library into a new PostgreSQL, and compares what its views answer with what we do.
postgres: setup
	swift build
	Scripts/postgres.sh

# Answers batches on Spark, on one machine and on two, and compares them with one run; slow, and not part of CI.
spark: setup
	swift build
	Scripts/spark.sh

# Begins adapters outside this tree, and uses them as the guide has it: with the debug build, or, with BUILD=release,
# with the one that is installed.
BUILD ?= debug
sdk: $(if $(filter release,$(BUILD)),build,setup)
	swift build --build-tests
	PASSERELLE_PROGRAMS=$(CURDIR)/.build/$(BUILD) swift test --skip-build --filter NewAdapterTests

# Builds and runs the program in Documentation/Examples that asks Passerelle, in the folder of the debug build.
example: setup
	Scripts/example.sh

# Builds the pages of PasserelleKit, PasserelleTesting and PasserelleAnswers, and fails on any warning.
docs: setup
	Scripts/docs.sh

build: setup
	swift build -c release
	@$(MAKE) --no-print-directory pins FOLDER=.build/release

# Writes down which modules came with the program: no other runs from that folder without being trusted.
pins:
	@cd $(FOLDER) && sha256sum lib*.so > adapters.sha256.new && mv adapters.sha256.new adapters.sha256

setup:
	@Scripts/setup.sh

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Templates Tests Benchmarks Documentation/Examples Server/Package.swift Server/Sources Server/Benchmarks

format:
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Templates Tests Benchmarks Documentation/Examples Server/Package.swift Server/Sources Server/Benchmarks

# Writes the pages of the frameworks anew, after a change of Frameworks/.
pages:
	swift build
	.build/debug/passerelle export --to markdown --output Documentation/Frameworks.md
	.build/debug/passerelle export --to svg --as-of 2026-11-23 --output Documentation/Frameworks.svg

# Writes the schemas of descriptors anew, after a change of what may stand in one.
schemas:
	swift build
	.build/debug/passerelle schema --output Schemas

# Tries for up to an hour what would take too long in the tests: damaged stores, cuts of power, growth of work.
campaign: build
	swift build --build-tests
	Scripts/campaign.sh

# Measures beside the floor programs in $(SHARED)/bench/floors, where they are; with AGAINST=REV, beside
# another commit; with QUICK=1, once.
benchmarks: setup
	Scripts/benchmarks.sh $(SHARED)/bench/floors

install: build
	install -d $(PREFIX)/bin $(PREFIX)/lib/passerelle/adapters $(PREFIX)/share/passerelle
	install -m 755 .build/release/passerelle .build/release/passerelle-worker $(PREFIX)/bin/
	install -m 755 .build/release/lib*.so $(PREFIX)/lib/passerelle/adapters/
	install -m 644 .build/release/adapters.sha256 $(PREFIX)/lib/passerelle/adapters/
	cd $(PREFIX)/share/passerelle && rm -rf Frameworks Languages Maps Schemas Templates
	cp -RL Frameworks Languages Maps Schemas Templates $(PREFIX)/share/passerelle/
	-git rev-parse HEAD > $(PREFIX)/share/passerelle/commit
	rm -f $(PREFIX)/share/passerelle/store.db && data=$$(mktemp -d) && \
	  PASSERELLE_DATA=$$data $(PREFIX)/bin/passerelle snapshot $(PREFIX)/share/passerelle/store.db && rm -r $$data

# Makes archives that run anywhere, and Debian packages, of the program and of the server, in dist/.
dist: setup
	Scripts/dist.sh

clean:
	rm -rf .build .build-floors
