/* Stands for an HTTPS client: answers every request with a payment of the order 42. */
#include <stdio.h>
#include <string.h>

#include <wxp.h>

size_t post(const char *path, const char *request, size_t len, char *answer, size_t capacity)
{
    FILE *file = fopen("answer.xml", "rb");
    size_t got = fread(answer, 1, capacity, file);
    fclose(file);
    return strcmp(path, "/pay/micropay") == 0 && memcmp(request + len - 6, "</xml>", 6) == 0 ? got : 0;
}

const char *pay(const wxp_key *key);

int main(void)
{
    wxp_key key;
    char secret[33];
    FILE *file = fopen("key", "r");
    if (fread(secret, 1, 32, file) != 32 || wxp_key_init(&key, WXP_HMAC_SHA256, secret, 32)) return 1;
    fclose(file);
    puts(pay(&key));
    wxp_key_wipe(&key);
    return 0;
}
