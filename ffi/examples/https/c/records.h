/*
 * The shop's own records, one small file each, in the folder WXP_RECORDS. They stand for your
 * database: what an answer or a notice says is compared with them.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include <stddef.h>

/* Notes down an order, or a refund of one, before it is sent; 0 if another one has its number. */
int note_order(const char *number, const char *fen);
int note_refund(const char *refund, const char *number, const char *fen);

/* What was noted down; 0 if there is no such order or refund. */
int find_order(const char *number, char fen[16]);
int find_refund(const char *refund, char number[40], char fen[16]);

/* Marks an order "paid" or a refund "refunded": 1 the first time, 0 ever after, -1 if it cannot. */
int mark(const char *number, const char *what);

/* Keeps a few bytes about an order, and gets them back. */
int save(const char *number, const char *what, const void *bytes, size_t len);
int load(const char *number, const char *what, void *bytes, size_t len, long *seconds_ago);

#endif
