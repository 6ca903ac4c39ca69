//! What a library without an unwinder does when Rust panics. Nothing does: the tests link it with
//! a handler that does not exist.

#[panic_handler]
fn on_panic(_: &core::panic::PanicInfo<'_>) -> ! {
    #[cfg(feature = "prove-no-panic")]
    {
        unsafe extern "C" {
            safe fn wxp_reachable_panic() -> !;
        }
        wxp_reachable_panic()
    }
    #[cfg(not(feature = "prove-no-panic"))]
    loop {
        core::hint::spin_loop();
    }
}
