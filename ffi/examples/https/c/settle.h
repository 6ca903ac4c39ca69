/*
 * What has to be true before goods or money move: an answer or a notice is authentic, and says of
 * an order or a refund what the shop's own records say.
 */
#ifndef SETTLE_H
#define SETTLE_H

#include "merchant.h"

/* Says what an answer came to, if it is not what was hoped for. */
void tell(const char *what, const answer *result);

/* What it comes to then. */
int unfinished(const answer *result, int sent);

/* Whether a message that says that an order was paid is about one of ours. */
int is_ours(const answer *result);

/* Takes in that an order is paid, or was and has been refunded since, and delivers once, but never
   what we give back. Takes an answer judged WXP_SUCCEEDED, or about a refunded order: 1, or 0 if
   that cannot be. */
int take_in(const answer *result);

/* The same. DONE if it is delivered, else NOT_KNOWN: somebody has to look. */
int settle_payment(const answer *result);

/* Asks what became of an order or a refund, and takes that in. */
int query_order(const merchant *shop, const char *number);
int query_refund(const merchant *shop, const char *refund);

#endif
