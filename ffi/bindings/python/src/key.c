/* Keys, and what is done with one. */
#include "native.h"

typedef struct {
    PyObject_HEAD
    wxp_key key;
} key_object;

static void key_free(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);

    wxp_key_wipe(&((key_object *)self)->key);
    release(self);
    Py_DECREF(type);
}

static PyType_Slot key_slots[] = {
    {Py_tp_doc, "The memory of a wxp_key. It is zero, which is no key, until key_init."},
    {Py_tp_dealloc, key_free},
    {0, NULL},
};
PyType_Spec key_spec = {"wxp._native.Key", sizeof(key_object), 0, Py_TPFLAGS_DEFAULT, key_slots};

wxp_key *key_of(PyObject *module, PyObject *argument)
{
    module_state *state = PyModule_GetState(module);

    if (Py_TYPE(argument) == (PyTypeObject *)state->key) return &((key_object *)argument)->key;
    PyErr_SetString(PyExc_TypeError, "not a Key");
    return NULL;
}

static PyObject *key_init(PyObject *module, PyObject *arguments)
{
    PyObject *self, *secret;
    int algorithm, nonstandard;
    wxp_key *key;

    if (!PyArg_ParseTuple(arguments, "OiO!p", &self, &algorithm, &PyByteArray_Type, &secret,
                          &nonstandard)
        || !(key = key_of(module, self)))
        return NULL;
    return done(module, (nonstandard ? wxp_key_init_nonstandard : wxp_key_init)(
                            key, (uint32_t)algorithm, PyByteArray_AsString(secret),
                            (size_t)PyByteArray_Size(secret)));
}

static PyObject *key_wipe(PyObject *module, PyObject *self)
{
    wxp_key *key = key_of(module, self);

    if (!key) return NULL;
    wxp_key_wipe(key);
    Py_RETURN_NONE;
}

static PyObject *sign(PyObject *module, PyObject *arguments)
{
    char out[WXP_SIGNATURE_MAX];
    const char *packed;
    Py_ssize_t packed_len;
    PyObject *self;
    wxp_status status;
    wxp_key *key;
    size_t len;

    if (!PyArg_ParseTuple(arguments, "Oy#", &self, &packed, &packed_len)
        || !(key = key_of(module, self)))
        return NULL;
    status = wxp_sign_packed(key, packed, (size_t)packed_len, out, sizeof(out), &len);
    if (status) return refuse(module, status, NULL);
    return PyUnicode_FromStringAndSize(out, (Py_ssize_t)len);
}

static PyObject *verify(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    PyObject *self;
    wxp_key *key;

    if (!PyArg_ParseTuple(arguments, "Oy#", &self, &packed, &packed_len)
        || !(key = key_of(module, self)))
        return NULL;
    return done(module, wxp_verify_packed(key, packed, (size_t)packed_len));
}

static PyObject *xml_write(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    PyObject *self;
    wxp_status status = WXP_OK;
    wxp_key *key;
    output out = {0};

    if (!PyArg_ParseTuple(arguments, "Oy#", &self, &packed, &packed_len)
        || !(key = key_of(module, self)))
        return NULL;
    out.capacity = 2 * (size_t)packed_len + 256;
    while (room(&out))
        status = wxp_xml_write_packed(key, packed, (size_t)packed_len, out.text, out.capacity,
                                      &out.len);
    return written(module, &out, status, PyBytes_FromStringAndSize);
}

static PyObject *payload(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    PyObject *self;
    int kind;
    wxp_status status = WXP_OK;
    wxp_text missing;
    wxp_key *key;
    output out = {0};

    if (!PyArg_ParseTuple(arguments, "Oiy#", &self, &kind, &packed, &packed_len)
        || !(key = key_of(module, self)))
        return NULL;
    out.capacity = 2 * (size_t)packed_len + 256;
    while (room(&out))
        status = wxp_payload_packed(key, kind, packed, (size_t)packed_len, out.text, out.capacity,
                                    &out.len, &missing);
    if (out.text && status == WXP_E_MISSING) {
        PyMem_Free(out.text);
        return refuse(module, status, text_of(missing));
    }
    return written(module, &out, status, PyUnicode_FromStringAndSize);
}

static PyObject *unconfirmed_refund(PyObject *module, PyObject *arguments)
{
    const char *sealed;
    Py_ssize_t sealed_len;
    PyObject *self;
    wxp_status status = WXP_OK;
    wxp_key *key;
    output out = {0};

    if (!PyArg_ParseTuple(arguments, "Oy#", &self, &sealed, &sealed_len)
        || !(key = key_of(module, self)))
        return NULL;
    out.capacity = (size_t)sealed_len;
    while (room(&out))
        status = wxp_unconfirmed_refund(key, sealed, (size_t)sealed_len, out.text, out.capacity,
                                        &out.len);
    return written(module, &out, status, PyBytes_FromStringAndSize);
}

/* The most fields that an explanation marks. */
enum { MARKED_MAX = 256 };

static PyObject *indexes(const size_t *marked, size_t count)
{
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    size_t at;

    for (at = 0; tuple && at < count; at++) {
        PyObject *index = PyLong_FromSize_t(marked[at]);
        if (!index) Py_CLEAR(tuple);
        else PyTuple_SetItem(tuple, (Py_ssize_t)at, index);
    }
    return tuple;
}

static PyObject *explain(PyObject *module, PyObject *arguments)
{
    const char *packed, *offered;
    Py_ssize_t packed_len, offered_len;
    size_t marked[MARKED_MAX], count;
    PyObject *self;
    int32_t cause;
    wxp_status status;
    wxp_key *key;

    if (!PyArg_ParseTuple(arguments, "Oy#y#", &self, &packed, &packed_len, &offered, &offered_len)
        || !(key = key_of(module, self)))
        return NULL;
    status = wxp_explain_packed(key, packed, (size_t)packed_len, offered, (size_t)offered_len,
                                &cause, marked, MARKED_MAX, &count);
    if (status) return refuse(module, status, NULL);
    return Py_BuildValue("iN", (int)cause, indexes(marked, count));
}

static PyObject *explain_second(PyObject *module, PyObject *arguments)
{
    const char *packed, *offered;
    Py_ssize_t packed_len, offered_len;
    size_t marked[MARKED_MAX], count;
    PyObject *self;
    int32_t second, cause;
    wxp_status status;
    wxp_key *key;

    if (!PyArg_ParseTuple(arguments, "Oy#y#", &self, &packed, &packed_len, &offered, &offered_len)
        || !(key = key_of(module, self)))
        return NULL;
    status = wxp_explain_second_packed(key, packed, (size_t)packed_len, offered,
                                       (size_t)offered_len, &second, &cause, marked, MARKED_MAX,
                                       &count);
    if (status) return refuse(module, status, NULL);
    return Py_BuildValue("iiN", (int)second, (int)cause, indexes(marked, count));
}

PyMethodDef key_methods[] = {
    {"key_init", key_init, METH_VARARGS, NULL},
    {"key_wipe", key_wipe, METH_O, NULL},
    {"sign", sign, METH_VARARGS, NULL},
    {"verify", verify, METH_VARARGS, NULL},
    {"xml_write", xml_write, METH_VARARGS, NULL},
    {"payload", payload, METH_VARARGS, NULL},
    {"unconfirmed_refund", unconfirmed_refund, METH_VARARGS, NULL},
    {"explain", explain, METH_VARARGS, NULL},
    {"explain_second", explain_second, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
