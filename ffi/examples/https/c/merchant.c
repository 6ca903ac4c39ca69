#define _POSIX_C_SOURCE 200809L
#include "merchant.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Seconds to wait for an answer: WXP_TIMEOUT, or else 10. A connection may take half of it. */
static long timeout_seconds(void)
{
    const char *text = getenv("WXP_TIMEOUT");
    const long seconds = text == NULL ? 0 : atol(text);
    return seconds > 0 ? seconds : 10;
}

/* Not one that a compiler leaves out because nobody reads the memory any more. */
static void *(*const volatile wipe)(void *, int, size_t) = memset;

/* Whether no account but that of this program can reach a file. */
static int is_private(const struct stat *status)
{
    return (status->st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

/* The key comes from a file, not from the command line, which everybody on the machine can read. */
static int read_key(const char *path, wxp_key *key)
{
    char secret[64] = "";
    struct stat status;
    FILE *file = path == NULL ? NULL : fopen(path, "r");
    wxp_status made = WXP_E_SECRET_LENGTH;

    if (file == NULL) {
        fputs("WXP_KEY_FILE names no file that can be read\n", stderr);
        return 0;
    }
    if (fstat(fileno(file), &status) != 0 || !is_private(&status)) {
        fprintf(stderr, "%s is open to others: chmod 600\n", path);
    } else {
        setvbuf(file, NULL, _IONBF, 0); /* no second copy of the secret */
        if (fgets(secret, sizeof(secret), file) != NULL)
            made = wxp_key_init(key, WXP_HMAC_SHA256, secret, strcspn(secret, "\r\n"));
        if (made != WXP_OK) fprintf(stderr, "%s: %s\n", path, wxp_status_text(made, WXP_ENGLISH));
    }
    fclose(file);
    wipe(secret, 0, sizeof(secret));
    return made == WXP_OK;
}

/* Refuses what is too long for the buffers that it goes into. */
static int setting(const char **value, const char *name, size_t most)
{
    *value = getenv(name);
    if (*value == NULL) fprintf(stderr, "%s is not set\n", name);
    else if (strlen(*value) > most) fprintf(stderr, "%s is too long\n", name);
    else return 1;
    return 0;
}

int merchant_open(merchant *shop)
{
    if (wxp_abi_version() != WXP_ABI_VERSION) {
        fputs("libwxp does not fit its header\n", stderr);
        return 0;
    }
    shop->rootca = getenv("WXP_ROOTCA"); /* else the system's own certificates */
    shop->gateway = "https://api.mch.weixin.qq.com";
    shop->ip = "127.0.0.1"; /* which only the test gateway takes */
    return (getenv("WXP_GATEWAY") == NULL || setting(&shop->gateway, "WXP_GATEWAY", 200))
        && ((getenv("WXP_GATEWAY") != NULL && getenv("WXP_IP") == NULL)
            || setting(&shop->ip, "WXP_IP", 64))
        && setting(&shop->appid, "WXP_APPID", 32) && setting(&shop->mch_id, "WXP_MCH_ID", 32)
        && setting(&shop->certificates, "WXP_CERTIFICATES", 480)
        && setting(&shop->notify_url, "WXP_NOTIFY_URL", 240)
        && read_key(getenv("WXP_KEY_FILE"), &shop->key);
}

void merchant_close(merchant *shop)
{
    wxp_key_wipe(&shop->key);
}

void set(request *message, const char *name, const char *value)
{
    const wxp_field field = {name, strlen(name), value, strlen(value)};
    if (message->count < FIELDS_MAX) message->fields[message->count] = field;
    if (message->count <= FIELDS_MAX) message->count++; /* call() refuses one too many */
}

int authentic(const answer *result)
{
    return result->verdict.verdict >= WXP_SUCCEEDED && result->verdict.verdict <= WXP_UNSETTLED;
}

const char *differs(const answer *result, const request *ours)
{
    wxp_text name = {"message", 7}; /* if it cannot be compared at all */
    const int same = ours->count <= FIELDS_MAX
        && wxp_expect(&result->verdict, result->fields, result->count, ours->fields, ours->count,
                      &name) == WXP_OK;
    return same ? NULL : name.text;
}

int contradicts(const answer *result, const request *ours, const char *name)
{
    size_t i;
    for (i = 0; i < ours->count && i < FIELDS_MAX; i++) {
        const request one = {.fields = {ours->fields[i]}, .count = 1};
        if (strcmp(ours->fields[i].name, name) == 0 && authentic(result)
            && wxp_find(result->fields, result->count, name, strlen(name)) != NULL)
            return differs(result, &one) != NULL;
    }
    return 0;
}

int is(const answer *result, const char *name, const char *value)
{
    const wxp_field *field = wxp_find(result->fields, result->count, name, strlen(name));
    return field != NULL && field->value_len == strlen(value)
        && memcmp(field->value, value, field->value_len) == 0;
}

int get(const answer *result, const char *name, char *out, size_t capacity)
{
    const wxp_field *field = wxp_find(result->fields, result->count, name, strlen(name));
    const size_t len = field == NULL || field->value_len >= capacity ? 0 : field->value_len;
    if (len > 0) memcpy(out, field->value, len);
    out[len] = '\0';
    return len > 0;
}

/* As if no answer had come: all zeros is WXP_UNTRUSTED. */
static void disbelieve(answer *result, const char *what, const char *why)
{
    memset(&result->verdict, 0, sizeof(result->verdict));
    result->count = 0;
    snprintf(result->why, sizeof(result->why), "%s: %s", what, why);
}

void judge(const merchant *shop, int32_t source, answer *result)
{
    char text[512];
    request ours = {.count = 0};
    size_t fault = 0;
    wxp_status status = wxp_xml_read(result->document, result->len, result->fields, 512,
                                     &result->count, result->scratch, sizeof(result->scratch),
                                     &fault);
    if (status != WXP_OK) {
        snprintf(text, sizeof(text), "%s, byte %zu", wxp_status_text(status, WXP_ENGLISH), fault);
        disbelieve(result, wxp_body(result->document, result->len) == WXP_BODY_HTML
                   ? "a web page, not an answer" : "no answer of the protocol", text);
        return;
    }
    status = wxp_judge(&shop->key, source, result->fields, result->count, &result->verdict);
    set(&ours, "appid", shop->appid);
    set(&ours, "mch_id", shop->mch_id);
    if (status != WXP_OK) {
        disbelieve(result, "not judged", wxp_status_text(status, WXP_ENGLISH));
    } else if (result->verdict.verdict == WXP_UNTRUSTED) {
        disbelieve(result, "not from WeChat Pay", wxp_status_text(result->verdict.fault, WXP_ENGLISH));
    } else if (result->verdict.verdict == WXP_REFUSED) {
        get(result, "return_msg", text, sizeof(text));
        snprintf(result->why, sizeof(result->why), "the call was not taken: %s", text);
    } else if (authentic(result) && differs(result, &ours) != NULL) {
        disbelieve(result, "authentic, but", "about another merchant or app");
    }
}

/* Takes no more than there is room for, with a NUL behind it. */
static size_t receive(char *data, size_t size, size_t count, void *to)
{
    answer *result = to;
    if (size * count >= sizeof(result->document) - result->len) return 0;
    memcpy(result->document + result->len, data, size * count);
    result->len += size * count;
    return size * count;
}

static int post(const merchant *shop, const char *path, const char *document, size_t len,
                answer *result)
{
    char url[256], certificate[512], private_key[512], error[CURL_ERROR_SIZE] = "";
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: text/xml");
    wxp_endpoint endpoint = {.number = 0};
    struct stat status;
    long http = 0, sent = 0;
    int open_to_others = 0;
    CURLcode code = CURLE_FAILED_INIT;
    /* A handle for each call: on a connection that was kept, curl may send a request twice. */
    CURL *curl = curl_easy_init();

    if (curl != NULL && headers != NULL
        && wxp_endpoint_find(path, strlen(path), &endpoint) == WXP_OK) {
        snprintf(url, sizeof(url), "%s%s", shop->gateway, path);
        curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
        curl_easy_setopt(curl, CURLOPT_URL, url);
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, document);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)len);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, result);
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (timeout_seconds() + 1) / 2);
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, timeout_seconds());
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        /* Who it is that takes the money, and under which name. Never switch these off. */
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
        if (shop->rootca != NULL) curl_easy_setopt(curl, CURLOPT_CAINFO, shop->rootca);
        if (endpoint.certificate) {
            snprintf(certificate, sizeof(certificate), "%s/apiclient_cert.pem", shop->certificates);
            snprintf(private_key, sizeof(private_key), "%s/apiclient_key.pem", shop->certificates);
            open_to_others = stat(private_key, &status) == 0 && !is_private(&status);
            curl_easy_setopt(curl, CURLOPT_SSLCERT, certificate);
            curl_easy_setopt(curl, CURLOPT_SSLKEY, private_key);
        }
        if (open_to_others)
            snprintf(error, sizeof(error), "apiclient_key.pem is open to others: chmod 600");
        else
            code = curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &http);
        curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
    }
    curl_easy_cleanup(curl);
    curl_slist_free_all(headers);
    if (code != CURLE_OK) {
        disbelieve(result, sent > 0 ? "no answer" : "nothing was sent",
                   error[0] != '\0' ? error : curl_easy_strerror(code));
        return sent > 0;
    }
    judge(shop, endpoint.number, result);
    if (http != 200) {
        snprintf(error, sizeof(error), "HTTP %ld%s", http,
                 strstr(result->document, "SSL certificate") != NULL
                 ? ", no client certificate was seen" : "");
        disbelieve(result, "no answer", error);
    }
    return 1;
}

int call(const merchant *shop, const char *path, request *message, answer *result)
{
    char document[8192], nonce[33] = "";
    unsigned char entropy[WXP_ENTROPY_SIZE];
    size_t len = 0;
    int sent;
    wxp_status status = WXP_E_ARGUMENT;
    FILE *random = fopen("/dev/urandom", "rb");

    memset(result, 0, sizeof(*result));
    if (random != NULL && fread(entropy, sizeof(entropy), 1, random) == 1)
        status = wxp_nonce(entropy, sizeof(entropy), nonce, sizeof(nonce) - 1, &len);
    if (random != NULL) fclose(random);
    set(message, "appid", shop->appid);
    set(message, "mch_id", shop->mch_id);
    set(message, "nonce_str", nonce);
    set(message, "sign_type", "HMAC-SHA256");
    if (message->count > FIELDS_MAX) {
        disbelieve(result, "nothing was sent", "too many fields");
        return 0;
    }
    if (status == WXP_OK)
        status = wxp_xml_write(&shop->key, message->fields, message->count,
                               document, sizeof(document), &len);
    if (status != WXP_OK) {
        disbelieve(result, "nothing was sent", wxp_status_text(status, WXP_ENGLISH));
        return 0;
    }
    sent = post(shop, path, document, len, result);
    if (contradicts(result, message, "out_trade_no")
        || contradicts(result, message, "out_refund_no"))
        disbelieve(result, "authentic, but", "about another order or refund");
    return sent;
}
