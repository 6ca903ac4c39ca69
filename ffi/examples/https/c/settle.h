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

/* Takes in that an order is paid, and delivers once. Takes an answer judged WXP_SUCCEEDED. */
int settle_payment(const answer *result);

/* Asks what became of an order or a refund, and takes that in. */
int query_order(const merchant *shop, const char *number);
int query_refund(const merchant *shop, const char *refund);

#endif
