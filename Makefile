# The few commands a contributor needs; `make help` lists them. CI calls the same ones.

.PHONY: help setup check test test-all generate generate-check demo conformance
.PHONY: lints test-core test-abi test-php test-dotnet test-python test-js test-bindings test-https
.PHONY: test-device ci-parts bench bench-check bench-peers size size-c web test-web
.PHONY: fuzz fuzz-reach coverage sanitizers secrets constant-time soak mutants supply sbom
.PHONY: test-languages test-servers test-crates test-docs wheels packages-php packages-dotnet
.PHONY: dist dist-check dist-twice release test-release install uninstall

MEASURE = ffi/examples/bare-metal/measure

help: ## this list
	@awk '/^##@/ { print "\n" substr($$0, 5) } \
		/^[a-z].*: ## / { split($$0, part, ": ## "); printf "  %-18s %s\n", part[1], part[2] }' Makefile

##@ Tests
setup: ## install what the tests need and is missing, saying so first
	@bash .ci/harness/setup
check: ## format, lints and quick tests; needs Rust alone
	@bash .ci/test check
test: ## setup, and everything that a change can break
	@bash .ci/harness/setup && bash .ci/test
# Takes hours, most of them for mutants.
test-all: ## the same, and what a release needs; takes hours
	@bash .ci/harness/setup counts abi devices php dotnet python js web https languages servers crates \
		wheels packages dist release supply docs coverage mutants && bash .ci/test all

##@ Generated files
generate: ## headers, what bindings declare, PHP's argument information, CONFORMANCE.md, pages of docs
	@$(MAKE) --silent conformance
	@cargo run --quiet --locked --package wxp-generate
	@sh ffi/bindings/php/arginfo.sh
	@python3 -B docs/check/glossary.py
# CONFORMANCE.md is checked by a test of the core.
generate-check: ## whether all of that is current
	@cargo run --quiet --locked --package wxp-generate -- --check
	@sh ffi/bindings/php/arginfo.sh --check

##@ Parts of the tests
lints: ## all lints, and the documentation
	@bash .ci/test lints
test-core: ## the core and the command, exhaustive tests included
	@bash .ci/test core
test-abi: ## the C ABI
	@bash .ci/harness/setup abi && bash .ci/test abi
# Each is a job of .github/workflows/ci.yml.
ci-parts:
	@sed -n 's/^\(lints\|supply\|bench-check\|size\|test-[a-z]*\):.*/"\1"/p' Makefile | grep -vx '"test-all"' | \
		paste -sd, | sed 's/.*/[&]/'
# PHP is the extension, and the file for hosts without it.
test-php: ## the bindings for PHP, built and tested as their users have them
	@bash .ci/harness/setup php && bash ffi/bindings/php/check && bash ffi/bindings/php-ffi/check
test-dotnet: ## the binding for .NET, on mono and .NET 8
	@bash .ci/harness/setup dotnet && bash ffi/bindings/dotnet/check
test-python: ## the binding for Python
	@bash .ci/harness/setup python && bash ffi/bindings/python/check
test-js: ## the package for JavaScript, as WebAssembly
	@bash .ci/harness/setup js && bash ffi/bindings/javascript/check
test-bindings: ## the same questions to all bindings, and the same answers wanted
	@bash .ci/harness/setup php dotnet python js && bash ffi/bindings/tests/check
test-languages: ## the page for any other language: Go, Java, Ruby, LuaJIT
	@bash .ci/harness/setup languages && python3 -B ffi/bindings/tests/languages.py
web: ## the tool as one page that sends nothing, target/web/wxp-tool.html
	@bash .ci/harness/setup web && bash ffi/bindings/web/build
test-web: ## the page, in Chromium
	@bash .ci/harness/setup web && bash ffi/bindings/web/check
test-https: ## shops in C, PHP, Python, C# and JavaScript at a gateway with TLS and certificates
	@bash .ci/harness/setup https && bash ffi/tests/https/check
test-device: ## a terminal on boards and processors that QEMU emulates
	@bash .ci/harness/setup devices && python3 $(MEASURE)/firmware.py
test-servers: ## a shop's server with axum and reqwest, at a gateway with TLS
	@bash .ci/harness/setup servers && bash core/examples/servers/check
test-docs: ## README and guides: each command is run, links, pictures, and how they are written
	@bash .ci/harness/setup docs php packages dotnet js devices && bash docs/check/check
test-crates: ## the crates as they would be published, and what cargo-c makes of libwxp
	@bash .ci/harness/setup crates && bash ffi/packaging/crates/check

##@ Figures
demo: ## a tour: what is signed, what is accepted, what is refused and why; needs only Rust
	@sh core/examples/demo.sh
# Each case with criterion, some minutes, and then one short table.
bench: ## what everything takes, beside the bare digest and other ways to do it
	@cargo bench --locked --package wxp-benches
	@cargo run --release --locked --package wxp-benches --bin table
bench-check: ## instructions of the hot calls; fails if they changed (WXP_WRITE=1 takes them)
	@bash .ci/harness/setup counts && python3 benches/counts/check.py
bench-peers: ## wxp and its packages beside other SDKs, PHP alone, and OpenSSL in C
	@bash .ci/harness/setup peers js && python3 benches/peers/compare.py
size: ## flash, stack and instructions on a Cortex-M0 and M4; fails if they exceed the budgets
	@bash .ci/harness/setup devices && python3 $(MEASURE)/size.py
size-c: ## what signing and reading cost there in C
	@bash .ci/harness/setup size-c && bash $(MEASURE)/c/compare target/device/c core/tests/data/workloads
conformance: ## .github/CONFORMANCE.md anew: what wxp makes of hostile documents
	@WXP_WRITE=1 cargo test --quiet --locked --package wxp-core --test behaviour conformance

##@ For a release
fuzz: ## fourteen fuzz targets, SECONDS each (60)
	@python3 fuzz/run.py $(SECONDS)
fuzz-reach: ## which lines of the core they have reached by then
	@bash .ci/harness/setup coverage && python3 fuzz/reach.py
coverage: ## which lines of core and ffi their tests run through, and why not the others
	@bash .ci/harness/setup abi coverage && python3 core/tests/coverage/coverage.py
sanitizers: ## the C ABI and the core under ASan, UBSan, TSan, valgrind and Miri
	@bash .ci/harness/setup abi && bash ffi/tests/sanitizers
secrets: ## what calls leave of a secret on the stack, and how often they branch on it
	@bash .ci/harness/setup abi devices && bash ffi/tests/secrets
constant-time: ## whether time tells where a signature is wrong, or what the secret is
	@bash benches/constant-time/check
soak: ## ten million Quick Pay payments; WXP_PAYMENTS and WXP_SEED change that
	@cargo test --release --locked --package wxp-core --test behaviour quickpay::soak -- --ignored --nocapture
export JOBS
mutants: ## changes the core, FILES of it, JOBS at a time; counts what its tests notice
	@bash .ci/harness/setup mutants && bash core/tests/mutants $(FILES)
release: ## whether VERSION can be released; DATE=2026-01-31 dates its changelogs first
	@bash .ci/harness/setup release && python3 -B ffi/packaging/release/release.py "$(VERSION)" $(DATE)
test-release: ## that check, of copies that cannot be released
	@bash .ci/harness/setup release && python3 -B ffi/packaging/release/test.py
wheels: ## the package for Python, target/wheels/dist: built, checked, installed where no Rust is
	@bash .ci/harness/setup wheels && bash ffi/bindings/python/wheels/check
supply: ## what is in libwxp and where that is from: crates, licences, versions, Rust
	@bash .ci/harness/setup supply && bash ffi/packaging/supply/check
sbom: ## the bill of materials, target/sbom/libwxp.cdx.json
	@bash .ci/harness/setup supply && bash ffi/packaging/supply/check sbom
packages-php: ## the packages for PHP, installed and run in Debian roots without Rust; needs root
	@bash .ci/harness/setup php packages && bash ffi/bindings/php/packages/check
packages-dotnet: ## the package for .NET, installed from its file into a new project and run
	@bash .ci/harness/setup dotnet && bash ffi/bindings/dotnet/packages/check
# Also the packages that `wheels`, `packages-php`, `packages-dotnet`, `test-js`, `test-web` and
# `test-crates` build and check one by one.
published = dist wheels php packages dotnet js web
dist: ## everything that a release publishes, into target/dist; all of it only as root
	@bash .ci/harness/setup $(published) && python3 -B ffi/packaging/dist/build.py
dist-check: ## installs and runs each package of it where no Rust is; as root
	@bash .ci/harness/setup $(published) devices crates && python3 -B ffi/packaging/dist/check.py
dist-twice: ## builds all of it again in another folder, or NAMES of it, and compares
	@python3 -B ffi/packaging/dist/twice.py $(NAMES)

##@ To install
# Take PREFIX and DESTDIR, and BINDIR, LIBDIR and INCLUDEDIR, absolute or relative to PREFIX. The
# libraries are fast; PROFILE=embedded makes them smaller by a third, and slower. COMMAND=no leaves the
# command out; any other word is the profile that it is built with.
export PREFIX DESTDIR BINDIR LIBDIR INCLUDEDIR PROFILE COMMAND
install: ## header, libraries, what pkg-config and CMake look for, and the command wxp
	@sh ffi/packaging/install.sh install
uninstall: ## take exactly that away
	@sh ffi/packaging/install.sh uninstall
