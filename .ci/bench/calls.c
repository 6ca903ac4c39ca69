/* One call of each hot function, counted by callgrind: its instructions stand
 * in a file of their own, under the name of the call. */
#include <valgrind/callgrind.h>
#include <wxp.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *folder;
static char text[16384], scratch[16384], out[4096];
static wxp_field fields[128];
static size_t len, count;
static wxp_key key;

static void require(int condition, const char *what)
{
    if (condition) return;
    fprintf(stderr, "calls: %s\n", what);
    exit(1);
}

static void load(const char *name)
{
    char path[512];
    FILE *file;
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    file = fopen(path, "rb");
    require(file != NULL, path);
    len = fread(text, 1, sizeof(text), file);
    fclose(file);
}

static int by_name(const void *a, const void *b)
{
    const wxp_field *one = a, *other = b;
    size_t shorter = one->name_len < other->name_len ? one->name_len : other->name_len;
    int order = memcmp(one->name, other->name, shorter);
    return order ? order : (one->name_len > other->name_len) - (one->name_len < other->name_len);
}

/* A request in the caller's order, or sorted. */
static void request(const char *name, int sorted)
{
    char *line, *at = text;
    load(name);
    text[len] = 0;
    for (count = 0; (line = at) < text + len; count++) {
        char *tab = strchr(line, '\t'), *end = strchr(line, '\n');
        fields[count].name = line;
        fields[count].name_len = (size_t)(tab - line);
        fields[count].value = tab + 1;
        fields[count].value_len = (size_t)((end ? end : text + len) - tab - 1);
        at = end ? end + 1 : text + len;
    }
    if (sorted) qsort(fields, count, sizeof(*fields), by_name);
}

static void read(void)
{
    size_t fault;
    require(wxp_xml_read(text, len, fields, 128, &count, scratch, sizeof(scratch), &fault) == WXP_OK,
            "read");
}

static void sign(void)
{
    size_t written;
    require(wxp_sign(&key, fields, count, out, sizeof(out), &written) == WXP_OK, "sign");
}

static void write(void)
{
    size_t written;
    require(wxp_xml_write(&key, fields, count, out, sizeof(out), &written) == WXP_OK, "write");
}

static void verify(void)
{
    read();
    require(wxp_verify(&key, fields, count) == WXP_OK, "verify");
}

static void judge(void)
{
    wxp_verdict verdict;
    require(wxp_judge(&key, "payment", 7, fields, count, &verdict) == WXP_OK &&
                verdict.verdict == WXP_SUCCEEDED,
            "judge");
}

static void explain(void)
{
    int32_t cause;
    size_t field;
    require(wxp_explain(&key, fields, count, "00000000000000000000000000000000", 32, &cause, &field)
                == WXP_OK && cause == WXP_CAUSE_UNKNOWN,
            "explain");
}

/* Counts the second of two calls. */
static void counted(const char *name, void (*call)(void))
{
    call();
    CALLGRIND_ZERO_STATS;
    call();
    CALLGRIND_DUMP_STATS_AT(name);
}

static void with(uint32_t algorithm)
{
    require(wxp_key_init(&key, algorithm, "192006250b4c09247ec02edce69f6a2d", 32) == WXP_OK, "key");
}

int main(int argc, char **argv)
{
    require(argc == 2, "usage: calls FOLDER");
    folder = argv[1];
    with(WXP_MD5);
    request("W1.fields.tsv", 0), counted("sign-w1-md5", sign), counted("write-w1-md5", write);
    counted("explain-w1", explain);
    request("W1.fields.tsv", 1), counted("sign-w1-md5-sorted", sign);
    request("W2.fields.tsv", 0), counted("sign-w2-md5", sign), counted("write-w2-md5", write);
    request("W2.fields.tsv", 1), counted("sign-w2-md5-sorted", sign);
    load("W3.MD5.xml"), counted("read-w3", read), counted("verify-w3-md5", verify);
    counted("judge-w3-md5", judge);
    load("W3s.MD5.xml"), counted("verify-w3s-md5", verify);
    load("W4.MD5.xml"), counted("read-w4", read), counted("verify-w4-md5", verify);
    load("W4s.MD5.xml"), counted("verify-w4s-md5", verify);
    /* Valgrind hides the instructions for SHA, so that this counts the portable SHA-256. */
    with(WXP_HMAC_SHA256);
    request("W1.fields.tsv", 0), counted("sign-w1-hmac", sign);
    request("W2.fields.tsv", 0), counted("sign-w2-hmac", sign);
    load("W3.HMAC.xml"), counted("verify-w3-hmac", verify);
    return 0;
}
