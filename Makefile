# The few commands a contributor needs. CI calls the same ones.

.PHONY: demo test

# A tour: what is signed, what is accepted, what is refused and why. Needs only Rust.
demo:
	@sh core/examples/demo.sh

# Everything; installs or names what is missing, and ends with "N passed, N failed".
test:
	@bash .ci/test
