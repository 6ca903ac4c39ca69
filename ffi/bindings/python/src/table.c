/* Packed tables. */
#include <string.h>

#include "native.h"

/* The text of a name or value, for the usual types; NULL without an exception for others. */
static PyObject *piece(PyObject *value, int is_name, PyObject *empty)
{
    if (Py_TYPE(value) == &PyUnicode_Type || (!is_name && value == Py_None)) {
        value = value == Py_None ? empty : value;
        Py_INCREF(value);
        return value;
    }
    /* Not a bool, which is another type. */
    return !is_name && Py_TYPE(value) == &PyLong_Type ? PyObject_Str(value) : NULL;
}

/* Name, NUL, value, NUL, and so on, as a list to be joined. */
static PyObject *pieces(PyObject *fields, PyObject *empty)
{
    Py_ssize_t at = 0, position = 0;
    PyObject *name, *value, *list = PyList_New(2 * PyDict_Size(fields) + 1);

    while (list && PyDict_Next(fields, &position, &name, &value)) {
        name = piece(name, 1, empty);
        value = name ? piece(value, 0, empty) : NULL;
        if (value) {
            PyList_SetItem(list, at++, name);
            PyList_SetItem(list, at++, value);
        } else {
            Py_XDECREF(name);
            Py_CLEAR(list);
        }
    }
    if (list) {
        Py_INCREF(empty);
        PyList_SetItem(list, at, empty);
    }
    return list;
}

/* The packed form of a dict of str, int and None; None for what needs a closer look. */
static PyObject *pack(PyObject *module, PyObject *fields)
{
    PyObject *nul, *empty, *list = NULL, *text = NULL, *packed = NULL;

    (void)module;
    nul = PyUnicode_FromStringAndSize("", 1);
    empty = PyUnicode_FromStringAndSize("", 0);
    if (nul && empty && Py_TYPE(fields) == &PyDict_Type && PyDict_Size(fields) <= WXP_PACKED_MAX)
        list = pieces(fields, empty);
    if (list) text = PyUnicode_Join(nul, list);
    if (text) packed = PyUnicode_AsUTF8String(text);
    Py_XDECREF(nul);
    Py_XDECREF(empty);
    Py_XDECREF(list);
    Py_XDECREF(text);
    if (packed) { /* no NUL but those between */
        const char *at = PyBytes_AsString(packed), *end = at + PyBytes_Size(packed);
        Py_ssize_t count = 0;
        while (at != end) count += !*at++;
        if (count == 2 * PyDict_Size(fields)) return packed;
        Py_DECREF(packed);
    }
    PyErr_Clear();
    Py_RETURN_NONE;
}

static PyObject *check(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    size_t index = 0, offset = 0;
    wxp_status status;

    if (!PyArg_ParseTuple(arguments, "y#", &packed, &packed_len)) return NULL;
    status = wxp_check_packed(packed, (size_t)packed_len, &index, &offset);
    if (status)
        return refuse(module, status,
                      Py_BuildValue("nn", (Py_ssize_t)index, (Py_ssize_t)offset));
    Py_RETURN_NONE;
}

static PyObject *canonical(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    wxp_status status = WXP_OK;
    output out = {0};

    if (!PyArg_ParseTuple(arguments, "y#", &packed, &packed_len)) return NULL;
    out.capacity = (size_t)packed_len;
    while (room(&out))
        status = wxp_canonical_packed(packed, (size_t)packed_len, out.text, out.capacity, &out.len);
    return written(module, &out, status, PyUnicode_FromStringAndSize);
}

PyMethodDef table_methods[] = {
    {"pack", pack, METH_O, NULL},
    {"check", check, METH_VARARGS, NULL},
    {"canonical", canonical, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
