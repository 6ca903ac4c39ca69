/*
 * The merchant: settings, and calls to the gateway over HTTPS.
 */
#ifndef MERCHANT_H
#define MERCHANT_H

#include <stddef.h>
#include <wxp_protocol.h>

/* What a program ends with. NOT_SENT: this call has sent nothing. */
enum { DONE = 0, FAILED = 1, NOT_SENT = 2, NOT_KNOWN = 3 };

/* Of a request; of texts, with the NUL at the end. */
enum { FIELDS_MAX = 32, NUMBER_SIZE = 33, REFUND_SIZE = 65, FEN_SIZE = 11 };

typedef struct {
    const char *gateway, *appid, *mch_id, *certificates, *rootca, *notify_url, *ip;
    wxp_key key;
} merchant;

/* Fields to send, or to compare with. The texts have to outlive it. */
typedef struct {
    wxp_field fields[FIELDS_MAX];
    size_t count; /* FIELDS_MAX + 1 if there were more, and then it cannot be sent */
} request;

/* What came back, and what it means. Look at the verdict before the fields. */
typedef struct {
    char document[65536], scratch[65536];
    size_t len;
    wxp_field fields[512];
    size_t count;
    wxp_verdict verdict;
    char why[600]; /* if there is nothing that can be believed */
} answer;

/* Takes settings from the environment and the key from its file; 0 if something is missing. */
int merchant_open(merchant *shop);
void merchant_close(merchant *shop);

void set(request *message, const char *name, const char *value);

/*
 * Signs and posts a request and judges the answer, which has to be about the same order. 0 if
 * nothing has left this machine, and answer->why says why; everything else, also that no answer
 * came, is in the verdict.
 */
int call(const merchant *shop, const char *path, request *message, answer *result);

/* Reads and judges a document that is in result->document: an answer, or a notice. */
void judge(const merchant *shop, int32_t source, answer *result);

/* Whether somebody vouches for the fields. */
int authentic(const answer *result);

/* The name of the first field of ours that a message does not have with this value; NULL if there
   is none. Where ours have total_fee they have fee_type, which is compared all the same. */
const char *differs(const answer *result, const request *ours);

/* Whether an authentic message gives a field of ours another value. It may have none, if nothing
   was done. */
int contradicts(const answer *result, const request *ours, const char *name);

/* Whether a field has exactly this value. */
int is(const answer *result, const char *name, const char *value);

/* The value of a field as a string, never cut off: 0 and "" if there is none, or a longer one. */
int get(const answer *result, const char *name, char *out, size_t capacity);

#endif
