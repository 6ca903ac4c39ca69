# The few commands a contributor needs. CI calls the same ones.

.PHONY: bench bench-check bench-peers conformance constant-time coverage demo fuzz fuzz-reach install
.PHONY: mutants sanitizers sbom secrets size size-c soak supply test test-bindings test-device
.PHONY: test-dotnet test-https test-php test-python uninstall

# A tour: what is signed, what is accepted, what is refused and why. Needs only Rust.
demo:
	@sh core/examples/demo.sh

# What each part costs on a Cortex-M0 and a Cortex-M4: flash, stack, instructions; fails if that is
# more than is committed.
size:
	@python3 .ci/device/size.py

# What signing, and signing and reading, cost there in C, with libraries that are fetched for it.
size-c:
	@bash .ci/device/c/compare target/device/c core/tests/data/workloads

# The example of a terminal, on boards and processors that QEMU emulates.
test-device:
	@python3 .ci/device/firmware.py

# What everything takes, beside the bare digest and beside other ways to do it: each case with
# criterion, some minutes, and then one short table and benches/speed.svg, some seconds.
bench:
	@cargo bench --locked --package wxp-benches
	@cargo run --release --locked --package wxp-benches --bin table

# Instructions of the hot calls, counted by valgrind; fails if they differ from what is committed.
# WXP_WRITE=1 commits to the new ones.
bench-check:
	@python3 .ci/bench/check.py

# wxp beside the SDKs for other languages, PHP alone, and OpenSSL in C, which are fetched for it.
bench-peers:
	@python3 .ci/bench/peers.py

# Eleven fuzz targets, SECONDS each; 60 if nothing is said.
fuzz:
	@python3 .ci/fuzz/run.py $(SECONDS)
# Which lines of the core they have reached by then.
fuzz-reach:
	@python3 .ci/fuzz/reach.py

# Whether time tells where a signature is wrong, or what the secret is: a statistical test, some
# minutes, that also has to find what leaks on purpose.
constant-time:
	@bash .ci/trust/constant-time

# Which lines of core and ffi their tests run through, and why the few others are right as they are.
coverage:
	@python3 .ci/trust/coverage.py

# The C ABI under ASan, UBSan, TSan, valgrind and, if a nightly toolchain has it, Miri; the core's
# tests under ASan. A quarter of an hour.
sanitizers:
	@bash .ci/trust/sanitizers

# Changes the core in one place after the other, and counts the changes that its tests notice: FILES
# of core/src, all if nothing is said, and then it takes hours; JOBS at a time. Needs cargo-mutants.
export JOBS
mutants:
	@bash .ci/trust/mutants $(FILES)

# For programs in C: header, libraries, and what pkg-config and CMake look for. Takes PREFIX and
# DESTDIR, and LIBDIR and INCLUDEDIR, absolute or relative to PREFIX; uninstall takes the same.
# The libraries are small; PROFILE=release makes them half as large again, and faster.
export PREFIX DESTDIR LIBDIR INCLUDEDIR PROFILE
install uninstall:
	@sh ffi/packaging/install.sh $@

# .github/CONFORMANCE.md anew: what wxp makes of 266 hostile documents.
conformance:
	@WXP_WRITE=1 cargo test --quiet --locked --package wxp-core --test behaviour conformance

# What is in libwxp and where that is from: crates, licences, versions, Rust; some minutes. sbom writes
# it down in CycloneDX, as target/sbom/libwxp.cdx.json.
supply:
	@bash .ci/trust/supply
sbom:
	@bash .ci/trust/supply sbom

# What calls leave of a secret on the stack, in bytes, and how often they branch on it.
secrets:
	@bash .ci/trust/secrets

# Ten million Quick Pay payments against a simulated gateway; WXP_PAYMENTS and WXP_SEED change that.
soak:
	@cargo test --release --locked --package wxp-core --test behaviour quickpay::soak -- --ignored --nocapture

# The bindings, each built and tested as its users have it. PHP is the extension, and the file for
# hosts without it.
test-php:
	@bash .ci/bindings/php
	@bash .ci/bindings/php-ffi
test-dotnet:
	@bash .ci/bindings/dotnet
test-python:
	@bash .ci/bindings/python
# The same questions to all of them, and the same answers wanted.
test-bindings:
	@bash .ci/bindings/cross
# Shops in C, PHP and C# that order, query, refund and reverse at a gateway with TLS and certificates.
test-https:
	@bash .ci/bindings/https

# Everything; installs or names what is missing, and ends with "N passed, N failed".
test:
	@bash .ci/test
