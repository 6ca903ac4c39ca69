//! The way of the API key: where it is, what wipes it, and where it never is.

use wxp_core::Language;

use super::super::say;
use super::svg::{Svg, lines};

/// A place where the key or what is made of it is: its name, and what is said about it.
type Place = (&'static str, [&'static str; 2], [&'static str; 2]);

const PLACES: [Place; 5] = [
    (
        "accent",
        ["File", "文件"],
        ["one account reads it; outside the web root", "仅一个帐号可读，在网站目录之外"],
    ),
    (
        "accent",
        ["Your program", "您的程序"],
        ["reads it, makes a key, wipes its copy", "读取后创建密钥，擦除自己的副本"],
    ),
    ("accent", ["Key", "密钥对象"], ["wiped when it is dropped or closed", "释放或关闭时擦除"]),
    (
        "accent",
        ["Digest", "摘要"],
        [
            "streamed, no copy of the string; the stack is wiped",
            "流式计算，不保留待签名字符串，栈被擦除",
        ],
    ),
    (
        "good",
        ["Signature", "签名"],
        ["32 or 64 digits; compared in constant time", "32或64位字符，比较用时恒定"],
    ),
];

const NEVER: [[&str; 2]; 5] = [
    ["arguments", "命令行参数"],
    ["error texts", "错误信息"],
    ["debug output", "调试输出"],
    ["the printed string to sign", "输出的待签名字符串"],
    ["values that are signed", "参与签名的值"],
];

pub(super) fn draw(language: Language) -> String {
    let title = say(language, "The way of the API key", "API密钥的流向");
    let mut svg = Svg::new((900.0, 260.0), title);
    svg.text((16.0, 28.0), "title", title);
    let (wide, gap) = (152.0, 27.0);
    for (at, (class, name, about)) in PLACES.iter().enumerate() {
        let x = 16.0 + at as f64 * (wide + gap);
        svg.rect((x, 48.0), (wide, 104.0), class);
        svg.text((x + 12.0, 72.0), "bold", say(language, name[0], name[1]));
        for (row, line) in
            lines(say(language, about[0], about[1]), 12.5, wide - 22.0).iter().enumerate()
        {
            svg.text((x + 12.0, 93.0 + row as f64 * 17.0), "small", line);
        }
        if at > 0 {
            svg.line(&[(x - gap, 100.0), (x, 100.0)], "line arrow");
        }
    }
    svg.text((16.0, 186.0), "bold bad", say(language, "The key is never in", "密钥从不出现在"));
    let wide = 868.0 / NEVER.len() as f64;
    for (at, name) in NEVER.iter().enumerate() {
        let x = 16.0 + at as f64 * wide;
        svg.rect((x, 200.0), (wide - 8.0, 40.0), "bad");
        svg.text_at(
            (x + (wide - 8.0) / 2.0, 225.0),
            "middle",
            "small",
            say(language, name[0], name[1]),
        );
    }
    svg.finish()
}
