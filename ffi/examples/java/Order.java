// An order, and what its answer means: java -cp jna.jar:. Order KEY_FILE ANSWER_FILE
// The constants are those of Numbers.java, which is made of wxp.cdef.h.
import com.sun.jna.*;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.SecureRandom;
import java.util.HexFormat;

public class Order implements Numbers {
    /** What is used of the prototypes. A JVM of 64 bits has a long for size_t. */
    public interface Wxp extends Library {
        int wxp_abi_version();
        String wxp_status_text(int status, int language);
        String wxp_advice_text(int advice, int language);
        int wxp_key_init(Pointer key, int algorithm, byte[] secret, long secretLen);
        void wxp_key_wipe(Pointer key);
        int wxp_xml_write_packed(Pointer key, byte[] packed, long packedLen, Pointer out, long capacity,
                LongByReference len);
        int wxp_xml_read_packed(byte[] document, long documentLen, Pointer out, long capacity,
                LongByReference len, LongByReference fault);
        int wxp_judge_packed(Pointer key, int source, Pointer packed, long packedLen, Verdict verdict);
        int wxp_expect_packed(Verdict verdict, Pointer packed, long packedLen, Pointer expected,
                long expectedLen, Text differs);
    }

    @Structure.FieldOrder({"text", "len"})
    public static class Text extends Structure {
        public Pointer text;
        public long len;
    }

    @Structure.FieldOrder({"faultField", "verdict", "outcome", "action", "advice", "fault", "others"})
    public static class Verdict extends Structure {
        public Text faultField;
        public int verdict, outcome, action, advice, fault;
        public int[] others = new int[7];
    }

    static final Wxp wxp = Native.load("wxp", Wxp.class); // libwxp.so, libwxp.dylib or wxp.dll

    /** A table: name NUL value NUL, and so on. */
    static byte[] packed(String... fields) {
        return (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static void check(int status) {
        if (status != WXP_OK) throw new IllegalStateException(wxp.wxp_status_text(status, WXP_ENGLISH));
    }

    public static void main(String[] args) throws Exception {
        if (wxp.wxp_abi_version() != WXP_ABI_VERSION) throw new LinkageError("Numbers.java is of another libwxp");
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        String[] order = {"appid", "wxd930ea5d5a258f4f", "mch_id", "10000100", // as you store it
            "out_trade_no", "42", "total_fee", "100"};
        byte[] request = packed(String.join("\0", order), "nonce_str", HexFormat.of().formatHex(nonce),
            "sign_type", "HMAC-SHA256", "body", "Tea & rice", "spbill_create_ip", "192.0.2.1",
            "auth_code", "120061098828009406");
        byte[] secret = Files.readString(Path.of(args[0])).trim().getBytes(StandardCharsets.US_ASCII);
        Memory key = new Memory(WXP_KEY_SIZE), out = new Memory(65536);
        LongByReference len = new LongByReference(), fault = new LongByReference();
        check(wxp.wxp_key_init(key, WXP_HMAC_SHA256, secret, secret.length));
        check(wxp.wxp_xml_write_packed(key, request, request.length, out, out.size(), len));
        System.out.println(new String(out.getByteArray(0, (int) len.getValue()), StandardCharsets.UTF_8));
        // POST this, and then:
        byte[] answer = Files.readAllBytes(Path.of(args[1]));
        Verdict verdict = new Verdict();
        int status = wxp.wxp_xml_read_packed(answer, answer.length, out, out.size(), len, fault);
        if (status == WXP_OK) {
            check(wxp.wxp_judge_packed(key, WXP_PAY_MICROPAY, out, len.getValue(), verdict));
            status = verdict.fault;
        }
        wxp.wxp_key_wipe(key);
        // The library points into what it compares, so this is no array, which JNA would copy.
        byte[] stored = packed(order);
        Memory expected = new Memory(stored.length);
        expected.write(0, stored, 0, stored.length);
        Text differs = new Text();
        if (status != WXP_OK) {
            System.out.println("query, as if no answer had come: " + wxp.wxp_status_text(status, WXP_ENGLISH));
        } else if (verdict.verdict == WXP_FAILED) {
            System.out.println("not paid: " + wxp.wxp_advice_text(verdict.advice, WXP_ENGLISH));
        } else if (verdict.verdict != WXP_SUCCEEDED) {
            System.out.println("query, and never pay again: not known whether it is paid");
        } else if (wxp.wxp_expect_packed(verdict, out, len.getValue(), expected, expected.size(), differs) != WXP_OK) {
            String name = new String(differs.text.getByteArray(0, (int) differs.len), StandardCharsets.UTF_8);
            System.out.println("do not deliver, another order: " + name + " differs");
        } else {
            System.out.println("paid: deliver, once");
        }
    }
}
