# Cargo knows itself whether there is something to build.
$(WXP_SHARED_DEPENDENCIES): wxp-cargo
.PHONY: wxp-cargo
wxp-cargo:
	$(CARGO) build --release --locked --manifest-path $(WXP_ROOT)/Cargo.toml --package wxp-ffi \
		--target-dir $(builddir)/target
