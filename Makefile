# The few commands a contributor needs. CI calls the same ones.

.PHONY: demo size test

# A tour: what is signed, what is accepted, what is refused and why. Needs only Rust.
demo:
	@sh core/examples/demo.sh

# What each part costs on a Cortex-M4, in bytes of flash. Needs a linker for ARM.
size:
	@bash .ci/size

# Everything; installs or names what is missing, and ends with "N passed, N failed".
test:
	@bash .ci/test
