/* How a peer in C is driven: main_of_peer with its operations, after workload.h. */
#include <time.h>

struct operation {
    const char *name;
    const char *(*call)(void); /* the signature or document, or "accepted" or "refused" */
};

static inline double nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* Reads lines of an operation and a count. Answers with nanoseconds a call, or, if the count is 0,
 * with what the call gives. */
static inline int main_of_peer(const struct operation *operations)
{
    char line[64], name[64];
    long rounds, i;
    while (fgets(line, sizeof line, stdin)) {
        const struct operation *one = operations;
        require(sscanf(line, "%63s %ld", name, &rounds) == 2, line);
        while (one->name && strcmp(one->name, name) != 0)
            one++;
        if (!one->name) {
            puts("unknown");
        } else if (rounds == 0) {
            const char *at = one->call();
            for (; *at; at++)
                putchar(*at == '\n' ? ' ' : *at);
            putchar('\n');
        } else {
            double start = nanoseconds();
            for (i = 0; i < rounds; i++)
                one->call();
            printf("%.1f\n", (nanoseconds() - start) / (double)rounds);
        }
        fflush(stdout);
    }
    return 0;
}
