//! The files that `make install` installs, used by programs in C.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wxp_core::{Algorithm, Canonical, Field, Key, xml};

mod tools;

use tools::{KEY, MOVED, VERSION, call, files, folder, has, make, pkg_config, run, source};

const HEADERS: [&str; 3] = ["wxp.h", "wxp_packed.h", "wxp_protocol.h"];

/// What has to be below a prefix without the command, as [`files`] has it.
fn expected() -> Vec<(u32, String, String)> {
    let library = format!("libwxp.so.{VERSION}");
    let mut files = [
        (0o644, "include/wxp.h", ""),
        (0o644, "include/wxp_packed.h", ""),
        (0o644, "include/wxp_protocol.h", ""),
        (0o644, "lib/cmake/wxp/wxpConfig.cmake", ""),
        (0o644, "lib/cmake/wxp/wxpConfigVersion.cmake", ""),
        (0o644, "lib/libwxp.a", ""),
        (0o777, "lib/libwxp.so", "libwxp.so.1"),
        (0o755, &format!("lib/{library}"), ""),
        (0o777, "lib/libwxp.so.1", &library),
        (0o644, "lib/pkgconfig/wxp.pc", ""),
        (0o644, "share/wxp/wxp.cdef.h", ""),
    ]
    .map(|(mode, path, target)| (mode, path.to_owned(), target.to_owned()));
    files.sort();
    files.to_vec()
}

/// Compiles an example as strictly as it gets; returns the program.
fn compile(compiler: &[&str], example: &str, program: &str, arguments: &[String]) -> PathBuf {
    let program = folder(program);
    let mut command = Command::new(compiler[0]);
    command.args(&compiler[1..]).args(["-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
    command.arg(source("examples/c").join(example)).args(["-x", "none"]).args(arguments);
    run(command.arg("-o").arg(&program));
    program
}

/// Whether a program is linked with the shared library.
fn needs_libwxp(program: &Path) -> bool {
    run(Command::new("readelf").arg("-d").arg(program)).contains("[libwxp.so.1]")
}

/// The document of `order.c`, as the core writes it.
fn order() -> String {
    let key = Key::new(Algorithm::HmacSha256, KEY.as_bytes()).unwrap();
    let table = [
        ("appid", "wxd930ea5d5a258f4f"),
        ("mch_id", "10000100"),
        ("nonce_str", "ibuaiVcKdpRxkhJA"),
        ("sign_type", "HMAC-SHA256"),
        ("body", "Tea & rice"),
        ("out_trade_no", "20150806125346"),
        ("total_fee", "100"),
        ("auth_code", "120061098828009406"),
    ]
    .map(|(name, value)| Field::new(name, value).unwrap());
    let fields = Canonical::of(&table).unwrap();
    xml::write(&fields, &key.sign(&fields).unwrap(), &mut [0; 1024]).unwrap().to_owned()
}

fn check_order(program: &Path) {
    let order = order();
    // Of an implementation that is not this one.
    let sign = "208B6070005B066C1D835C6A5C844486BA50D2C80E8909680B143A4C046CA286";
    assert!(order.ends_with(&format!("<sign>{sign}</sign></xml>")), "{order}");
    let start = || {
        let mut command = Command::new(program);
        command.env("LD_LIBRARY_PATH", MOVED.join("lib")).env_remove("WXP_KEY");
        command
    };
    assert_eq!(call(start().env("WXP_KEY", KEY), ""), (0, order + "\n", String::new()));
    let (status, out, err) = call(&mut start(), "");
    assert!(status == 2 && out.is_empty() && err.contains("WXP_KEY"), "{err}");
    let (status, out, err) = call(start().env("WXP_KEY", "short"), "");
    assert!(status == 1 && out.is_empty() && err.contains("32 characters"), "{err}");
}

/// A notice over another amount, signed anew.
fn over(notice: &str, amount: &str) -> String {
    let mut slots = [Field::EMPTY; 64];
    let mut table = xml::read_into(notice.as_bytes(), &mut slots).unwrap().to_vec();
    table.retain(|field| !["sign", "total_fee"].contains(&field.name()));
    table.push(Field::new("total_fee", amount).unwrap());
    let fields = Canonical::of(&table).unwrap();
    let key = Key::new(Algorithm::HmacSha256, KEY.as_bytes()).unwrap();
    xml::write(&fields, &key.sign(&fields).unwrap(), &mut [0; 4096]).unwrap().to_owned()
}

fn check_notice(program: &Path) {
    let start = || {
        let mut command = Command::new(program);
        command.env("LD_LIBRARY_PATH", MOVED.join("lib")).env("WXP_KEY", KEY);
        command
    };
    let path = source("../core/tests/data/workloads/W3.HMAC.xml");
    let notice = fs::read_to_string(&path).unwrap();
    let reply = |code, text| {
        format!(
            "<xml><return_code><![CDATA[{code}]]></return_code>\
             <return_msg><![CDATA[{text}]]></return_msg></xml>\n"
        )
    };
    let paid = format!("order 1409811653 is paid: 100 fen\n{}", reply("SUCCESS", "OK"));
    assert_eq!(call(&mut start(), &notice), (0, paid.clone(), String::new()));
    assert_eq!(call(start().arg(path), ""), (0, paid, String::new()));

    let no = reply("FAIL", "");
    let less = format!("total_fee differs\n{no}");
    assert_eq!(call(&mut start(), &over(&notice, "1")), (1, less, String::new()));
    let unsigned = "<xml><return_code>SUCCESS</return_code><total_fee>100</total_fee></xml>";
    for (notice, why) in [
        (&*notice.replace(">100<", ">101<"), "not from WeChat Pay: the signature does not match\n"),
        (unsigned, "not from WeChat Pay: no signature\n"),
        ("<xml><return_code>FAIL</return_code></xml>", "not known: query the order\n"),
    ] {
        assert_eq!(call(&mut start(), notice), (1, format!("{why}{no}"), String::new()));
    }
    for (notice, status) in [("<!DOCTYPE xml>", 1), ("", 1), (&*" ".repeat(1 << 16), 2)] {
        let (actual, out, err) = call(&mut start(), notice);
        assert!(actual == status && out.is_empty() && err.starts_with("notice: "), "{out}{err}");
    }
    assert_eq!(call(start().arg("/no/such/file"), "").0, 2);
    assert_eq!(call(start().env_remove("WXP_KEY"), &notice).0, 2);
}

#[test]
fn every_file_is_where_it_belongs() {
    let mut expected = expected();
    expected.push((0o755, "bin/wxp".into(), String::new()));
    expected.sort();
    assert_eq!(files(&MOVED), expected);
    for header in HEADERS {
        let installed = fs::read(MOVED.join("include").join(header)).unwrap();
        assert_eq!(installed, fs::read(source("../include").join(header)).unwrap());
    }
}

#[test]
fn the_command_is_installed_and_taken_away() {
    let command = || Command::new(MOVED.join("bin/wxp"));
    assert_eq!(run(command().arg("--version")), format!("wxp {VERSION}\n"));
    let order = "appid=wxd930ea5d5a258f4f\nmch_id=10000100\n";
    let (status, out, err) = call(command().args(["canonical"]), order);
    assert_eq!((status, &*out, &*err), (0, "appid=wxd930ea5d5a258f4f&mch_id=10000100\n", ""));

    let folder = folder("the command");
    let places = [&*format!("DESTDIR={}", folder.display()), "PREFIX=/usr", "BINDIR=/opt/bin"];
    make(&[&["install", "COMMAND=dev"], &places[..]].concat());
    assert!(folder.join("opt/bin/wxp").exists() && !folder.join("usr/bin").exists());
    make(&[&["uninstall"], &places[..]].concat());
    assert_eq!(files(&folder), []);
}

#[test]
fn a_package_is_installed_below_destdir_and_does_not_contain_its_path() {
    let folder = folder("a package");
    let destdir = format!("DESTDIR={}", folder.display());
    let places = [&*destdir, "PREFIX=/usr", "LIBDIR=lib/arch", "INCLUDEDIR=/opt/wxp/include"];
    make(&[&["install", "COMMAND=no"], &places[..]].concat());

    let mut expected = expected();
    for (_, path, _) in &mut expected {
        *path = format!("usr/{path}").replace("usr/lib/", "usr/lib/arch/");
        *path = path.replace("usr/include", "opt/wxp/include");
    }
    expected.sort();
    assert_eq!(files(&folder), expected);
    for (_, path, _) in &expected {
        let file = fs::read(folder.join(path)).unwrap();
        let name = folder.as_os_str().as_encoded_bytes();
        assert!(!file.windows(name.len()).any(|bytes| bytes == name), "{path}");
    }
    let pc = fs::read_to_string(folder.join("usr/lib/arch/pkgconfig/wxp.pc")).unwrap();
    assert!(pc.starts_with("prefix=${pcfiledir}/../../..\n"), "{pc}");
    assert!(pc.contains("includedir=${pcfiledir}/../../../../opt/wxp/include\n"), "{pc}");

    let stranger = folder.join("usr/lib/arch/cmake/wxp/stranger");
    fs::write(&stranger, "").unwrap();
    make(&[&["uninstall"], &places[..]].concat());
    assert_eq!(files(&folder).len(), 1);
    fs::remove_file(&stranger).unwrap();
    make(&[&["uninstall"], &places[..]].concat());
    assert_eq!(files(&folder), []);
    assert!(!stranger.parent().unwrap().exists() && !folder.join("usr/share/wxp").exists());
}

#[test]
fn a_relative_prefix_is_relative_to_the_repository() {
    let repository = source("..").canonicalize().unwrap();
    let prefix = folder("relative");
    let Ok(relative) = prefix.strip_prefix(&repository) else {
        return; // the target folder is elsewhere
    };
    make(&["install", &format!("PREFIX={}/", relative.display()), "COMMAND=no"]);
    assert_eq!(files(&prefix), expected());
    make(&["uninstall", &format!("PREFIX={}", relative.display())]);
    assert_eq!(files(&prefix), []);
}

#[test]
fn the_shared_library_has_its_name_and_needs_no_other() {
    let library = MOVED.join("lib/libwxp.so");
    let dynamic = run(Command::new("readelf").args(["-W", "-d"]).arg(&library));
    let entries = |tag| dynamic.lines().filter(move |line| line.contains(tag));
    assert_eq!(entries("(SONAME)").count(), 1, "{dynamic}");
    let abi = wxp_generate::abi().unwrap();
    let version = abi.constants().find(|constant| constant.name == "WXP_ABI_VERSION").unwrap();
    let soname = format!("[libwxp.so.{}]", version.value);
    assert!(entries("(SONAME)").all(|line| line.ends_with(&soname)), "{dynamic}");
    assert_eq!(entries("(NEEDED)").count(), 0, "{dynamic}");
    let versions = run(Command::new("readelf").args(["-W", "-V"]).arg(&library));
    assert!(!versions.contains("Version needs"), "{versions}");
    let sections = run(Command::new("readelf").args(["-W", "-S"]).arg(&library));
    assert!(sections.contains(".dynsym") && !sections.contains(".symtab"), "{sections}");
}

#[test]
fn pkg_config_finds_the_shared_library() {
    assert_eq!(pkg_config(&["--modversion"]), [VERSION]);
    let flags = pkg_config(&["--cflags", "--libs"]);
    for (compiler, name) in [
        (&["gcc", "-std=c90"][..], "gcc"),
        (&["g++", "-x", "c++"], "g++"),
        (&["clang", "-std=c90"], "clang"),
    ] {
        if has(compiler[0]) {
            let order = compile(compiler, "order.c", &format!("order-{name}"), &flags);
            assert!(needs_libwxp(&order));
            check_order(&order);
            check_notice(&compile(compiler, "notice.c", &format!("notice-{name}"), &flags));
        }
    }
}

#[test]
fn one_shared_library_serves_glibc_and_musl() {
    if has("musl-gcc") {
        let flags = pkg_config(&["--cflags", "--libs"]);
        let order = compile(&["musl-gcc"], "order.c", "order-musl-shared", &flags);
        assert!(run(Command::new("readelf").arg("-l").arg(&order)).contains("/lib/ld-musl"));
        assert!(needs_libwxp(&order));
        check_order(&order);
    }
}

#[test]
fn cpp_strings_are_signed_in_place() {
    if has("g++") {
        let flags = pkg_config(&["--cflags", "--libs"]);
        let compiler = ["g++", "-std=c++17", "-x", "c++"];
        check_order(&compile(&compiler, "../cpp/order.cpp", "order-cpp", &flags));
    }
}

#[test]
fn the_default_library_is_fast_and_the_embedded_profile_smaller() {
    let len = |prefix: &Path| fs::metadata(prefix.join("lib/libwxp.so")).unwrap().len();
    let small = folder("small");
    make(&["install", &format!("PREFIX={}", small.display()), "PROFILE=embedded", "COMMAND=no"]);
    assert!(len(&small) <= 320 * 1024, "{} bytes", len(&small));
    assert!(len(&small) < len(&MOVED));
    let flags =
        [format!("-I{}/include", small.display()), format!("{}/lib/libwxp.a", small.display())];
    check_notice(&compile(&["gcc"], "notice.c", "notice-small", &flags));
}

#[test]
fn the_program_in_the_readme_runs() {
    let readme = fs::read_to_string(source("../README.md")).unwrap();
    let (_, rest) = readme.split_once("```c\n").unwrap();
    let (code, _) = rest.split_once("```\n").unwrap();
    let place = folder("readme");
    fs::create_dir(&place).unwrap();
    let file = place.join("order.c");
    fs::write(&file, code).unwrap();
    fs::write(place.join("key"), "192006250b4c09247ec02edce69f6a2d\n").unwrap();
    let answer = "<xml><return_code>FAIL</return_code><return_msg>no</return_msg></xml>";
    fs::write(place.join("answer.xml"), answer).unwrap();
    // The HTTPS client that it calls, and what calls it.
    let mut arguments = vec![source("../docs/check/readme/shop.c").to_str().unwrap().to_owned()];
    arguments.extend(pkg_config(&["--cflags", "--libs"]));
    let compiler = ["cc", "-std=c90"];
    let program = compile(&compiler, file.to_str().unwrap(), "readme/order", &arguments);
    let mut program = Command::new(program);
    let out = run(program.current_dir(&place).env("LD_LIBRARY_PATH", MOVED.join("lib")));
    assert_eq!(out, "in doubt: query, with the same number\n");
}

#[test]
fn the_static_library_needs_no_other() {
    let mut arguments = pkg_config(&["--cflags"]);
    arguments.push(format!("{}/libwxp.a", pkg_config(&["--variable=libdir"])[0]));
    let compiler = ["cc", "-std=c90", "-DWXP_STATIC"];
    check_order(&compile(&compiler, "order.c", "order-static", &arguments));
    check_notice(&compile(&compiler, "notice.c", "notice-static", &arguments));
    if has("musl-gcc") {
        let compiler = ["musl-gcc", "-std=c90", "-DWXP_STATIC", "-static"];
        check_order(&compile(&compiler, "order.c", "order-musl", &arguments));
        check_notice(&compile(&compiler, "notice.c", "notice-musl", &arguments));
    }
}

#[test]
fn the_static_library_links_with_other_code_in_rust() {
    let other = folder("other");
    fs::create_dir(&other).unwrap();
    let (source, library) = (other.join("other.rs"), other.join("libother.a"));
    // Rust's library for 128-bit integers, and its unwinder, come along.
    let code = r#"#[unsafe(no_mangle)]
        pub extern "C" fn other(n: u64) -> bool {
            std::panic::catch_unwind(|| println!("{}", u128::MAX / u128::from(n))).is_err()
        }"#;
    fs::write(&source, code).unwrap();
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition=2024", "--crate-type=staticlib", "-o"]).arg(&library).arg(&source);
    let needs = call(rustc.args(["--print", "native-static-libs"]), "").2;
    let (_, needs) = needs.split_once("native-static-libs: ").unwrap();
    let needs = needs.lines().next().unwrap().split_whitespace().map(str::to_owned);

    // Everything that is in them, wanted or not.
    let mut arguments = pkg_config(&["--cflags"]);
    arguments.push("-Wl,--whole-archive".to_owned());
    arguments.push(format!("{}/libwxp.a", pkg_config(&["--variable=libdir"])[0]));
    arguments.extend([library.display().to_string(), "-Wl,--no-whole-archive".to_owned()]);
    arguments.extend(needs);
    let compiler = ["cc", "-std=c90", "-DWXP_STATIC"];
    check_order(&compile(&compiler, "order.c", "order-other", &arguments));
}

#[test]
fn cmake_finds_both_libraries() {
    if !has("cmake") {
        return;
    }
    let cmake = |version: &str| {
        let (examples, build) = (folder("examples"), folder("cmake"));
        fs::create_dir(&examples).unwrap();
        for name in ["order.c", "notice.c", "CMakeLists.txt"] {
            let text = fs::read_to_string(source("examples/c").join(name)).unwrap();
            let find = format!("find_package(wxp {version} ");
            fs::write(examples.join(name), text.replace("find_package(wxp ", &find)).unwrap();
        }
        let mut command = Command::new("cmake");
        command.arg(format!("-DCMAKE_PREFIX_PATH={}", MOVED.display()));
        let (status, ..) = call(command.arg("-S").arg(examples).arg("-B").arg(&build), "");
        (status == 0).then_some(build)
    };
    for version in ["99.0", &format!("{VERSION}.1"), "0.0.1 EXACT"] {
        assert_eq!(cmake(version), None, "{version}");
    }
    for version in ["", "0.0.1", &format!("{VERSION} EXACT")] {
        let build = cmake(version).expect(version);
        run(Command::new("cmake").arg("--build").arg(&build));
        check_order(&build.join("order"));
        check_notice(&build.join("notice"));
        assert!(needs_libwxp(&build.join("order")) && !needs_libwxp(&build.join("notice")));
    }
}

#[test]
fn the_bare_declarations_are_those_of_the_library() {
    let path = MOVED.join("share/wxp/wxp.cdef.h");
    let text = fs::read_to_string(&path).unwrap();
    for noise in ["#", "/*", "__", "WXP_API", "WXP_MUST_USE", "extern"] {
        assert!(!text.contains(noise), "{noise}");
    }
    let library = MOVED.join("lib/libwxp.so");
    let symbols = run(Command::new("nm").args(["-D", "--defined-only"]).arg(library));
    let exports: Vec<&str> = symbols.split_whitespace().filter(|s| s.starts_with("wxp_")).collect();
    for export in &exports {
        let is_there = [" ", "*"].iter().any(|before| text.contains(&format!("{before}{export}(")));
        assert!(is_there, "{export}");
    }
    assert!(exports.len() == text.matches('(').count() && exports.len() > 30, "{exports:?}");
    let mut compiler = Command::new("cc");
    compiler.args(["-std=c99", "-Werror", "-fsyntax-only", "-include", "stddef.h"]);
    run(compiler.args(["-include", "stdint.h", "-x", "c"]).arg(path));
}

#[test]
fn cargo_c_would_install_the_same() {
    let manifest = fs::read_to_string(source("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let capi = &manifest["package"]["metadata"]["capi"];
    let asset = &capi["install"]["include"]["asset"][0];
    assert_eq!(asset["from"].as_str(), Some("include/*.h"));
    assert_eq!(capi["header"]["subdirectory"].as_bool(), Some(false));
    assert_eq!(capi["header"]["generation"].as_bool(), Some(false));

    let library = &capi["library"];
    let components = library["version_suffix_components"].as_integer().unwrap();
    let version = library["version"].as_str().unwrap().split('.');
    let suffix: Vec<&str> = version.take(components.try_into().unwrap()).collect();
    let soname = format!("lib{}.so.{}", library["name"].as_str().unwrap(), suffix.join("."));
    assert!(MOVED.join("lib").join(soname).exists());

    let package = &capi["pkg_config"];
    let name = format!("lib/pkgconfig/{}.pc", package["filename"].as_str().unwrap());
    let pc = fs::read_to_string(MOVED.join(name)).unwrap();
    for (key, value) in [("Name", &package["name"]), ("Description", &package["description"])] {
        assert!(pc.contains(&format!("{key}: {}\n", value.as_str().unwrap())), "{pc}");
    }
}
