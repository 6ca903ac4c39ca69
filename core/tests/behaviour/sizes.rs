//! Sizes that callers on small devices count on, in bytes on a 64-bit machine.

#![cfg(target_pointer_width = "64")]

use wxp_core::{Canonical, Endpoint, Error, Field, Key, Signature, Source, Value, Verdict};

#[test]
fn types_stay_small() {
    assert_eq!(size_of::<Error>(), 32);
    assert_eq!(size_of::<Value<'_>>(), 24);
    assert_eq!(size_of::<Field<'_>>(), 40);
    assert!(size_of::<Signature>() <= 72);
    assert!(size_of::<Canonical<'_>>() <= 280);
    assert!(size_of::<Key>() <= 176);
    assert!(size_of::<Endpoint>() <= 32);
    assert_eq!(size_of::<Source>(), 4);
    assert!(size_of::<Verdict<'_, '_>>() <= 104);
}
