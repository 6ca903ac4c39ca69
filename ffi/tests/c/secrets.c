/* What calls leave of a secret on the stack, and in a key that was wiped.
 *
 * Each call runs twice, with two secrets that differ in every byte, on its own
 * stack with the same content. What differs afterwards depends on the secret: the
 * secret, a part of it, or the state of a digest. Only signatures that are sent
 * or returned may differ. Prints for each call how many bytes differ, and the
 * longest run of the secret itself.
 *
 * On Linux each call runs in a process of its own, in which no function was
 * called before; and one that the program has not called yet follows it. The
 * dynamic linker of a program that is linked lazily saves the registers on the
 * stack at both, with what they hold of the secret.
 *
 * On Linux, and on a Cortex-M without an operating system. */
#define _DEFAULT_SOURCE
#include "wxp_protocol.h"

#ifdef __linux__
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>
#define STACK (32 * 1024)
static void show(const char *text) { fputs(text, stdout); }
#else
#include "terminal.h"
#define STACK (4 * 1024)
#endif

#define LEN 32
#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const secrets[2] = {"zQ7vK2xW9pL4mT8bR5nJ3hD6gF1cYsUe",
                                       "Kb3Xn8Ma0Gw6Zy2Qs9Vd5Pf7Ti4ErCoh"};

/* What the calls work on, and what they write. */
static uint32_t algorithm;
static char secret[LEN];
static size_t len, index_;
static wxp_text missing;
static wxp_verdict verdict;
static int32_t cause;

/* What is left when a call is over; processes share it. */
typedef struct {
    char signature[WXP_SIGNATURE_MAX];
    char out[640];
} outputs;
static struct world {
    unsigned char stack[STACK] __attribute__((aligned(16)));
    outputs seen;
    wxp_key key;
    size_t signature_len;
    wxp_status status;
} *world;
static unsigned char stack_before[STACK];
static outputs seen_before;

/* An answer, with a text that moves the secret across the ends of blocks. */
static char text[200], wrong[WXP_SIGNATURE_MAX];
static wxp_field answer[] = {
    {"return_code", 11, "SUCCESS", 7}, {"result_code", 11, "SUCCESS", 7},
    {"mch_id", 6, "10000100", 8},      {"nonce_str", 9, "5K8264ILTKCH16CQ2502SI8ZNMTM67VS", 32},
    {"out_trade_no", 12, "1", 1},      {"transaction_id", 14, "4", 1},
    {"total_fee", 9, "1", 1},
    {"attach", 6, text, 0},            {"sign", 4, NULL, 0},
};
#define SIGNED (COUNT(answer) - 1)
static wxp_field *const attach = answer + SIGNED - 1, *const sign = answer + SIGNED;
static const wxp_field order[] = {
    {"appid", 5, "wx2421b1c4370ec43b", 18},
    {"nonce_str", 9, "5K8264ILTKCH16CQ", 16},
    {"prepay_id", 9, "wx201410272009395522657a69038", 29},
    {"timestamp", 9, "1414561699", 10},
};
/* Sealed with another key, so that it cannot be opened. */
static const char sealed[] = "sj5ueJhLCWOxi2UEvl4YrIzVi2bqWa81pSKxtIo1osU=";

#define OUT world->seen.out, sizeof world->seen.out, &len

static void make(void) { world->status = wxp_key_init(&world->key, algorithm, secret, LEN); }
static void make_other(void) { world->status = wxp_key_init_nonstandard(&world->key, algorithm, secret, LEN); }
static void wipe(void) {
    wxp_key_wipe(&world->key);
    world->status = WXP_OK;
}
static void sign_it(void) { world->status = wxp_sign(&world->key, answer, SIGNED, OUT); }
static void verify(void) { world->status = wxp_verify(&world->key, answer, COUNT(answer)); }
static void write_it(void) { world->status = wxp_xml_write(&world->key, answer, SIGNED, OUT); }
static void judge(void) {
    world->status = wxp_judge(&world->key, WXP_PAY_MICROPAY, answer, COUNT(answer), &verdict);
}
static void payload(void) {
    world->status = wxp_payload(&world->key, WXP_PAYLOAD_JSAPI, order, COUNT(order), OUT, &missing);
}
static void refund(void) {
    world->status = wxp_unconfirmed_refund(&world->key, sealed, sizeof sealed - 1, OUT);
}
static void explain(void) {
    world->status = wxp_explain(&world->key, answer, COUNT(answer), NULL, 0, &cause, NULL, 0, &index_);
}
#ifdef __linux__
/* Its fields as a page would send them; too much for the stack of a small device. */
static const wxp_field page[] = {
    {"appId", 5, "wx2421b1c4370ec43b", 18},
    {"nonceStr", 8, "5K8264ILTKCH16CQ", 16},
    {"package", 7, "prepay_id=wx201410272009395522657a69038", 39},
    {"signType", 8, "MD5", 3},
    {"timeStamp", 9, "1414561699", 10},
};
static int32_t second;
static void explain_second(void) {
    world->status = wxp_explain_second(&world->key, page, COUNT(page), sign->value, sign->value_len,
                                       &second, &cause, NULL, 0, &index_);
}
#endif
/* The control: it leaves what it was given, deeper than the next call reaches. */
static void leave(void) {
    volatile char copy[STACK / 2];
    size_t i;
    for (i = 0; i < LEN; i++) copy[i] = secret[i];
    (void)copy[0];
    world->status = WXP_OK;
}

static const struct {
    const char *name;
    void (*call)(void);
    wxp_status expected;
    int wrong; /* whether the answer's signature is */
} calls[] = {
    {"wxp_key_init", make, WXP_OK, 0},
    {"wxp_key_init_nonstandard", make_other, WXP_OK, 0},
    {"wxp_key_wipe", wipe, WXP_OK, 0},
    {"wxp_sign", sign_it, WXP_OK, 0},
    {"wxp_verify", verify, WXP_OK, 0},
    {"wxp_verify, wrong", verify, WXP_E_SIGNATURE_MISMATCH, 1},
    {"wxp_xml_write", write_it, WXP_OK, 0},
    {"wxp_judge", judge, WXP_OK, 0},
    {"wxp_payload", payload, WXP_OK, 0},
    {"wxp_unconfirmed_refund", refund, WXP_E_SEALED, 0},
    {"wxp_explain", explain, WXP_OK, 1},
#ifdef __linux__
    {"wxp_explain_second", explain_second, WXP_OK, 1},
#endif
    {"control", leave, WXP_OK, 0},
};

static void fill(void *to, unsigned char byte, size_t n) {
    unsigned char *at = to;
    while (n-- > 0) *at++ = byte;
}

static void copy(void *to, const void *from, size_t n) {
    unsigned char *at = to;
    const unsigned char *byte = from;
    while (n-- > 0) *at++ = *byte++;
}

#ifdef __linux__
static ucontext_t here, start;
static void (*running)(void);

static void inside(void) {
    running();
    /* For the first time. */
    getppid();
}

static void on_the_stack(void (*call)(void)) {
    /* A copy, so that its registers are the same each time. */
    ucontext_t there = start;
    pid_t child;
    fill(world->stack, 0xa5, STACK);
    world->status = -1;
    running = call;
    if ((child = fork()) != 0) {
        waitpid(child, NULL, 0);
        return;
    }
    there.uc_stack.ss_sp = world->stack;
    there.uc_stack.ss_size = STACK;
    there.uc_link = &here;
    makecontext(&there, inside, 0);
    swapcontext(&here, &there);
    _exit(0);
}

static int make_world(void) {
    world = mmap(NULL, sizeof *world, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return world != MAP_FAILED && getcontext(&start) == 0;
}
#else
static struct world only;
static int make_world(void) {
    world = &only;
    return 1;
}

/* What is called is hidden from the compiler, which must not conclude from it. */
__attribute__((noipa)) static void on_the_stack(void (*call)(void)) {
    register unsigned char *top __asm__("r0") = world->stack + STACK;
    register void (*function)(void) __asm__("r1") = call;
    fill(world->stack, 0xa5, STACK);
    /* The registers that a call keeps on the stack are the same each time. */
    __asm__ volatile("push {r4-r7, lr}\n mov r4, sp\n movs r5, #0\n movs r6, #0\n movs r7, #0\n"
                     "mov r8, r5\n mov r9, r5\n mov r10, r5\n mov r11, r5\n"
                     "mov sp, r0\n blx r1\n mov sp, r4\n pop {r4-r7}\n pop {r0}\n mov lr, r0"
                     : "+r"(top), "+r"(function)
                     :
                     : "r2", "r3", "r8", "r9", "r10", "r11", "r12", "lr", "memory", "cc");
}
#endif

/* Whether a byte is, at the same place for both secrets, one of the signatures. */
static int is_public(size_t at) {
    const unsigned char *a = (const unsigned char *)&world->seen, *b = (const unsigned char *)&seen_before;
    size_t i;
    for (i = 0; i < sizeof seen_before; i++)
        if (world->stack[at] == a[i] && stack_before[at] == b[i]) return 1;
    return 0;
}

static size_t longest_run(void) {
    size_t longest = 0, at, from, n;
    for (at = 0; at < STACK; at++)
        for (from = 0; from < LEN; from++) {
            for (n = 0; from + n < LEN && at + n < STACK; n++)
                if (world->stack[at + n] != (unsigned char)secret[from + n]) break;
            if (n > longest) longest = n;
        }
    return longest;
}

/* The key, and the answer with a signature, on the same stack as well: what
 * they are built of must not differ by chance. */
static void prepare(void) {
    make();
    if (world->status == WXP_OK)
        world->status = wxp_sign(&world->key, answer, SIGNED, world->seen.signature,
                                 sizeof world->seen.signature, &world->signature_len);
}

static void show_number(const char *before, size_t number) {
    char digits[12];
    size_t at = sizeof digits - 1;
    digits[at] = 0;
    do digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    show(before);
    show(digits + at);
}

/* The bytes that differ after a call, and the longest run of a secret. */
typedef struct {
    size_t differ, run;
} left;

static int measure(size_t index, left *after) {
    size_t i, n;
    after->differ = after->run = 0;
    for (i = 0; i < 2; i++) {
        copy(stack_before, world->stack, STACK);
        copy(&seen_before, &world->seen, sizeof seen_before);
        fill(&world->seen, 0, sizeof world->seen);
        copy(secret, secrets[i], LEN);
        on_the_stack(prepare);
        if (world->status != WXP_OK) return 0;
        sign->value = calls[index].wrong ? wrong : world->seen.signature;
        sign->value_len = world->signature_len;
        on_the_stack(calls[index].call);
        if (world->status != calls[index].expected) return 0;
        if ((n = longest_run()) > after->run) after->run = n;
    }
    for (i = 0; i < STACK; i++)
        after->differ += world->stack[i] != stack_before[i] && !is_public(i);
    return 1;
}

/* The processor also saves which registers are in use, as far as it remembers.
 * That differs by chance, and what depends on the secret differs each time. */
#define TRIES 5

static int report(size_t index) {
    left after, least = {STACK, 0};
    int tries;
    for (tries = 0; tries < TRIES && least.differ > 0; tries++) {
        if (!measure(index, &after)) return 0;
        if (after.differ < least.differ) least.differ = after.differ;
        if (after.run > least.run) least.run = after.run;
    }
    show(algorithm == WXP_MD5 ? "MD5\t" : "HMAC-SHA256\t");
    show(calls[index].name);
    show_number("\t", least.differ);
    show_number("\t", least.run);
    show("\n");
    return 1;
}

/* How many bytes of a key are not zero once it is wiped. */
static size_t left_in_key(void) {
    size_t left = 0, i;
    copy(secret, secrets[0], LEN);
    make();
    wxp_key_wipe(&world->key);
    for (i = 0; i < sizeof world->key; i++) left += ((unsigned char *)&world->key)[i] != 0;
    return left;
}

int main(void) {
    size_t i;
    if (!make_world()) return 1;
    fill(text, 'x', sizeof text);
    fill(wrong, 'A', sizeof wrong);
    for (algorithm = WXP_MD5; algorithm <= WXP_HMAC_SHA256; algorithm++) {
        show(algorithm == WXP_MD5 ? "MD5" : "HMAC-SHA256");
        show_number("\twiped key\t", left_in_key());
        show("\n");
        for (attach->value_len = 0; attach->value_len <= sizeof text; attach->value_len += 25) {
            for (i = 0; i < COUNT(calls); i++)
                if (!report(i)) {
                    show("not as expected: ");
                    show(calls[i].name);
                    show("\n");
                    return 1;
                }
        }
    }
    return 0;
}
