/* A Cortex-M from reset to main, without a C library. A debugger takes what
 * is shown, and the exit status: semihosting, as QEMU and most probes offer. */
#include <stdint.h>

#include "terminal.h"

int main(void);

extern uint32_t stack_top[], data_load[], data_start[], data_end[], bss_start[], bss_end[];

static void semihost(int operation, const void *argument)
{
    register int r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

void show(const char *text)
{
    semihost(0x04, text); /* SYS_WRITE0 */
}

static _Noreturn void end(int status)
{
    uint32_t exit[2] = {0x20026, (uint32_t)status}; /* ADP_Stopped_ApplicationExit */
    semihost(0x20, exit);                           /* SYS_EXIT_EXTENDED */
    for (;;) {}
}

_Noreturn void reset(void)
{
#ifdef __ARM_FP
    /* Compiled to use the floating-point unit, which is off after a reset: CPACR,
     * full access to coprocessors 10 and 11. */
    *(volatile uint32_t *)0xE000ED88 |= (uint32_t)0xF << 20;
    __asm__ volatile("dsb\n\tisb" : : : "memory");
#endif
    uint32_t *from = data_load, *to;
    for (to = data_start; to < data_end;) *to++ = *from++;
    for (to = bss_start; to < bss_end;) *to++ = 0;
    end(main());
}

static _Noreturn void fault(void)
{
    show("FAIL the processor faulted\n");
    end(70);
}

/* What the processor looks up: the stack, where to begin, and where to go on
 * NMI and faults. Nothing is enabled that interrupts. */
static const struct {
    uint32_t *stack;
    void (*handlers[6])(void);
} vectors __attribute__((section(".vectors"), used)) = {
    stack_top, {reset, fault, fault, fault, fault, fault}};
