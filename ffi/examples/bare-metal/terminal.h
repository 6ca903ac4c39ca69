/* What a payment program needs of its terminal: here the board's files bring
 * the first, gateway.c the others, which only pretend. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stddef.h>

/* Shows a text that ends with NUL. */
void show(const char *text);

/* One exchange with the gateway over HTTPS: sends a request to a path, and
 * takes the body of the answer. Its length in bytes; 0 if none came. */
size_t post(const char *path, const char *request, size_t request_len, char *body, size_t capacity);

/* Keeps some bytes through a power cut, and has them back. */
void keep(const void *bytes, size_t len);
void recall(void *bytes, size_t len);

/* Fills some bytes so that nobody can predict them. */
void entropy(void *bytes, size_t len);

#endif
