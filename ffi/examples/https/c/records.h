/*
 * The shop's own records, one small file each, in the folder WXP_RECORDS. They stand for your
 * database: what an answer or a notice says is compared with them.
 *
 * A record that cannot be read, or is damaged, is not one that is missing: then a function says
 * which file it is, and its result is -1 or NOT_KNOWN. What a function has written is on the disk.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "merchant.h"

/* Whether there is a folder for them; says so if there is none. */
int records_open(void);

/* What WeChat takes as number of an order or a refund, and as amount in fen. */
int is_order_number(const char *text);
int is_refund_number(const char *text);
int is_amount(const char *text);

/* Notes down an order, or a refund of one, before it is sent. DONE, NOT_SENT if something else has
   its number, NOT_KNOWN. A refund also marks its order "back". */
int note_order(const char *number, const char *fen);
int note_refund(const char *refund, const char *number, const char *fen);

/* What was noted down: 1; 0 if there is no such order or refund; -1. */
int find_order(const char *number, char fen[FEN_SIZE]);
int find_refund(const char *refund, char number[NUMBER_SIZE], char fen[FEN_SIZE]);

/* Marks an order "paid", or "back" if we give it back, or a refund "refunded": 1 the first time, 0
   ever after, -1. */
int mark(const char *number, const char *what);
int marked(const char *number, const char *what);

/* Takes a payment by Quick Pay for this program until it ends. DONE, NOT_SENT if another one has
   it, NOT_KNOWN. */
int take_up_payment(const char *number);

/* Keeps the state of a payment by Quick Pay: 1, or -1. */
int save_payment(const char *number, const wxp_quickpay *payment);

/* Forgets a payment that was not sent, so that its number can be used: 1, or -1. */
int forget_payment(const char *number);

/* The state that was kept, and how many seconds ago: 1; 0 if there was no payment; -1. */
int load_payment(const char *number, wxp_quickpay *payment, long *seconds_ago);

/* Says that a record is damaged: -1. */
int damaged(const char *number, const char *what);

#endif
