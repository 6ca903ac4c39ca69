/* What messages mean, and the Quick Pay procedure. A verdict goes to Python as its bytes too, which
 * point into the packed table that was judged. */
#include <string.h>

#include "native.h"

static PyObject *judge(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    PyObject *self;
    int source;
    wxp_status status;
    wxp_verdict verdict;
    wxp_key *key;

    if (!PyArg_ParseTuple(arguments, "Oiy#", &self, &source, &packed, &packed_len)
        || !(key = key_of(module, self)))
        return NULL;
    status = wxp_judge_packed(key, source, packed, (size_t)packed_len, &verdict);
    if (status) return refuse(module, status, NULL);
    return Py_BuildValue("y#Niiiiiiii", (char *)&verdict, (Py_ssize_t)sizeof(verdict),
                         text_of(verdict.fault_field), (int)verdict.verdict, (int)verdict.outcome,
                         (int)verdict.action, (int)verdict.advice, (int)verdict.fault,
                         (int)verdict.ambiguous, (int)verdict.source, (int)verdict.order);
}

/* The verdict of bytes that judge gave. */
static int verdict_of(const char *bytes, Py_ssize_t len, wxp_verdict *verdict)
{
    if (len == sizeof(*verdict)) {
        memcpy(verdict, bytes, sizeof(*verdict));
        return 1;
    }
    PyErr_SetString(PyExc_TypeError, "not a verdict");
    return 0;
}

static PyObject *expect(PyObject *module, PyObject *arguments)
{
    const char *bytes, *packed, *expected;
    Py_ssize_t len, packed_len, expected_len;
    wxp_status status;
    wxp_verdict verdict;
    wxp_text differs;

    if (!PyArg_ParseTuple(arguments, "y#y#y#", &bytes, &len, &packed, &packed_len, &expected,
                          &expected_len)
        || !verdict_of(bytes, len, &verdict))
        return NULL;
    status = wxp_expect_packed(&verdict, packed, (size_t)packed_len, expected,
                               (size_t)expected_len, &differs);
    return status == WXP_E_DIFFERS ? refuse(module, status, text_of(differs))
                                   : done(module, status);
}

static PyObject *quickpay_new(PyObject *module, PyObject *none)
{
    wxp_quickpay payment;
    wxp_status status = wxp_quickpay_new(&payment);

    (void)none;
    if (status) return refuse(module, status, NULL);
    return PyBytes_FromStringAndSize((char *)&payment, sizeof(payment));
}

/* The state after the event, the step, and how long to wait. */
static PyObject *quickpay_next(PyObject *module, PyObject *arguments)
{
    const char *saved, *bytes;
    Py_ssize_t saved_len, len;
    int event;
    int32_t step;
    unsigned short seconds;
    uint16_t wait;
    wxp_quickpay payment;
    wxp_status status;
    wxp_timing timing = {0};
    wxp_verdict verdict;

    if (!PyArg_ParseTuple(arguments, "y#(HHHHHHH)iz#H", &saved, &saved_len, &timing.first_query,
                          &timing.spacing, &timing.total, &timing.reverse_from,
                          &timing.reverse_spacing, &timing.reverses, &timing.queries, &event,
                          &bytes, &len, &seconds)
        || (bytes && !verdict_of(bytes, len, &verdict)))
        return NULL;
    if (saved_len != sizeof(payment)) return refuse(module, WXP_E_ARGUMENT, NULL);
    memcpy(&payment, saved, sizeof(payment));
    status = wxp_quickpay_next(&payment, &timing, event, bytes ? &verdict : NULL, seconds, &step,
                               &wait);
    if (status) return refuse(module, status, NULL);
    return Py_BuildValue("y#ii", (char *)&payment, (Py_ssize_t)sizeof(payment), (int)step,
                         (int)wait);
}

PyMethodDef judge_methods[] = {
    {"judge", judge, METH_VARARGS, NULL},
    {"expect", expect, METH_VARARGS, NULL},
    {"quickpay_new", quickpay_new, METH_NOARGS, NULL},
    {"quickpay_next", quickpay_next, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
