#define _POSIX_C_SOURCE 200809L
#include "records.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A file of the folder; NULL for a number that no order has, such as "../x". */
static const char *path_of(const char *number, const char *what, char out[512])
{
    static const char allowed[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-|*@";
    const char *folder = getenv("WXP_RECORDS");
    size_t len = strlen(number);
    if (folder == NULL || len == 0 || len > 64 || strspn(number, allowed) != len) return NULL;
    return snprintf(out, 512, "%s/%s.%s", folder, number, what) < 512 ? out : NULL;
}

/* Makes a file that must not be there yet, with all of its text or not at all. */
static int make(const char *number, const char *what, const char *text)
{
    char path[512], draft[512];
    int made = 0, file;
    if (path_of(number, what, path) == NULL) return -1;
    snprintf(draft, sizeof(draft), "%s/draft.XXXXXX", getenv("WXP_RECORDS"));
    file = mkstemp(draft);
    if (file < 0) return -1;
    if (write(file, text, strlen(text)) == (ssize_t)strlen(text) && fsync(file) == 0)
        made = link(draft, path) == 0 ? 1 : access(path, F_OK) == 0 ? 0 : -1;
    else
        made = -1;
    close(file);
    unlink(draft);
    return made;
}

static int same_text(const char *number, const char *what, const char *text)
{
    char path[512], found[80] = "";
    FILE *file = path_of(number, what, path) == NULL ? NULL : fopen(path, "r");
    if (file == NULL) return 0;
    found[fread(found, 1, sizeof(found) - 1, file)] = '\0';
    fclose(file);
    return strcmp(found, text) == 0;
}

int note_order(const char *number, const char *fen)
{
    return make(number, "order", fen) == 1 || same_text(number, "order", fen);
}

int note_refund(const char *refund, const char *number, const char *fen)
{
    char text[80];
    snprintf(text, sizeof(text), "%s %s", number, fen);
    return make(refund, "refund", text) == 1 || same_text(refund, "refund", text);
}

int find_order(const char *number, char fen[16])
{
    char path[512];
    FILE *file = path_of(number, "order", path) == NULL ? NULL : fopen(path, "r");
    int found = file != NULL && fscanf(file, "%15s", fen) == 1;
    if (file != NULL) fclose(file);
    return found;
}

int find_refund(const char *refund, char number[40], char fen[16])
{
    char path[512];
    FILE *file = path_of(refund, "refund", path) == NULL ? NULL : fopen(path, "r");
    int found = file != NULL && fscanf(file, "%39s %15s", number, fen) == 2;
    if (file != NULL) fclose(file);
    return found;
}

int mark(const char *number, const char *what)
{
    return make(number, what, "");
}

int save(const char *number, const char *what, const void *bytes, size_t len)
{
    char path[512], draft[520];
    FILE *file;
    int saved;
    if (path_of(number, what, path) == NULL) return 0;
    snprintf(draft, sizeof(draft), "%s.new", path);
    file = fopen(draft, "wb");
    if (file == NULL) return 0;
    saved = fwrite(bytes, 1, len, file) == len && fflush(file) == 0 && fsync(fileno(file)) == 0;
    return fclose(file) == 0 && saved && rename(draft, path) == 0;
}

int load(const char *number, const char *what, void *bytes, size_t len, long *seconds_ago)
{
    char path[512];
    struct stat status;
    FILE *file = path_of(number, what, path) == NULL ? NULL : fopen(path, "rb");
    int loaded = file != NULL && fread(bytes, 1, len, file) == len
        && fstat(fileno(file), &status) == 0;
    if (loaded) {
        const long age = (long)(time(NULL) - status.st_mtime);
        *seconds_ago = age < 0 ? 0 : age > UINT16_MAX ? UINT16_MAX : age;
    }
    if (file != NULL) fclose(file);
    return loaded;
}
