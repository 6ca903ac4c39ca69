/* The memory that calls can reach, and what is looked at after each call. */
#include "wxp_packed.h"
#include "wxp_protocol.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HALF (SIZE_MAX / 2 + 1) /* one more than PTRDIFF_MAX */
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* All memory that a call can reach. Outputs hold a pattern before each call,
 * and every region has a margin on both sides that is never written to. */
enum {
    OUT, LEN, SLOTS, COUNTED, SCRATCH, FAULT, INDEX, OFFSET, CELLS, ROWS, COLUMNS, VERDICT,
    ENDPOINT, RECORDS, RECORDED, ACTION, ADVICE, SECONDS, UNITS, PLAIN, MADE, PAYMENT, STEP, WAIT, /* outputs */
    TEXTS, TABLE, PACKED, DOCUMENT, NESTED, OPENED, BILL, KEY, /* inputs */
    REGIONS
};
#define MARGIN 64
#define PATTERN 0xa5

static struct {
    size_t size;
    unsigned char *start, *before;
} regions[REGIONS];

#define BIT(region) (1ul << (region))
#define AT(region) ((void *)regions[region].start)
#define SIZE(region) regions[region].size

static void *region(int number, size_t size, const void *content) {
    unsigned char *memory = malloc(size + 2 * MARGIN);
    regions[number].before = malloc(size);
    if (memory == NULL || regions[number].before == NULL)
        exit(2);
    memset(memory, PATTERN, size + 2 * MARGIN);
    regions[number].size = size;
    regions[number].start = memory + MARGIN;
    if (content != NULL)
        memcpy(AT(number), content, size);
    memcpy(regions[number].before, AT(number), size);
    return AT(number);
}

static void release(void) {
    int number;
    for (number = 0; number < REGIONS; number++) {
        free(regions[number].start - MARGIN);
        free(regions[number].before);
    }
}

/* Takes the inputs as they are now for what they are to be. */
static void keep(int number) {
    memcpy(regions[number].before, AT(number), SIZE(number));
}

static void reset(void) {
    int number;
    for (number = 0; number < REGIONS; number++)
        memcpy(AT(number), regions[number].before, SIZE(number));
}

static unsigned long cases;

/* Where a call stands, for messages. */
#define TEXT_OF(number) #number
#define PLACE(file, line) file ":" TEXT_OF(line)
#define HERE PLACE(__FILE__, __LINE__)

static void fail(const char *place, const char *call, const char *what, long got, long expected) {
    fprintf(stderr, "%s: %s: %s: %ld instead of %ld\n", place, call, what, got, expected);
    exit(1);
}

/* Nothing but these regions has been written to. */
static void untouched(const char *place, const char *call, unsigned long touched) {
    int number, i;
    for (number = 0; number < REGIONS; number++) {
        const unsigned char *start = AT(number), *end = start + SIZE(number);
        if (!(touched & BIT(number)) && memcmp(start, regions[number].before, SIZE(number)) != 0)
            fail(place, call, "written to region", number, -1);
        for (i = 1; i <= MARGIN; i++)
            if (start[-i] != PATTERN || end[i - 1] != PATTERN)
                fail(place, call, "written beside region", number, -1);
    }
}

static void check(const char *place, const char *call, long got, long expected, unsigned long touched) {
    cases++;
    if (got != expected)
        fail(place, call, "returned", got, expected);
    untouched(place, call, touched);
}

#define CASE(expected, touched, call) \
    (reset(), check(HERE, #call, (long)(call), (long)(expected), (touched)))
#define SAME(got, expected) \
    ((got) == (expected) ? (void)0 : fail(HERE, #got, "is", (long)(got), (long)(expected)))

/* Rows: what is wrong with one parameter, a pointer P with or without a
 * length N, and the status for it. */
typedef struct {
    const void *pointer;
    size_t len;
    wxp_status status;
} row;

static void *P;
static size_t N;

#define EACH_TOUCHING(rows, touched, call) do { \
        size_t each; \
        for (each = 0; each < COUNT(rows); each++) { \
            P = (void *)(rows)[each].pointer; \
            N = (rows)[each].len; \
            CASE((rows)[each].status, touched, call); \
        } \
    } while (0)
#define EACH(rows, call) EACH_TOUCHING(rows, 0, call)
