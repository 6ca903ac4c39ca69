//! Mistakes with which fields are signed, under which names, and with the key among them.

use super::*;

/// Leaves fields out, and expects them to be named.
fn leave_out(case: &mut Case, out: &[usize]) {
    let kept = case.fields.iter().enumerate().filter(|(at, _)| !out.contains(at));
    let wrong: Pairs = kept.map(|(_, pair)| pair.clone()).collect();
    case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    case.marked = out.to_vec();
    case.marked.sort_unstable();
}

fn any_of(random: &mut Random, count: usize, len: usize) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..len).collect();
    random.shuffle(&mut indices);
    indices.truncate(count);
    indices
}

#[test]
fn any_two_fields_left_out_are_named() {
    every(Cause::FieldsLeftOut, |random, case| {
        let two = any_of(random, 2, case.fields.len());
        leave_out(case, &two);
    });
}

#[test]
fn any_three_fields_left_out_are_named() {
    every(Cause::FieldsLeftOut, |random, case| {
        let three = any_of(random, 3, case.fields.len());
        leave_out(case, &three);
    });
}

/// Adds fields with these names, in any order.
fn add(random: &mut Random, case: &mut Case, names: &[&str]) {
    for name in names {
        let at = random.index(case.fields.len());
        case.fields.insert(at, ((*name).to_owned(), random.text("0123456789", 6)));
    }
}

fn places(case: &Case, belongs: impl Fn(&str) -> bool) -> Vec<usize> {
    (0..case.fields.len()).filter(|at| belongs(&case.fields[*at].0)).collect()
}

const COUPONS: [&str; 14] = [
    "coupon_fee",
    "coupon_count",
    "coupon_id_0",
    "coupon_id_1",
    "coupon_id_2",
    "coupon_id_3",
    "coupon_fee_0",
    "coupon_fee_1",
    "coupon_fee_2",
    "coupon_fee_3",
    "coupon_type_0",
    "coupon_type_1",
    "coupon_type_2",
    "coupon_type_3",
];

#[test]
fn lists_left_out_are_named() {
    let numbered =
        |name: &str| name.starts_with("coupon_") && name.ends_with(|c: char| c.is_ascii_digit());
    let groups: [&dyn Fn(&str) -> bool; 5] = [
        &|name| name.starts_with("coupon_id_"),
        &|name| name.starts_with("coupon_") && name.ends_with("_2"),
        &numbered,
        &|name| name.starts_with("coupon_"),
        &|name| numbered(name) || name == "refund_fee_0" || name == "refund_id_0_10",
    ];
    every(Cause::FieldsLeftOut, |random, case| {
        case.fields.retain(|(name, _)| !name.starts_with('f'));
        add(random, case, &COUPONS);
        add(random, case, &["refund_fee_0", "refund_id_0_10"]);
        let group = places(case, groups[random.index(groups.len())]);
        leave_out(case, &group);
    });
}

#[test]
fn what_a_model_lacks_is_named() {
    every(Cause::FieldsLeftOut, |random, case| {
        case.fields.clear();
        case.fields.push(("appid".into(), "wx1".into()));
        add(random, case, &["mch_id", "nonce_str", "result_code", "return_code", "total_fee"]);
        add(random, case, &["attach", "device_info", "fee_type", "goods_tag", "return_msg"]);
        let common = case.fields.clone();
        add(random, case, &["promotion_detail", "version", "contract_id", "profit_sharing"]);
        let left_out = match random.index(3) {
            0 => places(case, |name| !common.iter().any(|(other, _)| other == name)),
            1 => places(case, |name| ["return_code", "result_code", "return_msg"].contains(&name)),
            _ => {
                let required =
                    ["appid", "mch_id", "nonce_str", "result_code", "return_code", "total_fee"];
                places(case, |name| !required.contains(&name))
            }
        };
        leave_out(case, &left_out);
    });
}

#[test]
fn a_single_field_that_a_model_lacks_is_not_called_several() {
    every(Cause::FieldLeftOut, |random, case| {
        case.fields.clear();
        case.fields.push(("appid".into(), "wx1".into()));
        let one = ["device_info", "promotion_detail"][random.index(2)];
        add(random, case, &["mch_id", "nonce_str", "total_fee", one]);
        let left_out = places(case, |name| name == one);
        leave_out(case, &left_out);
    });
}

#[test]
fn absent_values_signed_as_a_word_are_named() {
    every(Cause::NullSigned, |random, case| {
        let count = 1 + random.index(3);
        case.marked = any_of(random, count, case.fields.len());
        case.marked.sort_unstable();
        let word =
            ["null", "undefined", "None", "nil", "NULL", "(null)", "<nil>", "Array", "[]", "{}"]
                [random.index(10)];
        let mut wrong = case.fields.clone();
        for at in &case.marked {
            case.fields[*at].1.clear();
            wrong[*at].1 = word.into();
        }
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    });
}

#[test]
fn mistakes_with_the_key_and_its_ampersands() {
    every(Cause::KeySorted, |random, case| {
        let mut wrong = case.fields.clone();
        wrong.push(("key".into(), case.secret.clone()));
        let mut message = join(&sorted(&wrong));
        if random.chance(30) {
            message = format!("{message}&key={}", case.secret);
        }
        case.offered = digest(case.algorithm, &case.secret, message);
    });
    every(Cause::Ampersands, |random, case| {
        let (fields, secret) = (join(&sorted(&case.fields)), &case.secret);
        let message = match random.index(3) {
            0 => format!("{fields}&&key={secret}"),
            1 => format!("{fields}key={secret}"),
            _ => format!("{fields}&key={secret}&"),
        };
        case.offered = digest(case.algorithm, secret, message);
    });
    every(Cause::Leading, |random, case| {
        let first = if random.chance(50) { '?' } else { '&' };
        let message = format!("{first}{}&key={}", join(&sorted(&case.fields)), case.secret);
        case.offered = digest(case.algorithm, &case.secret, message);
    });
    every(Cause::KeyEmpty, |_, case| {
        let message = format!("{}&key=", join(&sorted(&case.fields)));
        case.offered = digest(case.algorithm, "", message);
    });
    every(Cause::KeyUnnamed, |_, case| {
        let message = format!("{}&{}", join(&sorted(&case.fields)), case.secret);
        case.offered = digest(case.algorithm, &case.secret, message);
    });
}

#[test]
fn unsorted_fields_together_with_empty_ones() {
    every(Cause::UnsortedWithEmpty, |random, case| {
        let at = random.index(case.fields.len());
        case.fields[at].1.clear();
        case.marked = vec![at];
        case.offered = sign_as_is(case.algorithm, &case.secret, &case.fields);
    });
}

#[test]
fn another_sign_type_is_named() {
    let other = |algorithm| match algorithm {
        Algorithm::Md5 => "HMAC-SHA256",
        Algorithm::HmacSha256 => "MD5",
    };
    every(Cause::SignTypeAdded, |random, case| {
        let mut wrong = case.fields.clone();
        wrong.push(match random.index(2) {
            0 => ("signType".into(), case.algorithm.name().into()),
            _ => ("sign_type".into(), other(case.algorithm).into()),
        });
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    });
    every(Cause::SignTypeChanged, |random, case| {
        let at = random.index(case.fields.len());
        let own = case.algorithm.name();
        let [sent, signed] = [[own, other(case.algorithm)], ["md5", own]][random.index(2)];
        case.fields.insert(at, ("sign_type".into(), signed.into()));
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&case.fields));
        case.fields[at].1 = sent.into();
        case.marked = vec![at];
    });
}

/// A naive form of names as they are in models: `mch_id` is `mchId`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap().to_owned();
    words.fold(first, |name, word| name + &capital(word))
}

fn capital(word: &str) -> String {
    let mut characters = word.chars();
    characters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().to_string() + characters.as_str())
}

fn with_id(name: &str) -> String {
    name.strip_suffix("id").map_or(name.to_owned(), |start| format!("{start}Id"))
}

#[test]
fn names_in_another_form_are_named() {
    let forms: [fn(&str) -> String; 7] = [
        |name| name.to_lowercase(),
        |name| name.to_uppercase(),
        camel,
        |name| with_id(&camel(name)),
        |name| capital(&with_id(&camel(name))),
        |name| name.replace('_', ""),
        |name| {
            name.chars().fold(String::new(), |name, c| match c {
                'A'..='Z' => name + "_" + &c.to_lowercase().to_string(),
                _ => name + &c.to_string(),
            })
        },
    ];
    every(Cause::NamesRewritten, |random, case| {
        case.fields.retain(|(name, _)| !name.starts_with('f'));
        add(
            random,
            case,
            &["mch_id", "openid", "out_trade_no", "nonceStr", "tradeType", "sign_type"],
        );
        let form = forms[random.index(forms.len())];
        let changed = places(case, |name| form(name) != name);
        case.marked = match random.index(2) {
            0 => changed,
            _ => vec![changed[random.index(changed.len())]],
        };
        let mut wrong = case.fields.clone();
        case.marked.iter().for_each(|at| wrong[*at].0 = form(&wrong[*at].0));
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    });
}
