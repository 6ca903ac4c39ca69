/* A terminal on Linux: the operating system starts the program. */
#include <stdio.h>

#include "terminal.h"

void show(const char *text)
{
    fputs(text, stdout);
}
