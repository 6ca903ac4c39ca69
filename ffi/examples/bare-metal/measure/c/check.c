/* Signs or reads the files named on the command line, on the host:
 *     check sign 1|2 KEY FIELDS.tsv     prints the signature
 *     check read DOCUMENT.xml           prints name<TAB>value lines, or fails */
#include "signer.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FIELDS = 128, MOST_BYTES = 1 << 16 };

static size_t load(const char *path, char *bytes)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    size_t len = fread(bytes, 1, MOST_BYTES, file);
    fclose(file);
    return len;
}

static int sign(int algorithm, const char *key_path, const char *fields_path)
{
    static char key[MOST_BYTES], text[MOST_BYTES + 1], hex[64];
    static struct field fields[MOST_FIELDS];
    size_t key_len = load(key_path, key), count = 0;
    text[load(fields_path, text)] = '\0';
    for (char *line = strtok(text, "\n"); line && count < MOST_FIELDS; line = strtok(NULL, "\n")) {
        size_t name_len = strcspn(line, "\t");
        const char *value = line + name_len + 1;
        fields[count++] = (struct field){line, name_len, value, strlen(value)};
    }
    int len = c_sign(algorithm, key, key_len, fields, count, hex);
    printf("%.*s", len, hex);
    return len == 0;
}

#if defined(USE_EXPAT) || defined(USE_YXML)
static int read_document(const char *path)
{
    static char doc[MOST_BYTES], scratch[MOST_BYTES];
    static struct field fields[MOST_FIELDS];
    size_t count;
    int failed = c_read(doc, load(path, doc), fields, MOST_FIELDS, &count, scratch, sizeof scratch);
    for (size_t i = 0; i < count && !failed; i++)
        printf("%.*s\t%.*s\n", (int)fields[i].name_len, fields[i].name, (int)fields[i].value_len,
               fields[i].value);
    return failed != 0;
}
#endif

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "sign") == 0)
        return sign(atoi(argv[2]), argv[3], argv[4]);
#if defined(USE_EXPAT) || defined(USE_YXML)
    if (argc == 3 && strcmp(argv[1], "read") == 0)
        return read_document(argv[2]);
#endif
    return 2;
}
