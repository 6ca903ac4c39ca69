/* Documents, and bodies that are something else. Where one is refused, the place is an offset. */
#include "native.h"

typedef wxp_status reader(const char *document, size_t document_len, char *out, size_t capacity,
                          size_t *len, size_t *fault);

/* The packed table of a document, which is never longer. */
static PyObject *read_by(reader *read, PyObject *module, PyObject *arguments)
{
    const char *document;
    Py_ssize_t len;
    size_t fault = 0;
    wxp_status status = WXP_OK;
    output out = {0};

    if (!PyArg_ParseTuple(arguments, "y#", &document, &len)) return NULL;
    out.capacity = (size_t)len;
    while (room(&out))
        status = read(document, (size_t)len, out.text, out.capacity, &out.len, &fault);
    return written_at(module, &out, status, fault, PyBytes_FromStringAndSize);
}

static PyObject *xml_read(PyObject *module, PyObject *arguments)
{
    return read_by(wxp_xml_read_packed, module, arguments);
}

static PyObject *xml_read_nested(PyObject *module, PyObject *arguments)
{
    return read_by(wxp_xml_read_nested_packed, module, arguments);
}

static PyObject *xml_records(PyObject *module, PyObject *arguments)
{
    return read_by(wxp_xml_records_packed, module, arguments);
}

static PyObject *refund_read(PyObject *module, PyObject *arguments)
{
    return read_by(wxp_refund_read_packed, module, arguments);
}

static PyObject *body(PyObject *module, PyObject *arguments)
{
    const char *text;
    Py_ssize_t len;

    (void)module;
    if (!PyArg_ParseTuple(arguments, "y#", &text, &len)) return NULL;
    return PyLong_FromLong(wxp_body(text, (size_t)len));
}

static PyObject *page(PyObject *module, PyObject *arguments)
{
    const char *text;
    Py_ssize_t len;

    (void)module;
    if (!PyArg_ParseTuple(arguments, "y#", &text, &len)) return NULL;
    return PyLong_FromLong(wxp_page(text, (size_t)len));
}

/* The number of the layer, or 0, and what is below it. */
static PyObject *body_undo(PyObject *module, PyObject *arguments)
{
    const char *text;
    Py_ssize_t len;
    size_t fault = 0;
    int32_t layer = 0;
    wxp_status status = WXP_OK;
    output out = {0};
    PyObject *below;

    if (!PyArg_ParseTuple(arguments, "y#", &text, &len)) return NULL;
    out.capacity = 2 * (size_t)len;
    while (room(&out))
        status = wxp_body_undo(text, (size_t)len, &layer, out.text, out.capacity, &out.len, &fault);
    below = written_at(module, &out, status, fault, PyBytes_FromStringAndSize);
    return below ? Py_BuildValue("iN", (int)layer, below) : NULL;
}

/* The packed table of a text that is a list of fields, and its traits. */
static PyObject *body_fields(PyObject *module, PyObject *arguments)
{
    const char *text;
    Py_ssize_t len;
    size_t fault = NOWHERE;
    int32_t traits = 0;
    wxp_status status = WXP_OK;
    output out = {0};
    PyObject *packed, *scratch;

    if (!PyArg_ParseTuple(arguments, "y#", &text, &len)) return NULL;
    scratch = PyBytes_FromStringAndSize(NULL, len);
    if (!scratch) return NULL;
    out.capacity = (size_t)len + 2;
    while (room(&out))
        status = wxp_body_fields_packed(text, (size_t)len, PyBytes_AsString(scratch), (size_t)len,
                                        out.text, out.capacity, &out.len, &traits, &fault);
    Py_DECREF(scratch);
    packed = written_at(module, &out, status, fault, PyBytes_FromStringAndSize);
    return packed ? Py_BuildValue("Ni", packed, (int)traits) : NULL;
}

PyMethodDef document_methods[] = {
    {"xml_read", xml_read, METH_VARARGS, NULL},
    {"xml_read_nested", xml_read_nested, METH_VARARGS, NULL},
    {"xml_records", xml_records, METH_VARARGS, NULL},
    {"refund_read", refund_read, METH_VARARGS, NULL},
    {"body", body, METH_VARARGS, NULL},
    {"page", page, METH_VARARGS, NULL},
    {"body_undo", body_undo, METH_VARARGS, NULL},
    {"body_fields", body_fields, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
