"""What is said in English and in Chinese."""

import copy
import pickle
import unittest

import support
import wxp
from wxp import Language

REFUSED = b"<xml><return_code>FAIL</return_code></xml>"
PAID = {"return_code": "SUCCESS", "result_code": "SUCCESS", "out_trade_no": "1",
        "transaction_id": "2", "total_fee": "1"}  # fmt: skip


class Languages(unittest.TestCase):
    def setUp(self):
        self.addCleanup(wxp.set_language, Language.ENGLISH)
        self.key = wxp.Key(wxp.Algorithm.MD5, support.SECRET)

    def both(self, of, english, chinese):
        """A text by call and by process: the same, and never that of the other language."""
        self.assertEqual((of(Language.ENGLISH), of(Language.CHINESE)), (english, chinese))

    def test_english_is_spoken_unless_chinese_is_chosen(self):
        advice = wxp.advice("/pay/micropay", "ORDERCLOSED")
        endpoint = wxp.Endpoint.find("/pay/closeorder")
        judgment = wxp.Reply.read(REFUSED).judge(self.key, "/pay/closeorder")
        said = self.key.explain({"body": "tea"}, "x")
        self.assertEqual(advice.text, advice.text_in(Language.ENGLISH))
        self.assertEqual(endpoint.purpose, "close order")
        wxp.set_language(Language.CHINESE)
        self.assertEqual(advice.text, "订单已关闭：请用新的商户订单号重新下单")
        self.assertEqual(endpoint.purpose, "关闭订单")
        self.assertEqual(judgment.advice, judgment.advice_in(Language.CHINESE))
        self.assertEqual(judgment.advice, "文档未列出此原因：请阅读返回信息，并修正请求")
        self.assertEqual(said.text, "这不是签名：签名应为32位或64位十六进制字符")
        self.both(endpoint.purpose_in, "close order", "关闭订单")
        self.assertTrue(said.text_in(Language.ENGLISH).startswith("this is no signature"))
        # As of a configuration file.
        wxp.set_language(0)
        self.assertEqual(endpoint.purpose, "close order")
        with self.assertRaises(ValueError):
            wxp.set_language(2)

    def test_errors_say_what_and_where(self):
        with self.assertRaises(wxp.Error) as caught:
            wxp.check({"body": "tea\x07"})
        error = caught.exception
        self.assertTrue(error.text_in(Language.CHINESE).endswith("，字段body，字节偏移3"))
        self.assertTrue(str(error).endswith(", field body, byte 3"))
        wxp.set_language(Language.CHINESE)
        for same in (error, pickle.loads(pickle.dumps(error)), copy.copy(error)):
            self.assertEqual(str(same), error.text_in(Language.CHINESE))

    def test_documents_that_are_none_are_called_what_they_are(self):
        for file, status, english, chinese in (
            (
                "21-no-cert-400.html",
                wxp.Status.ROOT,
                "not a message of the protocol, but a web page: the server says that no client"
                " certificate was shown, which this operation needs, byte 1",
                "不是本协议的报文，而是网页：服务器提示未收到商户API证书，而该接口必须使用证书，字节偏移1",
            ),
            (
                "32-apiv3-notice.json",
                wxp.Status.NOT_XML,
                "not a message of the protocol, but a message of APIv3: another protocol, with"
                " other keys, byte 0",
                "不是本协议的报文，而是APIv3的报文：另一套协议，使用另外的密钥，字节偏移0",
            ),
            (
                "01-json-escaped-log.txt",
                wxp.Status.NAME,
                "not a message of the protocol, but XML escaped as in JSON (a log line): unescape"
                " it, byte 43",
                "不是本协议的报文，而是按JSON转义过的XML（日志中的一行）：需要先反转义，字节偏移43",
            ),
            (
                "",
                wxp.Status.NESTED,
                "an element inside a field, byte 8",
                "字段内含有子元素，字节偏移8",
            ),
        ):
            path = support.DATA / "field_cases" / file
            document = path.read_bytes() if file else b"<xml><a><b>1</b></a></xml>"
            with self.assertRaises(wxp.Error) as caught:
                wxp.Reply.read(document)
            error = caught.exception
            self.assertEqual(error.status, status)
            self.assertIn(str(error.offset), english)
            self.both(error.text_in, english, chinese)
            self.assertEqual(str(pickle.loads(pickle.dumps(error))), english)

    def test_reasons_name_the_field(self):
        text = self.key.write({**PAID, "total_fee": None})
        judgment = wxp.Reply.read(text).judge(self.key, "payment")
        self.both(
            judgment.reason_in,
            "authentic, but of another kind: it lacks a field, field total_fee",
            "签名正确，但消息种类不符：缺少字段，字段total_fee",
        )
        paid = wxp.Reply.read(self.key.write(PAID)).judge(self.key, "payment")
        self.both(paid.reason_in, None, None)
        self.both(paid.advice_in, None, None)

    def test_differences_are_told(self):
        paid = wxp.Reply.read(self.key.write(PAID)).judge(self.key, "payment")
        for expected, english, chinese in (
            ({"total_fee": 888}, "total_fee is 1, not 888", "total_fee的值是1，应为888"),
            ({"attach": "x"}, "attach is missing, not x", "缺少attach，应为x"),
            (
                {"out_trade_no": ""},
                "out_trade_no is 1, and should be missing",
                "out_trade_no的值是1，但不应有此字段",
            ),
        ):
            with self.assertRaises(wxp.Error) as caught:
                paid.expect(expected)
            self.both(caught.exception.text_in, english, chinese)
            self.assertEqual(str(caught.exception), english)


if __name__ == "__main__":
    unittest.main()
