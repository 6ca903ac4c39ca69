# The few commands a contributor needs. CI calls the same ones.

.PHONY: demo install size soak test uninstall

# A tour: what is signed, what is accepted, what is refused and why. Needs only Rust.
demo:
	@sh core/examples/demo.sh

# What each part costs on a Cortex-M4, in bytes of flash. Needs a linker for ARM.
size:
	@bash .ci/size

# For programs in C: header, libraries, and what pkg-config and CMake look for. Takes PREFIX and
# DESTDIR, and LIBDIR and INCLUDEDIR, absolute or relative to PREFIX; uninstall takes the same.
# The libraries are small; PROFILE=release makes them two thirds larger, and a third faster.
export PREFIX DESTDIR LIBDIR INCLUDEDIR PROFILE
install uninstall:
	@sh ffi/packaging/install.sh $@

# Ten million Quick Pay payments against a simulated gateway; WXP_PAYMENTS and WXP_SEED change that.
soak:
	@cargo test --release --locked --package wxp-core --test behaviour quickpay::soak -- --ignored --nocapture

# Everything; installs or names what is missing, and ends with "N passed, N failed".
test:
	@bash .ci/test
