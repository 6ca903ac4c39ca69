/* Facts about operations, notices and codes, and all texts. */
#include "native.h"

/* A function of Python for one of libwxp that says a number in a language; None for NULL. */
#define TEXT(name)                                                            \
    static PyObject *name(PyObject *module, PyObject *arguments)              \
    {                                                                         \
        int number, language;                                                 \
                                                                              \
        (void)module;                                                         \
        if (!PyArg_ParseTuple(arguments, "ii", &number, &language)) return NULL; \
        return Py_BuildValue("s", wxp_##name(number, language));              \
    }

TEXT(status_text)
TEXT(body_text)
TEXT(page_text)
TEXT(layer_text)
TEXT(advice_text)
TEXT(endpoint_purpose)
TEXT(cause_text)
TEXT(second_text)
TEXT(hint_text)

static PyObject *hint(PyObject *module, PyObject *arguments)
{
    int cause, sender;
    Py_ssize_t rank;

    (void)module;
    if (!PyArg_ParseTuple(arguments, "iin", &cause, &sender, &rank)) return NULL;
    return PyLong_FromLong(wxp_hint(cause, sender, (size_t)rank));
}

static PyObject *refusal_hint(PyObject *module, PyObject *arguments)
{
    const char *message;
    Py_ssize_t len, rank;

    (void)module;
    if (!PyArg_ParseTuple(arguments, "y#n", &message, &len, &rank)) return NULL;
    return PyLong_FromLong(wxp_refusal_hint(message, (size_t)len, (size_t)rank));
}

static PyObject *source_find(PyObject *module, PyObject *arguments)
{
    const char *name;
    Py_ssize_t len;
    int32_t number;
    wxp_status status;

    if (!PyArg_ParseTuple(arguments, "y#", &name, &len)) return NULL;
    status = wxp_source_find(name, (size_t)len, &number);
    return status ? refuse(module, status, NULL) : PyLong_FromLong(number);
}

static PyObject *source_name(PyObject *module, PyObject *arguments)
{
    int number;

    (void)module;
    if (!PyArg_ParseTuple(arguments, "i", &number)) return NULL;
    return Py_BuildValue("s", wxp_source_name(number));
}

/* The members in their order, but for those that are reserved. */
static PyObject *endpoint(PyObject *module, wxp_status status, const wxp_endpoint *found)
{
    if (status) return refuse(module, status, NULL);
    return Py_BuildValue("NNNiiiiiiiiiiii", text_of(found->path), text_of(found->host),
                         text_of(found->backup_host), (int)found->get, (int)found->certificate,
                         (int)found->algorithms, (int)found->default_algorithm,
                         (int)found->sign_type, (int)found->answer_signed, (int)found->format,
                         (int)found->nonce, (int)found->repeatable, (int)found->moves_money,
                         (int)found->deprecated, (int)found->number);
}

static PyObject *endpoint_find(PyObject *module, PyObject *arguments)
{
    const char *address;
    Py_ssize_t len;
    wxp_endpoint found;

    if (!PyArg_ParseTuple(arguments, "y#", &address, &len)) return NULL;
    return endpoint(module, wxp_endpoint_find(address, (size_t)len, &found), &found);
}

static PyObject *endpoint_at(PyObject *module, PyObject *arguments)
{
    Py_ssize_t index;
    wxp_endpoint found;

    if (!PyArg_ParseTuple(arguments, "n", &index)) return NULL;
    return endpoint(module, wxp_endpoint_at((size_t)index, &found), &found);
}

static PyObject *endpoint_count(PyObject *module, PyObject *none)
{
    (void)module;
    (void)none;
    return PyLong_FromSize_t(wxp_endpoint_count());
}

static PyObject *advice(PyObject *module, PyObject *arguments)
{
    const char *code;
    Py_ssize_t len;
    int source;
    int32_t action, number;
    wxp_status status;

    if (!PyArg_ParseTuple(arguments, "iy#", &source, &code, &len)) return NULL;
    status = wxp_advice(source, code, (size_t)len, &action, &number);
    if (status) return refuse(module, status, NULL);
    return Py_BuildValue("ii", (int)action, (int)number);
}

static PyObject *acknowledge(PyObject *module, PyObject *arguments)
{
    int notice, taken;
    wxp_status status = WXP_OK;
    output out = {.capacity = 256};

    if (!PyArg_ParseTuple(arguments, "ip", &notice, &taken)) return NULL;
    while (room(&out)) status = wxp_acknowledge(notice, taken, out.text, out.capacity, &out.len);
    return written(module, &out, status, PyBytes_FromStringAndSize);
}

static PyObject *nonce(PyObject *module, PyObject *arguments)
{
    const char *entropy;
    Py_ssize_t len;
    wxp_status status = WXP_OK;
    output out = {.capacity = 32};

    if (!PyArg_ParseTuple(arguments, "y#", &entropy, &len)) return NULL;
    while (room(&out))
        status = wxp_nonce(entropy, (size_t)len, out.text, out.capacity, &out.len);
    return written(module, &out, status, PyUnicode_FromStringAndSize);
}

static PyObject *version(PyObject *module, PyObject *none)
{
    (void)module;
    (void)none;
    return PyUnicode_FromString(wxp_version());
}

PyMethodDef fact_methods[] = {
    {"status_text", status_text, METH_VARARGS, NULL},
    {"body_text", body_text, METH_VARARGS, NULL},
    {"page_text", page_text, METH_VARARGS, NULL},
    {"layer_text", layer_text, METH_VARARGS, NULL},
    {"advice_text", advice_text, METH_VARARGS, NULL},
    {"endpoint_purpose", endpoint_purpose, METH_VARARGS, NULL},
    {"cause_text", cause_text, METH_VARARGS, NULL},
    {"second_text", second_text, METH_VARARGS, NULL},
    {"hint_text", hint_text, METH_VARARGS, NULL},
    {"hint", hint, METH_VARARGS, NULL},
    {"refusal_hint", refusal_hint, METH_VARARGS, NULL},
    {"source_find", source_find, METH_VARARGS, NULL},
    {"source_name", source_name, METH_VARARGS, NULL},
    {"endpoint_find", endpoint_find, METH_VARARGS, NULL},
    {"endpoint_at", endpoint_at, METH_VARARGS, NULL},
    {"endpoint_count", endpoint_count, METH_NOARGS, NULL},
    {"advice", advice, METH_VARARGS, NULL},
    {"acknowledge", acknowledge, METH_VARARGS, NULL},
    {"nonce", nonce, METH_VARARGS, NULL},
    {"version", version, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
