//! Lists in flat messages: fields whose names end in numbers, such as `coupon_id_0`.

use crate::field::Field;
use crate::value::Value;

/// The values of `name_0`, `name_1` and so on, by number; made by
/// [`Message::numbered`](crate::Message::numbered).
///
/// ```
/// # use wxp_core::{Algorithm, Canonical, Key, xml};
/// use wxp_core::{Endpoint, Field, Reply, Verdict};
///
/// # let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// # let table = [
/// #     Field::new("return_code", "SUCCESS")?,
/// #     Field::new("result_code", "SUCCESS")?,
/// #     Field::new("refund_status_0", "SUCCESS")?,
/// #     Field::new("coupon_refund_id_0_1", "B")?,
/// #     Field::new("coupon_refund_id_0_0", "A")?,
/// #     Field::new("refund_id_0", "50")?,
/// # ];
/// # let order = Canonical::of(&table)?;
/// # let mut out = [0; 512];
/// # let body = xml::write(&order, &key.sign(&order)?, &mut out)?.as_bytes();
/// # let endpoint = Endpoint::find("/pay/refundquery").unwrap();
/// let mut slots = [Field::EMPTY; 64];
/// let Verdict::Succeeded(answer) = Reply::read(body, &mut slots)?.judge(&key, endpoint) else {
///     panic!();
/// };
/// for (n, id) in answer.numbered("refund_id") {
///     assert_eq!((n, id.as_str()), (0, Some("50")));
///     let coupons = answer.numbered_in("coupon_refund_id", n);
///     assert_eq!(coupons.map(|(_, id)| id.to_string()).collect::<String>(), "AB");
/// }
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Numbered<'s, 'a, 'n> {
    /// The fields whose names begin with `name`, sorted by name.
    fields: &'s [Field<'a>],
    name: &'n str,
    /// The first number, where names have two.
    outer: Option<u16>,
    /// Numbers of as many digits are sorted as texts are, so each length takes one pass.
    digits: usize,
    next: usize,
}

/// The digits of the highest number, 65,535.
const DIGITS_MAX: usize = 5;

impl<'s, 'a, 'n> Numbered<'s, 'a, 'n> {
    /// The fields `name_$n`, or `name_$outer_$m`, of a table sorted by name.
    pub(crate) fn new(sorted: &'s [Field<'a>], name: &'n str, outer: Option<u16>) -> Self {
        let start = sorted.partition_point(|field| field.name() < name);
        let fields = sorted.get(start..).unwrap_or_default();
        let len = fields.partition_point(|field| field.name().starts_with(name));
        let fields = fields.get(..len).unwrap_or_default();
        Self { fields, name, outer, digits: 1, next: 0 }
    }
}

impl<'a> Iterator for Numbered<'_, 'a, '_> {
    type Item = (u16, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.digits <= DIGITS_MAX {
            let Some(field) = self.fields.get(self.next) else {
                self.digits = self.digits.saturating_add(1);
                self.next = 0;
                continue;
            };
            self.next = self.next.saturating_add(1);
            let number = match (field.numbers(self.name), self.outer) {
                (Some((number, None)), None) => number,
                (Some((first, Some(number))), Some(outer)) if first == outer => number,
                _ => continue,
            };
            let digits = number.checked_ilog10().map_or(1, |log| log.saturating_add(1));
            if usize::try_from(digits) == Ok(self.digits) && !field.value().is_empty() {
                return Some((number, field.value()));
            }
        }
        None
    }
}
