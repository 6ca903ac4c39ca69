//! What the customer's side gets, and what a refund notice contains.

use wxp_core::{
    Algorithm, AppPayment, Canonical, ContractPage, Field, JsapiPayment, Key, MiniProgramRedPacket,
    NativeCode, NativeReply, WorkwxRequest,
};
#[cfg(feature = "refund")]
use wxp_core::{UnconfirmedRefund, xml};

#[cfg(feature = "refund")]
use crate::examine;
use crate::{Buffer, run};

/// Makes every second signature, from any texts.
#[unsafe(no_mangle)]
pub extern "C" fn payload(lens: &[usize; 6], text: &Buffer, time: u64, out: &mut Buffer) -> i32 {
    run(|| {
        let mut words = text.chunks(512).zip(lens).map(|(word, len)| word.get(..*len));
        let mut bytes = || words.next().flatten().unwrap_or_default();
        let secret = bytes();
        let key = Key::new(Algorithm::Md5, secret)
            .or_else(|_| Key::nonstandard(Algorithm::HmacSha256, secret))?;
        let mut word = || core::str::from_utf8(bytes()).unwrap_or_default();
        let (appid, mch_id, prepay_id, nonce, package) = (word(), word(), word(), word(), word());
        let timestamp = time;
        let table = [Field::new(appid, mch_id)?, Field::new("notify_url", package)?];
        let fields = Canonical::of(&table)?;
        let order = JsapiPayment::of_order(&fields, nonce, timestamp)?;
        let from_order = order.write(&key, out)?.len();
        let order = AppPayment::of_order(&fields, nonce, timestamp)?;
        let from_order = order.write(&key, out)?.len() ^ from_order;
        let order = if time > 0 { Ok(prepay_id) } else { Err(package) };
        let mut size = from_order
            ^ JsapiPayment { appid, prepay_id, nonce, timestamp }.write(&key, out)?.len();
        let app = AppPayment { appid, mch_id, prepay_id, nonce, timestamp };
        size ^= app.write(&key, out)?.len();
        size ^= MiniProgramRedPacket { appid, package, nonce, timestamp }.write(&key, out)?.len();
        let code = NativeCode { appid, mch_id, product_id: package, nonce, timestamp };
        size ^= code.write(&key, out)?.len();
        size ^= NativeReply { appid, mch_id, nonce, order }.write(&key, out)?.len();
        let page = if time > 1 { ContractPage::H5 } else { ContractPage::PartnerOfficialAccount };
        size ^= page.write(&key, &fields, out)?.len();
        let list = if time > 2 { WorkwxRequest::RedPacket } else { WorkwxRequest::StaffPayment };
        size ^= list.sign(&key, &fields)?.as_str().len();
        Ok(i32::try_from(size).unwrap_or_default())
    })
}

/// Opens anything as the sealed part of a refund notice, and reads what is in it.
#[cfg(feature = "refund")]
#[unsafe(no_mangle)]
pub extern "C" fn refund(document: &Buffer, len: usize, out: &mut Buffer, room: usize) -> i32 {
    run(|| {
        let document = document.get(..len).unwrap_or_default();
        let key = Key::nonstandard(Algorithm::HmacSha256, document)?;
        let sealed = xml::read(document).next().transpose()?.unwrap_or(Field::EMPTY);
        let out = out.get_mut(..room).unwrap_or_default();
        let refund = UnconfirmedRefund::open(&key, sealed.value(), out)?;
        let mut slots = [Field::EMPTY; 32];
        let fields = refund.read(&mut slots)?;
        Ok(fields.iter().map(|field| examine(field.value())).sum())
    })
}
