//! The rooms of the crate: each uses those before it, and none behind it.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms and what everything speaks of, in the order in which they may use one another.
const ROOMS: [&str; 17] = [
    "base", "error", "names", "value", "field", "sign", "xml", "protocol", "judge", "owned",
    "quickpay", "payload", "refund", "explain", "bill", "body", "abi",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The place of a module in the order.
fn rank(module: &str) -> usize {
    let place = ROOMS.iter().position(|room| *room == module);
    place.unwrap_or_else(|| panic!("{module} is no room"))
}

#[test]
fn no_room_uses_one_behind_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut arrows = 0;
    for path in
        sources(&root).into_iter().filter(|path| path.extension().is_some_and(|is| is == "rs"))
    {
        let name = path.strip_prefix(&root).unwrap().with_extension("");
        let own = name.iter().next().unwrap().to_str().unwrap();
        if own == "lib" {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for used in code.flat_map(|line| line.split("crate::").skip(1)) {
            let used = used.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            assert!(used == own || rank(used) < rank(own), "{own} uses {used}: {}", path.display());
            arrows += 1;
        }
    }
    assert!(arrows > 150, "{arrows}");
}
