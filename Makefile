# make        installs what is missing, builds, exports seeds/ to exports/
# make test   runs all tests
# make help   lists the targets
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := all
export DEBIAN_FRONTEND := noninteractive

PREFIX ?= /usr/local
FUZZ_SECONDS ?= 1800
SEEDS := seeds/minusma.json seeds/ceasefire.json seeds/wire.jsonl
BUILD_PACKAGES := libraptor2-dev libxml2-dev zlib1g-dev libzstd-dev libcurl4-gnutls-dev \
	libsqlite3-dev pkg-config graphviz
TEST_PACKAGES := raptor2-utils serdi libxml2-utils locales gcc libc6-dev python3-venv \
	python3-graph-tool virtuoso-opensource-7-bin zstd chromium chromium-driver openssl iproute2

install_packages = missing=(); \
	for package in $(1); do \
	  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q '^install ok installed' \
	    || missing+=("$$package"); \
	done; \
	if (( $${\#missing[@]} )); then \
	  echo "installing: $${missing[*]}"; \
	  sudo=(); if (( EUID )); then sudo=(sudo); echo "as root, through sudo"; fi; \
	  "$${sudo[@]}" apt-get update -q >/dev/null; \
	  "$${sudo[@]}" apt-get install -y -q --no-install-recommends "$${missing[@]}" >/dev/null; \
	fi

.PHONY: all deps build export test test-deps lint docs-check check-all bench bench-stores fuzz valgrind picture \
	man install clean help

all: export ## install what is missing, build, export seeds/ to exports/
	@echo
	@echo "Look at exports/minusma.ttl (the article's graph), exports/minusma.nq (all graphs),"
	@echo "exports/minusma.graphml (for graph tools), exports/minusma.events.csv (for a spreadsheet), exports/minusma.svg and exports/minusma.html (in a browser), and README.md for what they hold. 'make test' runs all tests."

deps: ## install the packages that building needs
	@$(call install_packages,$(BUILD_PACKAGES))
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
	if [[ -z $$version ]]; then echo "swift is not there; install Swift 6.2 or later" >&2; exit 1; fi
	if [[ $$(printf '%s\n' 6.2 "$$version" | sort -V | head -n 1) != 6.2 ]]; then
	  echo "swift is $$version; griot needs 6.2 or later" >&2; exit 1
	fi

build: deps ## build the release
	@swift build -c release --product griot --explicit-target-dependency-import-check error

export: build ## export seeds/ to exports/
	@.build/release/griot export $(SEEDS) -o exports --formats nt,nq,ttl,rdf,graphml,gexf,dot,svg,csv
	@.build/release/griot describe exports/*.nq --quiet -o exports/void.ttl
	@.build/release/griot view seeds/minusma.json --no-text --quiet -o exports/minusma.html
	@.build/release/griot view seeds/ceasefire.json --quiet -o exports/ceasefire.html

test-deps: deps
	@$(call install_packages,$(TEST_PACKAGES))
	@if ! locale -a | grep -qi '^fr_FR.utf-\?8$$'; then
	  sudo=(); if (( EUID )); then sudo=(sudo); fi
	  "$${sudo[@]}" localedef -i fr_FR -f UTF-8 fr_FR.UTF-8
	fi
	@if ! cmp -s Tests/requirements.txt .venv/requirements.txt; then
	  rm -rf .venv
	  python3 -m venv .venv
	  .venv/bin/pip install -q --disable-pip-version-check -r Tests/requirements.txt
	  cp Tests/requirements.txt .venv/requirements.txt
	fi

test: test-deps build lint docs-check ## run all tests, under the address sanitizer
	@LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/lsan.supp:print_suppressions=0 \
	  swift test --disable-xctest --sanitize=address --scratch-path .build-asan \
	    --explicit-target-dependency-import-check error

check-all: test-deps build ## run what is too long for make test; results in docs/checks.md
	@.venv/bin/python Tests/check_all.py $(PARTS)

bench: test-deps build ## measure export, convert, validate and graphs beside other tools; figures in docs/
	@python3 Benchmarks/run.py .build/release/griot --out docs/benchmarks.md
	@.venv/bin/python Benchmarks/mapping.py .build/release/griot --out docs/benchmarks-mapping.md
	@.venv/bin/python Benchmarks/rdf.py .build/release/griot --out docs/benchmarks-rdf.md
	@.venv/bin/python Benchmarks/validation.py .build/release/griot --out docs/benchmarks-validation.md
	@swift build -c release --product GraphWriting >/dev/null
	@.venv/bin/python Benchmarks/graphs.py .build/release/GraphWriting --out docs/benchmarks-graph.md

bench-stores: test-deps build ## measure load into stores that run here; figures in docs/load.md
	@.venv/bin/python Benchmarks/stores.py .build/release/griot --out docs/load.md

man: deps ## write the man pages to .build/man
	@swift package --disable-sandbox --scratch-path .build generate-manual --multi-page >/dev/null
	@rm -rf .build/man
	@cp -r .build/plugins/GenerateManual/outputs/griot .build/man
	@ls .build/man/*

lint: ## check the style of all sources
	@.ci/lint

docs-check: deps ## check that every public symbol is documented
	@.ci/doc-coverage

fuzz: deps ## fuzz the readers, or those of FUZZERS, for FUZZ_SECONDS of processor time each
	@FUZZ_SECONDS=$(FUZZ_SECONDS) .ci/fuzz $(FUZZERS)

valgrind: build ## look for errors and leaks of memory at the C libraries
	@$(call install_packages,valgrind)
	@.ci/valgrind

picture: export test-deps ## draw docs/minusma.svg and .png from the exported GraphML, docs/view.png of the page
	@python3 docs/picture.py exports/minusma.graphml docs/minusma
	@.venv/bin/python docs/screenshot.py exports/ceasefire.html docs/view.png

install: build ## install the command and its completions under PREFIX, the man pages after make man
	@install -D .build/release/griot $(DESTDIR)$(PREFIX)/bin/griot
	@for page in .build/man/*.1; do
	  if [[ -f $$page ]]; then install -D -m 644 "$$page" "$(DESTDIR)$(PREFIX)/share/man/man1/$${page##*/}"; fi
	done
	@completions=$(DESTDIR)$(PREFIX)/share
	@mkdir -p "$$completions"/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
	@.build/release/griot --generate-completion-script bash > "$$completions/bash-completion/completions/griot"
	@.build/release/griot --generate-completion-script zsh > "$$completions/zsh/site-functions/_griot"
	@.build/release/griot --generate-completion-script fish > "$$completions/fish/vendor_completions.d/griot.fish"

clean: ## remove what was built
	@rm -rf .build .venv

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1: \2/p' Makefile
