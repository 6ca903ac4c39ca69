//! The answer to an order, of which second signatures are made.

use wxp_core::{Algorithm, Canonical, Error, ErrorKind, Field, Key, Signature};

use super::Order;
use crate::console::Console;
use crate::failure::{Failure, Refusal};
use crate::input::Input;
use crate::{language, operations, texts};

pub(super) struct Answer<'a> {
    pub(super) order: Canonical<'a>,
    /// With the algorithm of the order, which the second signature has to have as well.
    pub(super) key: Key,
}

impl<'a> Answer<'a> {
    /// The answer, unless its signature is wrong. A list of fields may have none.
    pub(super) fn read(
        input: &Input,
        fields: &'a [Field<'a>],
        asked: Option<Algorithm>,
        console: &Console,
    ) -> Result<Self, Failure> {
        let order = Canonical::of(fields).map_err(|error| input.refuse_field(error, fields))?;
        let text = |name: &str| order.get(name).map(|value| value.to_string());
        let sign = text("sign").filter(|sign| !sign.is_empty());
        let signature = sign.as_deref().and_then(|sign| Signature::parse(sign).ok());
        let algorithm = asked.or(signature.as_ref().map(Signature::algorithm));
        let stated = text("sign_type");
        let key = console.key(operations::algorithm(algorithm, stated.as_deref(), None))?;
        if sign.is_some() && key.verify(&order).is_err() {
            return Err(Refusal::new("Answer", texts::wrong_answer(console.language)).into());
        }
        Ok(Self { order, key })
    }

    /// Why nothing can be made of it.
    pub(super) fn lacks(&self, error: Error, names: &[&str], console: &Console) -> Failure {
        let language = console.language;
        let name = names.get(error.position()).copied().unwrap_or("-");
        let message = if name == "prepay-id" {
            texts::no_prepay_id(language)
        } else {
            texts::about_field(language, name, language::error(error, language))
        };
        Refusal::numbered(ErrorKind::Missing, message).into()
    }

    /// The appid that `--appid` asks for, if the order has it as its own or as the sub-merchant's.
    pub(super) fn appid<'o>(
        &self,
        asked: &Order<'o>,
        usual: &'o str,
        console: &Console,
    ) -> Result<&'o str, Failure> {
        let Some(appid) = asked.appid else { return Ok(usual) };
        let is_one = |name: &str| self.order.get(name).is_some_and(|value| value == *appid);
        if is_one("sub_appid") || is_one("appid") {
            return Ok(appid);
        }
        Err(Failure::Usage(texts::of_another_appid(console.language, appid, usual)))
    }
}
