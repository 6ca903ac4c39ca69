//! Sequences: who says what to whom, and in which order.

use wxp_core::Language;
use wxp_core::quickpay::Timing;

use super::super::say;
use super::svg::{Svg, width};

/// What happens, from the top down.
pub(super) struct Sequence {
    title: [&'static str; 2],
    people: &'static [[&'static str; 2]],
    steps: &'static [Step],
}

/// Numbers are places among the people. `{first}`, `{spacing}` and `{total}` are the default times of
/// Quick Pay.
enum Step {
    Says(usize, usize, [&'static str; 2]),
    /// Said, and not heard.
    Lost(usize, usize, [&'static str; 2]),
    /// What one has to do or to know, and its class.
    Does(usize, &'static str, [&'static str; 2]),
}

use Step::{Does, Lost, Says};

pub(super) const PAYMENT: Sequence = Sequence {
    title: ["A payment: order, notice, query", "一次支付：下单、通知、查询"],
    people: &[["Customer", "用户"], ["Your server", "商户服务器"], ["WeChat Pay", "微信支付"]],
    steps: &[
        Does(1, "accent", ["record number, amount, state", "先记录单号、金额和状态"]),
        Says(1, 2, ["/pay/unifiedorder", "/pay/unifiedorder 统一下单"]),
        Says(2, 1, ["prepay_id or code_url", "prepay_id或code_url"]),
        Does(1, "accent", ["verify; an order is not paid yet", "验签；下单成功不等于已支付"]),
        Says(1, 0, ["second signature, or a code", "二次签名，或二维码"]),
        Says(0, 2, ["pays", "支付"]),
        Says(2, 1, ["notice: twice, late, or never", "通知：可能重复、延迟或没有"]),
        Does(1, "good", ["verify, compare, deliver once", "验签、核对、只发货一次"]),
        Says(1, 2, ["return_code SUCCESS", "return_code SUCCESS"]),
        Does(1, "open", ["no notice, or in doubt: query", "没有通知或有疑问：请查询"]),
        Says(1, 2, ["/pay/orderquery, same number", "/pay/orderquery 用原单号"]),
        Says(2, 1, ["trade_state SUCCESS", "trade_state SUCCESS"]),
        Does(1, "good", ["verify, compare, deliver once", "验签、核对、只发货一次"]),
        Does(1, "accent", ["next day: compare with the bill", "次日：与对账单核对"]),
    ],
};

pub(super) const LOST: Sequence = Sequence {
    title: ["Quick Pay, and the answer is lost", "付款码支付：应答丢失"],
    people: &[["Till", "收银台"], ["WeChat Pay", "微信支付"]],
    steps: &[
        Does(0, "accent", ["record number and amount", "先记录单号和金额"]),
        Says(0, 1, ["/pay/micropay", "/pay/micropay"]),
        Lost(1, 0, ["the answer", "应答"]),
        Does(0, "open", ["not known: no new number", "结果未知：不能换单号"]),
        Does(0, "accent", ["wait {first} s", "等待{first}秒"]),
        Says(0, 1, ["/pay/orderquery, same number", "/pay/orderquery 用原单号"]),
        Says(1, 0, ["trade_state USERPAYING", "trade_state USERPAYING"]),
        Does(0, "accent", ["again every {spacing} s", "每{spacing}秒再查询"]),
        Does(0, "open", ["not paid after {total} s", "{total}秒后仍未支付"]),
        Says(0, 1, ["/secapi/pay/reverse, with certificate", "/secapi/pay/reverse 需API证书"]),
        Says(1, 0, ["result_code SUCCESS, recall N", "result_code SUCCESS，recall N"]),
        Says(0, 1, ["/pay/orderquery, same number", "/pay/orderquery 用原单号"]),
        Says(1, 0, ["trade_state REVOKED", "trade_state REVOKED"]),
        Does(0, "good", ["nothing is paid: new number", "未支付：可换新单号"]),
    ],
};

const NOTE: f64 = 250.0;

pub(super) fn draw(sequence: &Sequence, language: Language) -> String {
    let x = |person: usize| match sequence.people.len() {
        2 => 170.0 + person as f64 * 560.0,
        _ => 90.0 + person as f64 * 360.0,
    };
    let bottom = 84.0 + sequence.steps.len() as f64 * 40.0;
    let title = say(language, sequence.title[0], sequence.title[1]);
    let mut svg = Svg::new((900.0, bottom + 16.0), title);
    svg.text((16.0, 26.0), "title", title);
    for (person, name) in sequence.people.iter().enumerate() {
        svg.line(&[(x(person), 76.0), (x(person), bottom)], "line dashed");
        svg.rect((x(person) - 74.0, 44.0), (148.0, 32.0), "box");
        svg.text_at((x(person), 65.0), "middle", "bold", say(language, name[0], name[1]));
    }
    for (row, step) in sequence.steps.iter().enumerate() {
        let y = 104.0 + row as f64 * 40.0;
        match step {
            Says(from, to, text) => {
                arrow(&mut svg, x(*from), x(*to), y + 8.0, "line arrow");
                label(&mut svg, x(*from), x(*to), y, &timed(say(language, text[0], text[1])));
            }
            Lost(from, to, text) => {
                let end = x(*from) + (x(*to) - x(*from)) * 0.45;
                arrow(&mut svg, x(*from), end, y + 8.0, "line dashed");
                svg.text_at((end, y + 14.0), "middle", "bad bold title", "✕");
                label(&mut svg, x(*from), x(*to), y, &timed(say(language, text[0], text[1])));
            }
            Does(person, class, text) => {
                let text = timed(say(language, text[0], text[1]));
                let wide = (width(&text, 12.5) + 24.0).clamp(120.0, NOTE);
                svg.rect((x(*person) - wide / 2.0, y - 12.0), (wide, 28.0), class);
                svg.text_at((x(*person), y + 6.5), "middle", "small", &text);
            }
        }
    }
    svg.finish()
}

fn arrow(svg: &mut Svg, from: f64, to: f64, y: f64, class: &str) {
    svg.line(&[(from, y), (to, y)], class);
}

/// Above the arrow, in its middle; or before somebody who stands there.
fn label(svg: &mut Svg, from: f64, to: f64, y: f64, text: &str) {
    let part = if (to - from).abs() > 600.0 { 0.25 } else { 0.5 };
    svg.text_at((from + (to - from) * part, y + 2.0), "middle", "small", text);
}

fn timed(text: &str) -> String {
    let Timing { first_query, spacing, total, .. } = Timing::CHINA;
    text.replace("{first}", &first_query.to_string())
        .replace("{spacing}", &spacing.to_string())
        .replace("{total}", &total.to_string())
}
