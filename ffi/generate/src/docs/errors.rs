//! The page of error codes: what each means, and what to do.

use std::fmt::Write as _;

use wxp_core::{
    Action, Advice, Cause, Endpoint, ErrorKind, Family, Hint, Language, Notice, Outcome, Value,
};

use super::{families, say};

/// What people call an action, and what it asks for.
const ACTIONS: [(Action, [&str; 2], [&str; 2]); 7] = [
    (
        Action::Query,
        ["query", "查询"],
        [
            "Ask what became of it, with the same number. It may be done, or may yet be done.",
            "用原单号查询结果。业务可能已完成，也可能稍后完成。",
        ],
    ),
    (
        Action::Repeat,
        ["repeat", "原样重试"],
        [
            "Send the same request again, with the same number and the same parameters.",
            "用相同的单号和相同的参数重新发送请求。",
        ],
    ),
    (
        Action::NewNumber,
        ["start anew", "换新单号"],
        [
            "It failed for good. Start again under a new number.",
            "业务已失败。请用新的单号重新发起。",
        ],
    ),
    (
        Action::Customer,
        ["ask the customer", "需用户处理"],
        [
            "It failed for good, and the customer has to do something first.",
            "业务已失败，需要用户先处理。",
        ],
    ),
    (
        Action::Setup,
        ["put in order first", "需商户处理"],
        [
            "It failed for good, and the merchant has to put something in order first.",
            "业务已失败，需要商户先处理。",
        ],
    ),
    (
        Action::Program,
        ["correct the program", "修改程序"],
        [
            "It failed for good, because the program sends what it should not.",
            "业务已失败，原因是程序发送的内容有误。",
        ],
    ),
    (
        Action::Done,
        ["done already", "已完成"],
        [
            "It is done already. Do not ask again; query, and treat it as done.",
            "业务早已完成。请不要再次请求；查询确认后按已完成处理。",
        ],
    ),
];

/// The whole page; `statuses` is the list of the documented values of status fields.
pub(super) fn page(language: Language, statuses: &str) -> Result<String, String> {
    let mut page = introduction(language).to_owned();
    page += &actions(language);
    page += &codes(language)?;
    page += &states(language, statuses)?;
    page += &refused(language);
    page += &causes(language);
    page += &kinds(language);
    Ok(page)
}

fn introduction(language: Language) -> &'static str {
    say(
        language,
        include_str!("errors/introduction.md"),
        include_str!("errors/introduction.zh-CN.md"),
    )
}

fn actions(language: Language) -> String {
    let mut text = say(
        language,
        "\n## What to do\n\n| action | what it asks for |\n|---|---|\n",
        "\n## 处理方式\n\n| 处理 | 含义 |\n|---|---|\n",
    )
    .to_owned();
    for (action, name, meaning) in ACTIONS {
        let meaning = say(language, meaning[0], meaning[1]);
        let _ =
            writeln!(text, "| {} (`{action:?}`) | {meaning} |", say(language, name[0], name[1]));
    }
    if language == Language::Chinese {
        text = text.replace(" (`", "（`").replace("`) |", "`） |");
    }
    text
}

/// The name of an action.
fn name(action: Action, language: Language) -> Result<&'static str, String> {
    let row = ACTIONS.iter().find(|(known, ..)| *known == action);
    let (_, name, _) = row.ok_or(format!("{action:?} has no name in docs/errors.rs"))?;
    Ok(say(language, name[0], name[1]))
}

/// An advice, and the families that have it.
type Group = (Advice, Vec<Family>);

/// Each code with its heading, so that it can be linked to.
fn codes(language: Language) -> Result<String, String> {
    let mut codes: Vec<(&str, Vec<Group>)> = Vec::new();
    for family in families::all() {
        for (code, advice) in Advice::documented(family) {
            let at = codes.binary_search_by_key(&code, |(code, _)| code).unwrap_or_else(|at| {
                codes.insert(at, (code, Vec::new()));
                at
            });
            let groups = &mut codes[at].1;
            match groups.iter_mut().find(|(other, _)| *other == advice) {
                Some((_, families)) => families.push(family),
                None => groups.push((advice, vec![family])),
            }
        }
    }
    let (bills, codes): (Vec<_>, Vec<_>) = codes
        .into_iter()
        .partition(|(_, groups)| groups.iter().all(|(_, families)| families[..] == [Family::Bill]));
    let mut text = say(
        language,
        "\n## Codes in `err_code`\n\nAn answer with `result_code` `FAIL` has one. What a code means depends on the \
         operation.\n",
        "\n## `err_code`中的错误码\n\n`result_code`为`FAIL`的应答带有错误码。\n同一个错误码在不同接口中的含义可能不同。\n",
    )
    .to_owned();
    for (code, groups) in codes {
        text += &entry(code, groups, language)?;
    }
    text += say(
        language,
        "\n## Texts in `return_msg` of bills\n\nA bill is text. Only a failure is XML, with its reason in `return_msg`.\n",
        "\n## 下载对账单时的`return_msg`\n\n对账单是文本，只有失败时才返回XML，原因在`return_msg`中。\n",
    );
    for (code, groups) in bills {
        text += &entry(code, groups, language)?;
    }
    Ok(text)
}

/// A code, and what to do about it in each family; those with the longest list are the others.
fn entry(code: &str, mut groups: Vec<Group>, language: Language) -> Result<String, String> {
    let mut text = format!("\n### `{code}`\n\n");
    let count: usize = groups.iter().map(|(_, families)| families.len()).sum();
    let is_for_all = count == families::all().len();
    groups
        .sort_by_key(|(_, families)| families::names(families, language).map(|names| names.len()));
    let last = groups.len() - 1;
    for (at, (advice, families)) in groups.into_iter().enumerate() {
        let families = match (is_for_all && at == last, last) {
            (true, 0) => say(language, "all operations", "所有接口").to_owned(),
            (true, _) => say(language, "all others", "其余接口").to_owned(),
            _ => families::names(&families, language)?,
        };
        let action = name(advice.action(), language)?;
        let what = advice.text(language);
        let _ = match language {
            Language::English => writeln!(text, "- **{action}** ({families}): {what}"),
            Language::Chinese => writeln!(text, "- **{action}**（{families}）：{what}"),
        };
    }
    Ok(text)
}

/// A row of a status field: what it says, and what to do.
struct State {
    value: String,
    outcome: Outcome,
    advice: Advice,
}

/// The values of status fields, with one table for all families that have the same.
fn states(language: Language, statuses: &str) -> Result<String, String> {
    let mut tables: Vec<(String, Family, Vec<State>)> = Vec::new();
    for line in statuses.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [source, field, value, outcome] = columns[..] else {
            return Err(format!("statuses.tsv: {line}"));
        };
        let field = field.replace("_0", "_$n");
        let family = family(source).ok_or(format!("statuses.tsv: no {source}"))?;
        let advice = Advice::of_status(family, Value::new(value));
        let state = State { value: value.to_owned(), outcome: outcome_of(outcome)?, advice };
        let is_it =
            |(other, known, _): &&mut (String, Family, _)| *other == field && *known == family;
        match tables.iter_mut().find(is_it) {
            Some((.., states)) if states.iter().any(|known| known.value == state.value) => {}
            Some((.., states)) => states.push(state),
            None => tables.push((field, family, vec![state])),
        }
    }
    let mut merged: Vec<(String, Vec<Family>, String)> = Vec::new();
    for (field, family, states) in tables {
        let rows = rows(&states, language)?;
        match merged.iter_mut().find(|(other, _, known)| *other == field && *known == rows) {
            Some((_, families, _)) => families.push(family),
            None => merged.push((field, vec![family], rows)),
        }
    }
    merged.sort_by_key(|(_, families, _)| {
        families::all().iter().position(|known| *known == families[0])
    });
    let mut text = say(
        language,
        "\n## Values of status fields\n\nA status that is not listed leaves open what became of it: query again.\n",
        "\n## 状态字段的取值\n\n未列出的状态表示结果未知：请再查询。\n",
    )
    .to_owned();
    for (field, families, rows) in merged {
        let families = families::names(&families, language)?;
        let _ = match language {
            Language::English => write!(
                text,
                "\n### `{field}`: {families}\n\n| value | says | what to do |\n|---|---|---|\n{rows}"
            ),
            Language::Chinese => write!(
                text,
                "\n### `{field}`：{families}\n\n| 取值 | 含义 | 处理 |\n|---|---|---|\n{rows}"
            ),
        };
    }
    Ok(text)
}

fn family(source: &str) -> Option<Family> {
    let notice = Notice::find(source).map(Notice::family);
    Endpoint::find(source).map(|endpoint| endpoint.family).or(notice)
}

fn outcome_of(name: &str) -> Result<Outcome, String> {
    match name {
        "succeeded" => Ok(Outcome::Succeeded),
        "accepted" => Ok(Outcome::Accepted),
        "failed" => Ok(Outcome::Failed),
        "unsettled" => Ok(Outcome::Unsettled),
        other => Err(format!("statuses.tsv: {other}")),
    }
}

fn rows(states: &[State], language: Language) -> Result<String, String> {
    let mut text = String::new();
    for State { value, outcome, advice } in states {
        let (english, chinese) = match outcome {
            Outcome::Succeeded => ("done", "成功"),
            Outcome::Accepted => ("taken on", "已受理"),
            Outcome::Failed => ("not done", "未成功"),
            Outcome::Unsettled => ("not known", "结果未知"),
        };
        let what = match outcome {
            Outcome::Succeeded | Outcome::Accepted => String::from("–"),
            _ => {
                let action = name(advice.action(), language)?;
                let what = advice.text(language);
                say(language, "**{}**: {}", "**{}**：{}")
                    .replacen("{}", action, 1)
                    .replacen("{}", what, 1)
            }
        };
        let _ = writeln!(text, "| `{value}` | {} | {what} |", say(language, english, chinese));
    }
    Ok(text)
}

/// What to check where the gateway refuses a signature, and wxp finds no mistake.
fn refused(language: Language) -> String {
    let mut text = say(
        language,
        "\n## `return_msg`: 签名错误 (signature error)\n\nThe gateway refused the signature of a request. `wxp explain` \
         finds the mistake:\n[the guide](signature-error.md) shows how. If it finds none, check these in order:\n\n",
        "\n## `return_msg`：签名错误\n\n网关认为请求的签名不正确。\n`wxp explain`可以找出原因，用法见[排查指南](signature-error.md)。\n\
         如果没有找到，请依次检查：\n\n",
    )
    .to_owned();
    for (number, hint) in (1..).zip(Hint::ALL) {
        let _ = writeln!(text, "{number}. {}", hint.text(language));
    }
    text
}

fn causes(language: Language) -> String {
    let mut text = say(
        language,
        "\n## Mistakes that `wxp explain` finds\n\n| number | name | mistake |\n|---|---|---|\n",
        "\n## `wxp explain`能找出的错误\n\n| 编号 | 名称 | 错误 |\n|---|---|---|\n",
    )
    .to_owned();
    for cause in Cause::ALL {
        let _ = writeln!(
            text,
            "| {} | `{}` | {} |",
            cause.code(),
            cause.name(),
            cell(cause.text(language))
        );
    }
    text
}

fn kinds(language: Language) -> String {
    let mut text = say(
        language,
        "\n## What wxp refuses\n\nEach refusal has a permanent number, the same in all languages.\n\n\
         | number | name | refused because of |\n|---|---|---|\n",
        "\n## wxp拒绝的内容\n\n每种拒绝都有固定的编号，在各种语言的绑定中相同。\n\n| 编号 | 名称 | 拒绝原因 |\n|---|---|---|\n",
    )
    .to_owned();
    for kind in ErrorKind::ALL {
        let _ = writeln!(
            text,
            "| {} | `{}` | {} |",
            kind.code(),
            kind.name(),
            cell(kind.text(language))
        );
    }
    text
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('*', "\\*")
}
