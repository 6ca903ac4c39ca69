/* What is found wrong with requests. */
#include <string.h>

#include "native.h"

/* More than most requests have. */
enum { USUAL = 16 };

/* As the fields of the class Finding, with what finding_text reads at the end. */
static PyObject *finding(const wxp_finding *found)
{
    const uint16_t *details = found->details;
    PyObject *index = Py_None;

    if (found->index == SIZE_MAX) Py_INCREF(index);
    else index = PyLong_FromSize_t(found->index);
    return Py_BuildValue("iiNNnnN(NNN)NN(iiiii)", (int)found->kind, (int)found->certain,
                         text_of(found->field), index, (Py_ssize_t)found->offset,
                         (Py_ssize_t)found->limit, text_of(found->meant),
                         text_of(found->others[0]), text_of(found->others[1]),
                         text_of(found->others[2]), text_of(found->because),
                         text_of(found->because_value), details[0], details[1], details[2],
                         details[3], details[4]);
}

static PyObject *list_of(const wxp_finding *findings, size_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    size_t at;

    for (at = 0; list && at < count; at++) {
        PyObject *one = finding(&findings[at]);
        if (!one) Py_CLEAR(list);
        else PyList_SetItem(list, (Py_ssize_t)at, one);
    }
    return list;
}

static PyObject *check_request(PyObject *module, PyObject *arguments)
{
    const char *packed;
    Py_ssize_t packed_len;
    size_t capacity = USUAL, count = 0;
    int source, algorithm;
    wxp_finding *findings = NULL;
    wxp_status status;
    PyObject *list;

    if (!PyArg_ParseTuple(arguments, "iiy#", &source, &algorithm, &packed, &packed_len))
        return NULL;
    do {
        capacity = count > capacity ? count : capacity;
        PyMem_Free(findings);
        findings = PyMem_Malloc(capacity * sizeof(*findings));
        if (!findings) return PyErr_NoMemory();
        status = wxp_check_request_packed(source, (uint32_t)algorithm, packed, (size_t)packed_len,
                                          findings, capacity, &count);
    } while (status == WXP_E_SPACE);
    list = status ? refuse(module, status, NULL) : list_of(findings, count);
    PyMem_Free(findings);
    return list;
}

static PyObject *finding_text(PyObject *module, PyObject *arguments)
{
    int kind, language;
    Py_ssize_t offset, field_len;
    wxp_finding found;
    wxp_status status = WXP_OK;
    output out = {.capacity = 256};

    memset(&found, 0, sizeof(found));
    if (!PyArg_ParseTuple(arguments, "iy#n(HHHHH)i", &kind, &found.field.text, &field_len, &offset,
                          &found.details[0], &found.details[1], &found.details[2],
                          &found.details[3], &found.details[4], &language))
        return NULL;
    found.kind = kind;
    found.offset = (size_t)offset;
    found.field.len = (size_t)field_len;
    while (room(&out))
        status = wxp_finding_text(&found, language, out.text, out.capacity, &out.len);
    return written(module, &out, status, PyUnicode_FromStringAndSize);
}

PyMethodDef request_methods[] = {
    {"check_request", check_request, METH_VARARGS, NULL},
    {"finding_text", finding_text, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
