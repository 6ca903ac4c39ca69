/* A payment by Quick Pay: the customer shows a code, the terminal scans it. */
#ifndef PAYMENT_H
#define PAYMENT_H

#include <wxp.h>

/* What is paid; texts end with NUL. */
typedef struct {
    const char *secret;       /* the API key, 32 characters */
    const char *out_trade_no; /* the merchant's number for it, never used before */
    const char *auth_code;    /* the customer's code */
    const char *body;         /* what the customer sees */
    const char *total_fee;    /* fen */
} payment_order;

typedef struct {
    wxp_quickpay state;
    int32_t step;  /* what to do now: a WXP_STEP_ number */
    uint16_t wait; /* seconds, for WXP_STEP_WAIT */
} payment;

/* Begins a payment, or goes on with the one that was kept through a power cut. */
wxp_status payment_begin(payment *payment);
wxp_status payment_resume(payment *payment);

/* Carries out what is to be done now, and finds out what to do next. Finished
 * when payment->step is WXP_STEP_PAID or above. */
wxp_status payment_go_on(payment *payment, const payment_order *order);

#endif
