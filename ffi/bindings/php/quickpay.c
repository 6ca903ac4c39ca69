/* Wxp\QuickPay, Wxp\Timing and Wxp\Next: one payment that ends in knowing what became of it. */
#include "php_wxp.h"

typedef struct {
    wxp_quickpay payment;
    wxp_timing timing;
    bool begun;
    zend_object std;
} quickpay_object;

static zend_object_handlers handlers;

static quickpay_object *quickpay_of(zend_object *object)
{
    return (quickpay_object *)((char *)object - XtOffsetOf(quickpay_object, std));
}

static zend_object *quickpay_create(zend_class_entry *ce)
{
    quickpay_object *quickpay = zend_object_alloc(sizeof(quickpay_object), ce);

    zend_object_std_init(&quickpay->std, ce);
    quickpay->std.handlers = &handlers;
    return &quickpay->std;
}

void wxp_quickpay_startup(void)
{
    wxp_ce_quickpay->create_object = quickpay_create;
    handlers = std_object_handlers;
    handlers.offset = XtOffsetOf(quickpay_object, std);
    /* Two of one payment would not know of each other. */
    handlers.clone_obj = NULL;
    handlers.compare = zend_objects_not_comparable;
}

#define TIMING_NUMBERS 7

/* The numbers of a timing in the order of the stub, and whether the library takes them. */
static bool timing_of(wxp_timing *timing, const zend_long numbers[TIMING_NUMBERS])
{
    uint16_t *const members[TIMING_NUMBERS] = { &timing->first_query, &timing->spacing,
        &timing->total, &timing->reverse_from, &timing->reverse_spacing, &timing->reverses,
        &timing->queries };
    wxp_quickpay payment;
    int32_t step;
    uint16_t wait;

    timing->reserved = 0;
    for (int i = 0; i < TIMING_NUMBERS; i++) {
        if (numbers[i] < 0 || numbers[i] > UINT16_MAX) {
            return false;
        }
        *members[i] = (uint16_t)numbers[i];
    }
    return wxp_quickpay_new(&payment) == WXP_OK
        && wxp_quickpay_next(&payment, timing, WXP_EVENT_NONE, NULL, 0, &step, &wait) == WXP_OK;
}

ZEND_METHOD(Wxp_Timing, __construct)
{
    zend_long numbers[TIMING_NUMBERS] = { 5, 10, 45, 15, 5, 10, 5 };
    wxp_timing timing;

    ZEND_PARSE_PARAMETERS_START(0, TIMING_NUMBERS)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(numbers[0])
        Z_PARAM_LONG(numbers[1])
        Z_PARAM_LONG(numbers[2])
        Z_PARAM_LONG(numbers[3])
        Z_PARAM_LONG(numbers[4])
        Z_PARAM_LONG(numbers[5])
        Z_PARAM_LONG(numbers[6])
    ZEND_PARSE_PARAMETERS_END();
    if (Z_TYPE_P(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), 0)) != IS_UNDEF) {
        zend_throw_error(NULL, "A Wxp\\Timing cannot be changed");
        RETURN_THROWS();
    }
    if (!timing_of(&timing, numbers)) {
        wxp_throw(WXP_E_ARGUMENT, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    for (int i = 0; i < TIMING_NUMBERS; i++) {
        ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), i), numbers[i]);
    }
}

ZEND_METHOD(Wxp_QuickPay, __construct)
{
    quickpay_object *quickpay = quickpay_of(Z_OBJ_P(ZEND_THIS));
    zend_long numbers[TIMING_NUMBERS] = { 5, 10, 45, 15, 5, 10, 5 };
    zend_string *saved = NULL;
    zend_object *timing = NULL;
    wxp_status status;
    int32_t step;
    uint16_t wait;

    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(saved)
        Z_PARAM_OBJ_OF_CLASS_OR_NULL(timing, wxp_ce_timing)
    ZEND_PARSE_PARAMETERS_END();
    if (quickpay->begun) {
        zend_throw_error(NULL, "A Wxp\\QuickPay cannot begin again");
        RETURN_THROWS();
    }
    for (int i = 0; timing != NULL && i < TIMING_NUMBERS; i++) {
        zval *number = OBJ_PROP_NUM(timing, i);
        /* One made without its constructor has none. */
        numbers[i] = Z_TYPE_P(number) == IS_LONG ? Z_LVAL_P(number) : -1;
    }
    status = timing_of(&quickpay->timing, numbers) ? WXP_OK : WXP_E_ARGUMENT;
    if (status == WXP_OK && saved == NULL) {
        status = wxp_quickpay_new(&quickpay->payment);
    } else if (status == WXP_OK && ZSTR_LEN(saved) != sizeof(wxp_quickpay)) {
        status = WXP_E_ARGUMENT;
    } else if (status == WXP_OK) {
        memcpy(&quickpay->payment, ZSTR_VAL(saved), sizeof(wxp_quickpay));
        /* Damage shows now, and whatever is told first, the order is not asked for again. */
        status = wxp_quickpay_next(&quickpay->payment, &quickpay->timing, WXP_EVENT_RESUMED, NULL,
            0, &step, &wait);
    }
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    quickpay->begun = true;
}

ZEND_METHOD(Wxp_QuickPay, next)
{
    quickpay_object *quickpay = quickpay_of(Z_OBJ_P(ZEND_THIS));
    zend_object *event = NULL, *judgment = NULL;
    zend_long seconds = 0;
    wxp_status status = WXP_E_ARGUMENT;
    int32_t step;
    uint16_t wait;

    ZEND_PARSE_PARAMETERS_START(0, 3)
        Z_PARAM_OPTIONAL
        Z_PARAM_OBJ_OF_CLASS(event, wxp_ce_event)
        Z_PARAM_LONG(seconds)
        Z_PARAM_OBJ_OF_CLASS_OR_NULL(judgment, wxp_ce_judgment)
    ZEND_PARSE_PARAMETERS_END();
    if (seconds >= 0) {
        /* A terminal can be off for longer than the library counts; more makes no difference. */
        status = wxp_quickpay_next(&quickpay->payment, &quickpay->timing,
            event != NULL ? (int32_t)wxp_number_of(event) : WXP_EVENT_NONE,
            judgment != NULL ? &wxp_judgment_of(judgment)->verdict : NULL,
            (uint16_t)MIN(seconds, UINT16_MAX), &step, &wait);
    }
    if (status != WXP_OK) {
        wxp_throw(status, NULL, WXP_NOWHERE);
        RETURN_THROWS();
    }
    object_init_ex(return_value, wxp_ce_next);
    wxp_set_case(OBJ_PROP_NUM(Z_OBJ_P(return_value), 0), wxp_ce_step, step);
    ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(return_value), 1), wait);
}

ZEND_METHOD(Wxp_QuickPay, save)
{
    const quickpay_object *quickpay = quickpay_of(Z_OBJ_P(ZEND_THIS));

    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_STRINGL((const char *)&quickpay->payment, sizeof(wxp_quickpay));
}

ZEND_METHOD(Wxp_Next, __construct)
{
    ZEND_PARSE_PARAMETERS_NONE();
}
