/* A 32-bit RISC-V from reset to main, as start.c is for a Cortex-M: for the machine
 * `virt` of QEMU, which has RAM at 0x80000000 and offers semihosting. */
#include <stdint.h>

#include "terminal.h"

int main(void);

/* The three instructions in a row are what tells a debugger of the call. */
static void semihost(long operation, const void *argument)
{
    register long a0 __asm__("a0") = operation;
    register const void *a1 __asm__("a1") = argument;
    __asm__ volatile(".option push\n\t.option norvc\n\t.balign 16\n\t"
                     "slli x0, x0, 0x1f\n\tebreak\n\tsrai x0, x0, 7\n\t.option pop"
                     : "+r"(a0) : "r"(a1) : "memory");
}

void show(const char *text)
{
    semihost(0x04, text); /* SYS_WRITE0 */
}

static _Noreturn void end(uint32_t status)
{
    uint32_t exit[2] = {0x20026, status}; /* ADP_Stopped_ApplicationExit */
    semihost(0x20, exit);                 /* SYS_EXIT_EXTENDED */
    for (;;) {}
}

static __attribute__((used, aligned(4))) _Noreturn void trap(void)
{
    show("FAIL the processor trapped\n");
    end(70);
}

/* The compiler calls this for what it copies; libwxp has its own. */
__attribute__((optimize("no-tree-loop-distribute-patterns")))
void *memcpy(void *to, const void *from, size_t len)
{
    size_t i;
    for (i = 0; i < len; i++) ((char *)to)[i] = ((const char *)from)[i];
    return to;
}

/* QEMU clears the RAM and loads what is not zero. */
static __attribute__((used)) _Noreturn void run(void)
{
    end((uint32_t)main());
}

__attribute__((naked, section(".reset"))) void reset(void)
{
    __asm__ volatile("la sp, stack_top\n\tla t0, trap\n\tcsrw mtvec, t0\n\tj run");
}
