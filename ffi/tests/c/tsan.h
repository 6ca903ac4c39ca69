/* What Rust's instrumentation for ThreadSanitizer calls, and runtimes before
 * Clang 15 do not have. */
#ifdef __clang__
#include <string.h>

#define FALLBACK __attribute__((weak)) void *
FALLBACK __tsan_memcpy(void *to, const void *from, size_t n);
FALLBACK __tsan_memmove(void *to, const void *from, size_t n);
FALLBACK __tsan_memset(void *to, int byte, size_t n);
void *__tsan_memcpy(void *to, const void *from, size_t n) { return memcpy(to, from, n); }
void *__tsan_memmove(void *to, const void *from, size_t n) { return memmove(to, from, n); }
void *__tsan_memset(void *to, int byte, size_t n) { return memset(to, byte, n); }
#endif
