//! The states of Quick Pay, of the table at the head of core/src/quickpay.rs. The machine itself says
//! whether the table has all its ways.

use std::collections::{BTreeSet, HashSet};

use wxp_core::quickpay::{Event, QuickPay, Step, Timing};
use wxp_core::{Language, OrderState, Outcome};

use super::super::say;
use super::svg::{Point, Svg, lines, width};
use crate::{read, root};

/// A state: its name, the column where it is drawn, and what it is about.
type State = (&'static str, f64, &'static str, &'static str);

const WIDTH: f64 = 300.0;
const SIZE: f64 = 13.0;
const TOP: f64 = 54.0;
const GAP: f64 = 40.0;
const STATES: [State; 6] = [
    ("Paying", 14.0, "the order is sent", "已发送支付请求"),
    ("Querying", 340.0, "is it paid?", "查询是否已支付"),
    ("Confirming", 340.0, "it failed; is that so?", "支付失败，查询确认"),
    ("Rechecking", 340.0, "still not paid?", "稍后再次查询确认"),
    ("Reversing", 666.0, "take it back", "撤销订单"),
    ("Settling", 666.0, "is it back?", "查询撤销结果"),
];

/// An end: its name, its class, and what it means at the till.
type End = (&'static str, &'static str, &'static str, &'static str, &'static str);

const ENDS: [End; 6] = [
    ("Paid", "good", "hand the goods over", "已支付", "交付商品"),
    ("NotPaid", "bad", "try again with a new number", "未支付", "可用新单号重新支付"),
    ("NotSent", "bad", "try again with the same number", "未发送", "可用原单号重新支付"),
    ("Reversed", "bad", "what was paid has gone back", "已撤销", "已支付的款项已退回"),
    (
        "NotAnswered",
        "open",
        "not known: somebody has to look",
        "撤销无应答",
        "结果未知，需人工查询",
    ),
    (
        "NotReversible",
        "open",
        "somebody has to look, and refund",
        "不能撤销",
        "需人工查询，已支付则退款",
    ),
];

/// What happened, and what follows; both in English and Chinese.
const PHRASES: [(&str, &str); 35] = [
    ("paid", "已支付"),
    ("failed", "失败"),
    ("unsettled, or no answer", "结果未知，或没有应答"),
    ("not sent", "未能发出"),
    ("closed", "已关闭"),
    ("refunded", "已退款"),
    ("pay error", "支付失败（PAYERROR）"),
    ("refunded, pay error", "已退款、支付失败（PAYERROR）"),
    ("any other, or no answer", "其他，或没有应答"),
    ("any other", "其他"),
    ("paying", "用户支付中"),
    ("unpaid, absent", "未支付、订单不存在"),
    ("unknown, or no answer", "无法识别，或没有应答"),
    ("done, failed", "成功、失败"),
    ("unpaid, paying, pay error", "未支付、支付中、支付失败"),
    ("one of these, at the limit", "以上情形，且撤销次数已满"),
    ("NotAnswered", "NotAnswered"),
    ("Paid", "Paid"),
    ("NotSent", "NotSent"),
    ("NotPaid", "NotPaid"),
    ("Reversed", "Reversed"),
    ("Reversing", "Reversing"),
    ("Querying", "Querying"),
    ("Confirming: query", "Confirming：查询"),
    ("Querying: wait, and query", "Querying：等待后查询"),
    ("again, until time is up: Reversing", "继续查询，超时则Reversing"),
    ("Rechecking: wait, and query", "Rechecking：等待后查询"),
    ("again, a few times: Reversing", "再查询几次，然后Reversing"),
    ("as in Confirming", "与Confirming相同"),
    ("Settling: query", "Settling：查询"),
    ("again, up to the limit: NotAnswered", "再次撤销，超过次数则NotAnswered"),
    (
        "Reversing: wait; NotReversible, if the reverse failed",
        "Reversing：等待；撤销失败则NotReversible",
    ),
    ("Reversing: wait; again, if the reverse failed", "Reversing：等待；撤销失败则再查询"),
    ("Reversed; NotReversible, if the reverse failed", "Reversed；撤销失败则NotReversible"),
    ("again, a few times: Reversed; or NotReversible", "再查询几次，然后Reversed或NotReversible"),
];

/// A row of the table: the state, what happened, and what follows.
struct Row {
    state: String,
    happened: String,
    follows: String,
}

pub(super) fn draw(language: Language) -> Result<String, String> {
    let rows = table()?;
    agrees(&rows)?;
    let mut svg =
        Svg::new((980.0, 640.0), say(language, "States of Quick Pay", "付款码支付的状态"));
    let title = say(
        language,
        "Quick Pay: from the order to what became of it. The order is sent once; all else repeats the same number.",
        "付款码支付：从发送请求到得出结果。支付请求只发送一次，其余请求都使用同一商户订单号。",
    );
    svg.text((14.0, 28.0), "title", title);
    let mut cards: Vec<Card> = Vec::new();
    for (name, x, english, chinese) in STATES {
        let above = cards.iter().rev().find(|card| card.left == x);
        let top = above.map_or(TOP, |card| card.bottom + GAP);
        let about = (name, say(language, english, chinese));
        let rows = rows.iter().filter(|row| row.state == name);
        let bottom = card(&mut svg, (x, top), about, rows, language)?;
        cards.push(Card { left: x, top, bottom });
    }
    arrows(&mut svg, &cards);
    legend(&mut svg, cards[0].bottom + 34.0, language);
    Ok(svg.finish())
}

/// A card for a state; returns where it ends. What follows is on the same line, if there is room.
fn card<'r>(
    svg: &mut Svg,
    (x, y): Point,
    (name, about): (&str, &str),
    rows: impl Iterator<Item = &'r Row>,
    language: Language,
) -> Result<f64, String> {
    let mut texts: Vec<Vec<(f64, String, String)>> = Vec::new();
    for row in rows {
        let happened = format!("{}  ", phrase(&row.happened, language)?);
        let follows = format!("→ {}", phrase(&row.follows, language)?);
        if width(&format!("{happened}{follows}"), SIZE) < WIDTH - 40.0 {
            texts.push(vec![(14.0, happened, follows)]);
            continue;
        }
        let mut rows = vec![(14.0, happened, String::new())];
        let broken = lines(&follows, SIZE, WIDTH - 56.0).into_iter();
        rows.extend(broken.map(|line| (28.0, String::new(), line)));
        texts.push(rows);
    }
    let count = texts.iter().map(Vec::len).sum::<usize>() as f64;
    let height = 40.0 + count * 17.0 + texts.len() as f64 * 6.0;
    svg.rect((x, y), (WIDTH, height), "box");
    svg.spans(
        (x + 14.0, y + 25.0),
        "",
        &[("title accent", name), ("faint small", &format!("  {about}"))],
    );
    let mut at = y + 49.0;
    for rows in texts {
        for (indent, happened, follows) in rows {
            let mut parts = vec![("faint", &*happened)];
            parts.extend(coloured(&follows));
            svg.spans((x + indent, at), "small", &parts);
            at += 17.0;
        }
        at += 6.0;
    }
    Ok(y + height)
}

/// The names of states and ends in a text, each with its colour.
fn coloured(mut text: &str) -> Vec<(&'static str, &str)> {
    let mut parts = Vec::new();
    let names = ENDS.iter().map(|(name, class, ..)| (*name, *class));
    let names: Vec<_> = names.chain(STATES.iter().map(|(name, ..)| (*name, "accent"))).collect();
    while !text.is_empty() {
        let found =
            names.iter().filter_map(|(name, class)| Some((text.find(name)?, *name, *class)));
        // The first, and of two there the longer: NotPaid has Paid in it.
        let Some((at, name, class)) =
            found.min_by_key(|(at, name, _)| (*at, usize::MAX - name.len()))
        else {
            parts.push(("", text));
            break;
        };
        let (before, rest) = text.split_at(at);
        let (name, rest) = rest.split_at(name.len());
        parts.push(("", before));
        parts.push((bold(class), name));
        text = rest;
    }
    parts
}

fn bold(class: &str) -> &'static str {
    match class {
        "good" => "good bold",
        "bad" => "bad bold",
        "open" => "open bold",
        _ => "accent bold",
    }
}

/// Where a card is.
struct Card {
    left: f64,
    top: f64,
    bottom: f64,
}

/// The ways between the states; those to the ends are said on the cards.
fn arrows(svg: &mut Svg, cards: &[Card]) {
    let [paying, querying, confirming, rechecking, reversing, settling] = cards else { return };
    let right = |card: &Card, dy: f64| (card.left + WIDTH, card.top + dy);
    let left = |card: &Card, dy: f64| (card.left, card.top + dy);
    let mut go = |points: &[Point]| svg.line(points, "line arrow");
    go(&[right(paying, 90.0), left(querying, 90.0)]);
    for (from, dy, to, end) in [
        (paying, 110.0, confirming, 24.0),
        (confirming, 24.0, reversing, 50.0),
        (rechecking, 24.0, reversing, 50.0),
    ] {
        let (start, end) = (right(from, dy), left(to, end));
        let lane = start.0 + 13.0;
        go(&[start, (lane, start.1), (lane, end.1), end]);
    }
    go(&[right(querying, 24.0), left(reversing, 24.0)]);
    go(&[(confirming.left + 90.0, confirming.bottom), (rechecking.left + 90.0, rechecking.top)]);
    go(&[(reversing.left + 90.0, reversing.bottom), (settling.left + 90.0, settling.top)]);
    go(&[(settling.left + 210.0, settling.top), (reversing.left + 210.0, reversing.bottom)]);
    go(&[(confirming.left + 210.0, confirming.top), (querying.left + 210.0, querying.bottom)]);
    let side = rechecking.left - 13.0;
    go(&[
        left(rechecking, 24.0),
        (side, rechecking.top + 24.0),
        (side, querying.top + 110.0),
        left(querying, 110.0),
    ]);
}

fn legend(svg: &mut Svg, y: f64, language: Language) {
    let x = 14.0;
    svg.text((x, y), "title", say(language, "Ends", "结果"));
    for (row, (name, class, english, chinese_name, chinese)) in (0_u8..).zip(ENDS) {
        let y = y + 12.0 + f64::from(row) * 54.0;
        svg.rect((x, y), (WIDTH, 46.0), class);
        let after = say(language, "", chinese_name);
        svg.spans((x + 12.0, y + 19.0), "", &[(bold(class), name), ("faint", "  "), ("", after)]);
        svg.text((x + 12.0, y + 37.0), "small", say(language, english, chinese));
    }
}

/// A phrase of the table in this language.
fn phrase(text: &str, language: Language) -> Result<String, String> {
    let row = PHRASES.iter().find(|(english, _)| *english == text);
    let (english, chinese) =
        row.ok_or(format!("“{text}” has no Chinese in docs/pictures/quickpay.rs"))?;
    Ok(say(language, english, chinese).to_owned())
}

/// The table at the head of the module.
fn table() -> Result<Vec<Row>, String> {
    let source = read(&root().join("core/src/quickpay.rs"))?;
    let lines = source.lines().skip_while(|line| !line.starts_with("//! -----")).skip(1);
    let mut rows: Vec<Row> = Vec::new();
    for line in lines.take_while(|line| *line != "//! ```") {
        let line = line.trim_start_matches("//! ");
        let (state, rest) = line.split_at_checked(12).ok_or("a line of the table is too short")?;
        let state = match state.trim() {
            "" => rows.last().map(|row| row.state.clone()).unwrap_or_default(),
            name => name.to_owned(),
        };
        let (happened, follows) = rest.split_once("  ").ok_or(format!("no columns: {line}"))?;
        let (happened, follows) = (happened.trim(), follows.trim());
        // Two that happen and two that follow are a row each.
        let (one, other) = (happened.split(", "), follows.split(", "));
        if !follows.contains([':', ';']) && other.clone().count() == 2 && one.clone().count() == 2 {
            for (happened, follows) in one.zip(other) {
                rows.push(Row {
                    state: state.clone(),
                    happened: happened.into(),
                    follows: follows.into(),
                });
            }
        } else {
            rows.push(Row { state, happened: happened.into(), follows: follows.into() });
        }
    }
    Ok(rows)
}

/// Whether the table has the ways that the machine has, and no others.
fn agrees(rows: &[Row]) -> Result<(), String> {
    let names: Vec<&str> =
        STATES.iter().map(|(name, ..)| *name).chain(ENDS.iter().map(|(name, ..)| *name)).collect();
    let mut drawn = BTreeSet::new();
    for row in rows {
        for (class, name) in coloured(&row.follows) {
            if !class.is_empty() && row.follows != "as in Confirming" {
                drawn.insert((row.state.clone(), name.to_owned()));
            }
        }
        if row.follows == "as in Confirming" {
            let ways = rows.iter().filter(|row| row.state == "Confirming");
            for (class, name) in ways.flat_map(|row| coloured(&row.follows)) {
                if !class.is_empty() && name != row.state {
                    drawn.insert((row.state.clone(), name.to_owned()));
                }
            }
        }
    }
    let real = ways();
    let name = |(from, to): &(String, String)| format!("{from} -> {to}");
    let missing: Vec<String> = real.difference(&drawn).map(name).collect();
    let wrong: Vec<String> = drawn.difference(&real).map(name).collect();
    let unknown =
        real.iter().find(|(from, to)| !names.contains(&&**from) || !names.contains(&&**to));
    if missing.is_empty() && wrong.is_empty() && unknown.is_none() {
        return Ok(());
    }
    Err(format!(
        "not in the table: {missing:?}; not in the machine: {wrong:?}; unknown: {unknown:?}"
    ))
}

/// All ways from one state to another, found by trying everything that can happen.
fn ways() -> BTreeSet<(String, String)> {
    use OrderState as O;
    let outcomes = [Outcome::Succeeded, Outcome::Accepted, Outcome::Failed, Outcome::Unsettled];
    let orders =
        [O::Unknown, O::Paid, O::Refunded, O::Unpaid, O::Paying, O::PayError, O::Closed, O::Absent];
    // Short, so that limits are reached soon, and with few states before.
    let timing = Timing {
        first_query: 1,
        spacing: 1,
        total: 6,
        reverse_from: 3,
        reverse_spacing: 1,
        reverses: 2,
        queries: 2,
    };
    let mut ways = BTreeSet::new();
    let mut known = HashSet::new();
    let mut left = vec![QuickPay::new(timing)];
    while let Some(payment) = left.pop() {
        let state = state(&payment);
        let events = match payment.step() {
            Step::Finished(_) => continue,
            Step::Wait(_) => vec![Event::Waited],
            Step::Send(request) => {
                let mut events = vec![Event::NoAnswer];
                match format!("{request:?}").as_str() {
                    "Order" => {
                        // Anything else that was not sent is sent again, for as long as it takes.
                        events.push(Event::NotSent);
                        events.extend(outcomes.map(Event::Ordered));
                    }
                    "Query" => events.extend(orders.map(Event::Queried)),
                    _ => events.extend(outcomes.map(Event::Reversed)),
                }
                events
            }
        };
        for event in events {
            let mut after = payment;
            after.next(event, 0);
            let next = self::state(&after);
            if next != state {
                ways.insert((state.clone(), next));
            }
            if known.insert(format!("{after:?}")) {
                left.push(after);
            }
        }
    }
    ways
}

/// The name of a state, or of an end.
fn state(payment: &QuickPay) -> String {
    if let Step::Finished(ending) = payment.step() {
        return format!("{ending:?}");
    }
    let text = format!("{payment:?}");
    let stage = text.split("stage: ").nth(1).unwrap_or_default();
    stage.split(',').next().unwrap_or_default().to_owned()
}
