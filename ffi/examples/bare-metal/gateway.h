/* See gateway.c. */
#ifndef GATEWAY_H
#define GATEWAY_H

#include <stddef.h>

/* The API key of WeChat Pay's published example. */
#define GATEWAY_SECRET "192006250b4c09247ec02edce69f6a2d"

/* How many requests have come. */
size_t gateway_requests(void);

#endif
