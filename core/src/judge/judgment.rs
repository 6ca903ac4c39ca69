//! The order of questions: was the call taken, is the answer authentic, is it of the kind it is
//! judged as, was the operation done, what became of the transaction.

use crate::error::{Error, ErrorKind};
use crate::field::Fields;
use crate::judge::ground::Ground;
use crate::judge::{Advice, OrderState, Outcome, ambiguity, status};
use crate::names::{ERR_CODE, RETURN_CODE, SIGN};
use crate::protocol::{Notice, Signed, Source, kind};
use crate::sign::{Canonical, Key};

/// What a table of fields means: the [`Verdict`](crate::Verdict) for messages that lie in a form of
/// the caller's own, such as records of C.
///
/// ```
/// use wxp_core::{Algorithm, Canonical, Field, Key, Notice, Trust};
///
/// let key = Key::new(Algorithm::Md5, b"192006250b4c09247ec02edce69f6a2d")?;
/// let table = [
///     Field::new("return_code", "SUCCESS")?,
///     Field::new("result_code", "SUCCESS")?,
///     Field::new("sign", "2CBB1D62F4B9D1B8B3D6E4F22BD1D36E")?,
/// ];
/// let judgment = key.judge(&Canonical::of(&table)?, Notice::Payment);
/// assert!(matches!(judgment.trust, Trust::Untrusted(_)));
/// # Ok::<(), wxp_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Judgment {
    /// The operation or notice that the message was judged as.
    pub source: Source,
    /// Whether to believe it.
    pub trust: Trust,
    /// What it says about its operation; `None` if it was refused or is untrusted.
    pub outcome: Option<Outcome>,
    /// What it says about an order, if it is about one.
    pub order: OrderState,
    /// What to do next; `None` if the operation was done or taken on, and if the message is
    /// untrusted where no money can move.
    pub advice: Option<Advice>,
    /// Whether it is authentic, and its signature fits another set of fields as well; see
    /// [`Canonical::is_ambiguous`].
    pub is_ambiguous: bool,
}

/// Whether to believe a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Trust {
    /// Authentic.
    Verified,
    /// Not signed, by a source that does not sign, or not always.
    Unvouched,
    /// The gateway did not take the call. Nothing signs that.
    Refused,
    /// The signature is missing or wrong, this is no answer of the protocol, or it is of another
    /// kind.
    Untrusted(Error),
}

impl Key {
    /// What the fields mean, if they come from `source`; see [`Reply::judge`](crate::Reply::judge).
    #[must_use]
    pub fn judge(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        source: impl Into<Source>,
    ) -> Judgment {
        let source = source.into();
        let family = source.family();
        let is_taken = status::stated(fields, RETURN_CODE).map(|code| code == status::SUCCESS);
        let ground = Ground::of(fields, family, is_taken);
        let (said, advice) = ground.outcome(family);
        let mut judgment = Judgment {
            source,
            trust: self.trust(fields, source, is_taken),
            outcome: None,
            order: OrderState::Unknown,
            advice: None,
            is_ambiguous: false,
        };
        if matches!(judgment.trust, Trust::Verified) {
            match believable(fields, source, ground, said) {
                Ok(is_ambiguous) => judgment.is_ambiguous = is_ambiguous,
                Err(error) => judgment.trust = Trust::Untrusted(error),
            }
        }
        match judgment.trust {
            Trust::Verified | Trust::Unvouched => {
                judgment.outcome = Some(said);
                judgment.order = ground.order(family);
                judgment.advice = advice;
            }
            Trust::Refused => judgment.advice = Some(Advice::of_refusal(fields, family)),
            // As if no answer had come.
            Trust::Untrusted(_) if family.moves_money() => {
                judgment.advice = Some(Advice::unknown(family));
            }
            Trust::Untrusted(_) => {}
        }
        judgment
    }

    fn trust(
        &self,
        fields: &Canonical<'_, impl Fields + ?Sized>,
        source: Source,
        is_taken: Option<bool>,
    ) -> Trust {
        let is_taken = match is_taken {
            Some(is_taken) => is_taken,
            None if source.notice().is_some_and(Notice::lacks_protocol_field) => true,
            None => return Trust::Untrusted(ErrorKind::NoReturnCode.into()),
        };
        let signed = source.signed();
        // A refused call is not answered with a signature. Where one is not expected anyway, the
        // answer can say in full why the operation failed: red packets and transfers do.
        if !is_taken && (signed == Signed::Always || !fields.states(ERR_CODE)) {
            return Trust::Refused;
        }
        let vouched = match signed {
            Signed::Always => true,
            Signed::Sometimes => fields.states(SIGN),
            Signed::Never => false,
        };
        if !vouched {
            return Trust::Unvouched;
        }
        match self.verify(fields) {
            Ok(()) => Trust::Verified,
            Err(error) => Trust::Untrusted(error),
        }
    }
}

/// Whether an authentic message is what its source sends, and then whether it is ambiguous.
fn believable(
    fields: &Canonical<'_, impl Fields + ?Sized>,
    source: Source,
    ground: Ground,
    said: Outcome,
) -> Result<bool, Error> {
    let is_ambiguous = ambiguity::check(fields)?;
    match (ground, said) {
        (Ground::Positive, _) | (_, Outcome::Succeeded | Outcome::Accepted) => {
            kind::check(fields, source)?;
        }
        // A message about a failure has less, and moves nothing.
        _ => {}
    }
    Ok(is_ambiguous)
}
