// An order, and what its answer means: go run order.go KEY_FILE ANSWER_FILE
// cgo reads the headers: prototypes, structs and constants.
package main

// #cgo pkg-config: wxp
// #include <stdlib.h>
// #include <wxp_packed.h>
import "C"

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"log"
	"os"
	"strings"
	"unsafe"
)

// A table is name NUL value NUL and so on.
func packed(fields ...string) string { return strings.Join(fields, "\x00") + "\x00" }

// Verdicts point into what was judged, so that has to lie in memory of C, until it is freed.
func lent(text []byte) (*C.char, C.size_t) { return (*C.char)(C.CBytes(text)), C.size_t(len(text)) }
func free(text *C.char)                    { C.free(unsafe.Pointer(text)) }

func meaning(status C.wxp_status) string { return C.GoString(C.wxp_status_text(status, C.WXP_ENGLISH)) }
func check(status C.wxp_status) {
	if status != C.WXP_OK {
		log.Fatal(meaning(status))
	}
}
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func main() {
	if C.wxp_abi_version() != C.WXP_ABI_VERSION {
		log.Fatal("the headers are of another libwxp")
	}
	nonce := make([]byte, 16)
	must(rand.Read(nonce))
	stored := packed("appid", "wxd930ea5d5a258f4f", "mch_id", "10000100", "out_trade_no", "42", "total_fee", "100")
	order, orderLen := lent([]byte(stored))
	defer free(order)
	request, requestLen := lent([]byte(stored + packed("nonce_str", fmt.Sprintf("%x", nonce),
		"sign_type", "HMAC-SHA256", "body", "Tea & rice", "spbill_create_ip", "192.0.2.1",
		"auth_code", "120061098828009406")))
	defer free(request)
	out, size := lent(make([]byte, 65536))
	defer free(out)

	var key C.wxp_key
	var written, fault C.size_t
	secret := append(bytes.TrimSpace(must(os.ReadFile(os.Args[1]))), 0)
	check(C.wxp_key_init(&key, C.WXP_HMAC_SHA256, (*C.char)(unsafe.Pointer(&secret[0])), C.size_t(len(secret)-1)))
	defer C.wxp_key_wipe(&key)
	check(C.wxp_xml_write_packed(&key, request, requestLen, out, size, &written))
	fmt.Println(C.GoStringN(out, C.int(written))) // POST this, and then:

	var verdict C.wxp_verdict
	var differs C.wxp_text
	answer, answerLen := lent(must(os.ReadFile(os.Args[2])))
	defer free(answer)
	status := C.wxp_xml_read_packed(answer, answerLen, out, size, &written, &fault)
	if status == C.WXP_OK {
		check(C.wxp_judge_packed(&key, C.WXP_PAY_MICROPAY, out, written, &verdict))
		status = verdict.fault
	}
	switch {
	case status != C.WXP_OK:
		fmt.Println("query, as if no answer had come:", meaning(status))
	case verdict.verdict == C.WXP_FAILED:
		fmt.Println("not paid:", C.GoString(C.wxp_advice_text(verdict.advice, C.WXP_ENGLISH)))
	case verdict.verdict != C.WXP_SUCCEEDED:
		fmt.Println("query, and never pay again: not known whether it is paid")
	case C.wxp_expect_packed(&verdict, out, written, order, orderLen, &differs) != C.WXP_OK:
		fmt.Println("do not deliver, another order:", C.GoStringN(differs.text, C.int(differs.len)), "differs")
	default:
		fmt.Println("paid: deliver, once")
	}
}
