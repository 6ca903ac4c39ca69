/* Loads the workloads of core/tests/data/workloads. FIELD is the type of a field, of whoever
 * includes this: name, name_len, value, value_len. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_FIELDS = 128, MOST_BYTES = 8192 };

struct text {
    char bytes[MOST_BYTES + 1];
    size_t len;
};

struct table {
    struct text text;
    FIELD fields[MOST_FIELDS];
    size_t count;
};

static inline void require(int condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "failed: %s\n", what);
        exit(1);
    }
}

static inline void load(const char *folder, const char *name, struct text *text)
{
    char path[4096];
    FILE *file;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    require(file != NULL, path);
    text->len = fread(text->bytes, 1, MOST_BYTES, file);
    text->bytes[text->len] = '\0';
    fclose(file);
}

/* The fields of a request, in the caller's order. */
static inline void load_fields(const char *folder, const char *name, struct table *table)
{
    char *line;
    load(folder, name, &table->text);
    for (line = strtok(table->text.bytes, "\n"); line; line = strtok(NULL, "\n")) {
        FIELD *field = &table->fields[table->count++];
        require(table->count <= MOST_FIELDS && strchr(line, '\t'), name);
        field->name = line;
        field->name_len = strcspn(line, "\t");
        field->value = line + field->name_len + 1;
        field->value_len = strlen(field->value);
    }
}
