//! Published and captured bodies: which are read, and what they mean to a reader that does not have
//! the key with which they were signed.

use wxp_core::{Algorithm, Canonical, Endpoint, Field, Format, Notice, Source, xml};

use crate::data::{self, pairs};
use crate::judging::{nested, signed, summary};

/// A sample's bytes. Some were copied from web pages that indent with U+00A0, which is no white
/// space to XML: those are refused as they stand, and used with blanks in its place.
fn sample(file: &str) -> Vec<u8> {
    let document = data::bytes(&format!("samples/{file}"));
    let text = String::from_utf8_lossy(&document);
    if !text.contains("\u{a0}") {
        return document;
    }
    let error = xml::read(&document).find_map(Result::err).unwrap();
    assert_eq!(error.kind().name(), "Stray", "{file}");
    text.replace('\u{a0}', " ").into_bytes()
}

#[test]
fn every_sample_is_read_or_refused_as_it_should() {
    let index = data::json("samples/index.json");
    for entry in index.as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let document = sample(file);
        let mut slots = [Field::EMPTY; 64];
        let result = xml::read_into(&document, &mut slots);
        match (file, entry["expect"].as_str().unwrap()) {
            // Their answers nest: the flat reader refuses rather than drops.
            ("rsp_gethbinfo_nested.xml" | "rsp_gethbinfo_two_items.xml", _) => {
                assert_eq!(result.unwrap_err().kind().name(), "Nested", "{file}");
            }
            ("bill_all.csv", _) => assert_eq!(result.unwrap_err().kind().name(), "NotXml"),
            (_, "reject") => assert!(result.is_err(), "{file}"),
            (_, "ok" | "protocol error") => assert!(result.is_ok(), "{file}: {result:?}"),
            (_, other) => panic!("{file}: {other}"),
        }
        if let (Some(secret), Some(expected)) =
            (entry["key"].as_str(), entry["expected_sign"].as_str())
        {
            let fields = xml::read_into(&document, &mut slots).unwrap();
            let signature =
                data::key(Algorithm::Md5, secret).sign(&Canonical::of(fields).unwrap()).unwrap();
            assert_eq!(signature.as_str(), expected, "{file}");
        }
    }
    assert_eq!(index.as_array().unwrap().len(), 65);
}

/// Where a sample comes from, as far as judging it goes, and whether it can nest.
fn source(endpoint: &str) -> Option<(Source, bool)> {
    let notice = match endpoint {
        "payment notify" => Notice::Payment,
        "refund notify" => Notice::Refund,
        "vehicle state notify" => Notice::Vehicle,
        "native mode 1 callback" => Notice::NativeScan,
        "wxv CHECK.FAIL" | "wxv CHECK.* (decrypted)" | "wxv TRANSACTION.SUCCESS" => Notice::Rental,
        path => {
            let path = if path == "any" { "/pay/unifiedorder" } else { path };
            let endpoint = Endpoint::find(path)?;
            return Some((endpoint.into(), endpoint.format == Format::Nested));
        }
    };
    Some((notice.into(), false))
}

#[test]
fn every_sample_has_a_verdict_at_its_endpoint() {
    let index = data::json("samples/index.json");
    let mut verdicts = VERDICTS.iter();
    for entry in index.as_array().unwrap() {
        if !matches!(entry["direction"].as_str().unwrap(), "response" | "notification") {
            continue;
        }
        let (file, as_it_stands, once_signed) = verdicts.next().unwrap();
        assert_eq!(entry["file"], *file);
        let (source, nests) = source(entry["endpoint"].as_str().unwrap()).unwrap();
        let judge = |document: &[u8]| match nests {
            true => nested(document, Algorithm::Md5, source),
            false => summary(document, Algorithm::Md5, source),
        };
        let document = sample(file);
        assert_eq!(judge(&document), *as_it_stands, "{file}");

        let mut slots = [Field::EMPTY; 64];
        let Ok((fields, _)) = xml::read_nested_into(&document, &mut slots) else { continue };
        let fields = pairs(fields);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
        let document = signed(Algorithm::Md5, &fields);
        assert_eq!(judge(document.as_bytes()), *once_signed, "{file}");
    }
    assert!(verdicts.next().is_none());
}

/// File, verdict as it stands, verdict once its fields are signed with a known key.
const VERDICTS: &[(&str, &str, &str)] = &[
    ("rsp_unifiedorder_doc2016.xml", "Untrusted SignatureMismatch", "Accepted"),
    ("rsp_unifiedorder_app.xml", "Untrusted SignatureMismatch", "Accepted"),
    ("rsp_unifiedorder_h5.xml", "Untrusted Unsigned", "Accepted"),
    ("rsp_orderquery_doc2016.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_orderquery_ordernotexist.xml", "Untrusted SignatureMismatch", "Unsettled"),
    ("rsp_closeorder_doc2016.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_refund_doc2016.xml", "Untrusted SignatureMismatch", "Accepted"),
    ("rsp_refundquery_doc2016.xml", "Untrusted SignatureMismatch", "Unsettled"),
    ("rsp_micropay.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_reverse_recall_N.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_authcodetoopenid.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_shorturl.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_getsignkey_mock.xml", "Unvouched Succeeded", "Unvouched Succeeded"),
    (
        "rsp_retcode_retmsg.xml",
        "Refused 请确认请求参数是否正确param mch_id invalid",
        "Refused 请确认请求参数是否正确param mch_id invalid",
    ),
    ("rsp_fail_short.xml", "Refused 签名失败", "Refused 签名失败"),
    ("rsp_result_fail_unsigned.xml", "Untrusted Unsigned", "Failed"),
    ("rsp_no_return_code.xml", "Untrusted NoReturnCode", "Untrusted NoReturnCode"),
    ("rsp_sendredpack_success.xml", "Unvouched Accepted", "Unvouched Accepted"),
    ("rsp_sendredpack_fail.xml", "Unvouched Unsettled", "Unvouched Unsettled"),
    ("rsp_gethbinfo_nested.xml", "Unvouched Succeeded", "Unvouched Succeeded"),
    ("rsp_gethbinfo_two_items.xml", "Untrusted NoReturnCode", "Untrusted NoReturnCode"),
    ("rsp_gethbinfo_fail.xml", "Unvouched Unsettled", "Unvouched Unsettled"),
    ("rsp_transfers_success.xml", "Unvouched Succeeded", "Unvouched Succeeded"),
    ("rsp_transfers_systemerror.xml", "Unvouched Unsettled", "Unvouched Unsettled"),
    ("rsp_gettransferinfo.xml", "Unvouched Succeeded", "Unvouched Succeeded"),
    ("rsp_pay_bank.xml", "Unvouched Accepted", "Accepted"),
    ("rsp_query_bank.xml", "Unvouched Unsettled", "Unvouched Unsettled"),
    ("rsp_getpublickey.xml", "Unvouched Succeeded", "Unvouched Succeeded"),
    ("rsp_send_coupon.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_send_coupon_fail.xml", "Untrusted SignatureMismatch", "Failed"),
    ("rsp_querycouponsinfo.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("rsp_profitsharing_whitespace_cdata.xml", "Refused -", "Refused -"),
    ("notify_payment_doc2016.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("notify_payment_js_guide.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("notify_vehicle_parking.xml", "Untrusted AlgorithmMismatch", "Untrusted AlgorithmMismatch"),
    ("notify_refund_doc_sample.xml", "Unvouched Unsettled", "Unvouched Unsettled"),
    ("notify_wxv_check_fail.xml", "Untrusted SignatureMismatch", "Unsettled"),
    // What is sealed in such a notice, and no notice itself.
    ("notify_wxv_plaintext.xml", "Untrusted Unsigned", "Untrusted Lacks"),
    ("notify_wxv_transaction_success.xml", "Untrusted SignatureMismatch", "Unsettled"),
    ("notify_native_mode1_callback.xml", "Untrusted SignatureMismatch", "Succeeded"),
    ("bill_all.csv", "unread NotXml", "unread NotXml"),
    ("rsp_sandbox_signkey.xml", "Unvouched Succeeded", "Unvouched Succeeded"),
    ("rsp_downloadbill_nobill.xml", "Refused No Bill Exist", "Refused No Bill Exist"),
    ("rsp_downloadfundflow_nobill.xml", "Unvouched Failed", "Unvouched Failed"),
];
