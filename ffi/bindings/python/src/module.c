/* The module, and how results and refusals become objects. */
#include "native.h"

PyObject *refuse(PyObject *module, wxp_status status, PyObject *place)
{
    module_state *state = PyModule_GetState(module);
    PyObject *why;

    if (PyErr_Occurred()) { /* of what was to be the place */
        Py_XDECREF(place);
        return NULL;
    }
    why = Py_BuildValue("iO", (int)status, place ? place : Py_None);
    Py_XDECREF(place);
    if (why) PyErr_SetObject(state->refused, why);
    Py_XDECREF(why);
    return NULL;
}

PyObject *done(PyObject *module, wxp_status status)
{
    if (status) return refuse(module, status, NULL);
    Py_RETURN_NONE;
}

PyObject *text_of(wxp_text text)
{
    return PyUnicode_FromStringAndSize(text.text, (Py_ssize_t)text.len);
}

int room(output *out)
{
    if (out->text) {
        if (out->len <= out->capacity) return 0;
        PyMem_Free(out->text);
        out->capacity = out->len;
    }
    out->len = 0;
    out->text = PyMem_Malloc(out->capacity);
    return out->text != NULL;
}

PyObject *written_at(PyObject *module, output *out, wxp_status status, size_t fault, make *object)
{
    PyObject *made;

    if (!out->text) return PyErr_NoMemory();
    if (!status) made = object(out->text, (Py_ssize_t)out->len);
    else made = refuse(module, status, fault == NOWHERE ? NULL : PyLong_FromSize_t(fault));
    PyMem_Free(out->text);
    return made;
}

PyObject *written(PyObject *module, output *out, wxp_status status, make *object)
{
    return written_at(module, out, status, NOWHERE, object);
}

static int fill(PyObject *module)
{
    PyMethodDef *methods[] = {table_methods, key_methods, judge_methods, document_methods,
                              request_methods, fact_methods};
    module_state *state = PyModule_GetState(module);
    size_t at;

    state->refused = PyErr_NewExceptionWithDoc(
        "wxp._native.Refused", "What libwxp refuses: a status, and where.", NULL, NULL);
    state->key = PyType_FromSpec(&key_spec);
    if (!state->refused || !state->key) return -1;
    Py_INCREF(state->refused);
    if (PyModule_AddObject(module, "Refused", state->refused)) return -1;
    Py_INCREF(state->key);
    if (PyModule_AddObject(module, "Key", state->key)) return -1;
    for (at = 0; at < sizeof(methods) / sizeof(*methods); at++)
        if (PyModule_AddFunctions(module, methods[at])) return -1;
    return PyModule_AddIntConstant(module, "PACKED_MAX", WXP_PACKED_MAX)
        || PyModule_AddIntConstant(module, "ENTROPY_SIZE", WXP_ENTROPY_SIZE)
        || PyModule_AddIntConstant(module, "QUICKPAY_SIZE", sizeof(wxp_quickpay))
        || PyModule_AddIntConstant(module, "HELD_KEY", WXP_FIELDS_HELD_KEY)
        || PyModule_AddIntConstant(module, "GUESSED", WXP_FIELDS_GUESSED) ? -1 : 0;
}

static int visit(PyObject *module, visitproc visit, void *arg)
{
    module_state *state = PyModule_GetState(module);

    Py_VISIT(state->refused);
    Py_VISIT(state->key);
    return 0;
}

static int clear(PyObject *module)
{
    module_state *state = PyModule_GetState(module);

    Py_CLEAR(state->refused);
    Py_CLEAR(state->key);
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, fill}, {0, NULL}};
static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "wxp._native", "libwxp, function by function.", sizeof(module_state),
    NULL, slots, visit, clear, NULL,
};

PyMODINIT_FUNC PyInit__native(void)
{
    return PyModuleDef_Init(&definition);
}
