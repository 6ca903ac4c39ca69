#define _POSIX_C_SOURCE 200809L
#include "records.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FOLDER_MAX = 300, PATH_SIZE = 400 };

#define DIGITS "0123456789"
#define NUMBERS DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-|*"

static int is_made_of(const char *text, const char *allowed, size_t most)
{
    const size_t len = strlen(text);
    return len > 0 && len <= most && strspn(text, allowed) == len;
}

int is_order_number(const char *text)
{
    return is_made_of(text, NUMBERS, NUMBER_SIZE - 1);
}

int is_refund_number(const char *text)
{
    return is_made_of(text, NUMBERS "@", REFUND_SIZE - 1);
}

int is_amount(const char *text)
{
    return is_made_of(text, DIGITS, FEN_SIZE - 1) && text[0] != '0';
}

static const char *folder(void)
{
    return getenv("WXP_RECORDS");
}

int records_open(void)
{
    if (folder() == NULL || strlen(folder()) > FOLDER_MAX) {
        fputs("WXP_RECORDS is not set, or too long\n", stderr);
        return 0;
    }
    return 1;
}

/* A file of the folder; 0 for a number that neither order nor refund has, such as "../x". */
static int path_of(const char *number, const char *what, char out[PATH_SIZE])
{
    return is_refund_number(number)
        && snprintf(out, PATH_SIZE, "%s/%s.%s", folder(), number, what) < PATH_SIZE;
}

static int failed(const char *path, const char *why)
{
    fprintf(stderr, "%s: %s: somebody has to look\n", path, why);
    return -1;
}

int damaged(const char *number, const char *what)
{
    char path[PATH_SIZE];
    return failed(path_of(number, what, path) ? path : number, "damaged");
}

/* Whether what the folder lists is on the disk. */
static int sync_folder(void)
{
    const int file = open(folder(), O_RDONLY);
    const int synced = file >= 0 && fsync(file) == 0;
    return (file < 0 || close(file) == 0) && synced;
}

/*
 * Makes a file with all of its bytes, on the disk: 1. After a power cut it is there as a whole, or
 * what was there before. One that is there is left alone if it is to be made once: 0.
 */
static int make(const char *number, const char *what, const void *bytes, size_t len, int once)
{
    char path[PATH_SIZE], draft[PATH_SIZE];
    int made = -1, file;
    if (!path_of(number, what, path)) return failed(number, "no number of ours");
    snprintf(draft, sizeof(draft), "%s/draft.XXXXXX", folder());
    file = mkstemp(draft);
    if (file < 0) return failed(path, strerror(errno));
    if (write(file, bytes, len) == (ssize_t)len && fsync(file) == 0) {
        if (once)
            made = link(draft, path) == 0 ? 1 : errno == EEXIST ? 0 : -1;
        else
            made = rename(draft, path) == 0 ? 1 : -1;
    }
    close(file);
    if (made < 0) failed(path, strerror(errno));
    unlink(draft);
    if (made >= 0 && !sync_folder()) return failed(path, strerror(errno));
    return made;
}

/* Reads a file of at most `capacity` bytes: 1 and how many they are, 0 if there is none, -1. */
static int get_file(const char *number, const char *what, void *bytes, size_t capacity,
                    size_t *len, struct stat *status)
{
    char path[PATH_SIZE];
    FILE *file;
    int read;
    if (!path_of(number, what, path)) return 0;
    file = fopen(path, "rb");
    if (file == NULL) return errno == ENOENT ? 0 : failed(path, strerror(errno));
    *len = fread(bytes, 1, capacity, file);
    read = !ferror(file) && fgetc(file) == EOF && fstat(fileno(file), status) == 0;
    fclose(file);
    return read ? 1 : failed(path, "damaged");
}

/* Takes a word of a record; where the next one begins, or NULL. */
static const char *word(const char *text, char end, char *out, size_t capacity)
{
    const char *stop = text == NULL ? NULL : strchr(text, end);
    if (stop == NULL || (size_t)(stop - text) >= capacity) return NULL;
    memcpy(out, text, (size_t)(stop - text));
    out[stop - text] = '\0';
    return stop + 1;
}

/* A record: its own number, that of the order if it is of a refund, the amount, and a line feed,
   without which it was cut. */
static int find(const char *number, const char *what, char *order, char fen[FEN_SIZE])
{
    char text[160] = "", own[REFUND_SIZE];
    const char *rest;
    struct stat status;
    size_t len = 0;
    const int found = get_file(number, what, text, sizeof(text) - 1, &len, &status);
    if (found <= 0) return found;
    rest = word(text, ' ', own, sizeof(own));
    if (order != NULL) rest = word(rest, ' ', order, NUMBER_SIZE);
    rest = word(rest, '\n', fen, FEN_SIZE);
    return rest == text + len && strcmp(own, number) == 0 && is_amount(fen)
        && (order == NULL || is_order_number(order)) ? 1 : damaged(number, what);
}

int find_order(const char *number, char fen[FEN_SIZE])
{
    return find(number, "order", NULL, fen);
}

int find_refund(const char *refund, char number[NUMBER_SIZE], char fen[FEN_SIZE])
{
    return find(refund, "refund", number, fen);
}

static int noted(const char *number, int made, int found, int same)
{
    if (made < 0 || (made == 0 && found < 0)) return NOT_KNOWN;
    if (made == 1 || (found == 1 && same)) return DONE;
    fprintf(stderr, "%s: taken by something else\n", number);
    return NOT_SENT;
}

int note_order(const char *number, const char *fen)
{
    char text[160], kept[FEN_SIZE] = "";
    const int len = snprintf(text, sizeof(text), "%s %s\n", number, fen);
    const int made = make(number, "order", text, (size_t)len, 1);
    const int found = made == 0 ? find_order(number, kept) : 0;
    return noted(number, made, found, strcmp(kept, fen) == 0);
}

int note_refund(const char *refund, const char *number, const char *fen)
{
    char text[160], order[NUMBER_SIZE] = "", kept[FEN_SIZE] = "";
    const int len = snprintf(text, sizeof(text), "%s %s %s\n", refund, number, fen);
    const int made = make(refund, "refund", text, (size_t)len, 1);
    const int found = made == 0 ? find_refund(refund, order, kept) : 0;
    const int same = strcmp(kept, fen) == 0 && strcmp(order, number) == 0;
    const int outcome = noted(refund, made, found, same);
    return outcome == DONE && mark(number, "back") < 0 ? NOT_KNOWN : outcome;
}

int mark(const char *number, const char *what)
{
    return make(number, what, "", 0, 1);
}

int marked(const char *number, const char *what)
{
    char path[PATH_SIZE];
    if (!path_of(number, what, path)) return 0;
    return access(path, F_OK) == 0 ? 1 : errno == ENOENT ? 0 : failed(path, strerror(errno));
}

int take_up_payment(const char *number)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    char path[PATH_SIZE];
    int file;
    if (!path_of(number, "lock", path)) return NOT_KNOWN;
    /* Open until the program ends, and however it ends: it is the open file that is locked. */
    file = open(path, O_RDWR | O_CREAT, 0600);
    if (file >= 0 && fcntl(file, F_SETLK, &whole) == 0) return DONE;
    if (file < 0 || (errno != EACCES && errno != EAGAIN)) {
        failed(path, strerror(errno));
        return NOT_KNOWN;
    }
    fprintf(stderr, "order %s: nothing was sent: it is being paid already\n", number);
    return NOT_SENT;
}

int save_payment(const char *number, const wxp_quickpay *payment)
{
    return make(number, "quickpay", payment, sizeof(*payment), 0);
}

int forget_payment(const char *number)
{
    char path[PATH_SIZE];
    if (!path_of(number, "quickpay", path)) return failed(number, "no number of ours");
    return unlink(path) == 0 && sync_folder() ? 1 : failed(path, strerror(errno));
}

int load_payment(const char *number, wxp_quickpay *payment, long *seconds_ago)
{
    struct stat status;
    size_t len = 0;
    const int found = get_file(number, "quickpay", payment, sizeof(*payment), &len, &status);
    if (found <= 0) return found;
    if (len != sizeof(*payment)) return damaged(number, "quickpay");
    *seconds_ago = (long)(time(NULL) - status.st_mtime);
    if (*seconds_ago < 0) *seconds_ago = 0;
    return 1;
}
