//! Numbers that were signed in another form.

use super::*;

#[test]
fn a_number_in_another_form_is_named() {
    let forms: [fn(u32) -> String; 9] = [
        |number| format!("{number}.0"),
        |number| format!("{number}.00"),
        |number| format!("{}.{:02}", number / 100, number % 100),
        |number| (f64::from(number) / 100.0).to_string(),
        |number| format!("{:?}", f64::from(number) / 100.0),
        grouped,
        |number| format!("{number:e}"),
        |number| {
            let text = format!("{number:e}");
            let (digits, exponent) = text.split_once('e').unwrap();
            format!("{digits}e+{exponent:0>2}")
        },
        |number| {
            let text = format!("{number:E}");
            let (digits, exponent) = text.split_once('E').unwrap();
            let digits =
                if digits.contains('.') { digits.to_owned() } else { digits.to_owned() + ".0" };
            format!("{digits}E{exponent}")
        },
    ];
    every(Cause::NumberRewritten, |random, case| {
        let number = 1000 + u32::try_from(random.below(1_000_000)).unwrap();
        let form = forms[random.index(forms.len())];
        change(random, case, number.to_string(), form(number));
    });
}

#[test]
fn a_number_that_was_sent_in_another_form_is_named() {
    every(Cause::NumberRewritten, |random, case| {
        let number = random.below(1_000_000).to_string();
        let sent = [format!("0{number}"), format!("{number}.0"), format!("{number}.00")];
        let sent = sent[random.index(3)].clone();
        change(random, case, sent, number);
    });
}

#[test]
fn all_amounts_in_another_form_are_named() {
    every(Cause::NumberRewritten, |random, case| {
        let mut wrong = case.fields.clone();
        for name in ["total_fee", "refund_fee", "cash_fee_0"] {
            let number = random.below(1_000_000).to_string();
            case.marked.push(case.fields.len());
            case.fields.push((name.into(), number.clone()));
            wrong.push((name.into(), number + ".0"));
        }
        case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&wrong));
    });
}

fn change(random: &mut Random, case: &mut Case, sent: String, signed: String) {
    let at = random.index(case.fields.len());
    case.fields[at].1 = signed;
    case.offered = sign_as_is(case.algorithm, &case.secret, &sorted(&case.fields));
    case.fields[at].1 = sent;
    case.marked = vec![at];
}

fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let (head, tail) = digits.split_at(digits.len() - 3);
    match head.len() {
        0 => tail.to_owned(),
        1..=3 => format!("{head},{tail}"),
        _ => format!("{},{tail}", grouped(head.parse().unwrap())),
    }
}
