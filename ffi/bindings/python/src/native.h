/* What the files of the extension wxp._native share. It has no knowledge of its own: each function
 * calls one of libwxp, and gives bytes, str, int and tuples of them; the classes are in Python.
 *
 * Python's lock is held during every call, so that no other thread can wipe a key meanwhile. Nothing
 * here is newer than the stable ABI of Python 3.9. */
#ifndef WXP_NATIVE_H
#define WXP_NATIVE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <wxp.h>
#include <wxp_packed.h>
#include <wxp_protocol.h>

typedef struct {
    PyObject *refused; /* The exception Refused. */
    PyObject *key;     /* The type Key. */
} module_state;

/* Raises Refused(status, place), for NULL. The place is released; NULL is None. */
PyObject *refuse(PyObject *module, wxp_status status, PyObject *place);

/* None, or Refused. */
PyObject *done(PyObject *module, wxp_status status);

/* The memory of an argument that has to be a Key; NULL with a TypeError for another. */
wxp_key *key_of(PyObject *module, PyObject *argument);

/* The str of a text of libwxp. */
PyObject *text_of(wxp_text text);

/* What a function of libwxp writes, in as much room as that needs:
 *
 *     output out = {.capacity = 256};
 *     while (room(&out)) status = wxp_…(…, out.text, out.capacity, &out.len);
 *     return written(module, &out, status, PyBytes_FromStringAndSize);
 */
typedef struct {
    size_t capacity;
    size_t len;
    char *text;
} output;

/* Whether to call: at first, and again if there was too little room. */
int room(output *out);

typedef PyObject *make(const char *text, Py_ssize_t len);

/* What was written as an object; or Refused, or the exception of too little memory. */
PyObject *written(PyObject *module, output *out, wxp_status status, make *object);

#define NOWHERE SIZE_MAX
/* The same, where the place of a refusal is an offset, or NOWHERE. */
PyObject *written_at(PyObject *module, output *out, wxp_status status, size_t fault, make *object);

/* What each file adds to the module. */
extern PyMethodDef table_methods[], key_methods[], judge_methods[], document_methods[],
    request_methods[], fact_methods[];
extern PyType_Spec key_spec;

#endif
