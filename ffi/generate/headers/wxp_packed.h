/*
 * wxp_packed.h: the calls of wxp.h and wxp_protocol.h that take a table, for languages that build
 * structs of C slowly. The rules at the head of wxp.h apply.
 *
 * A packed table is one text: the name of a field, NUL, its value, NUL, and so on for each field,
 * in any order. A table that the library writes is sorted by name. A malformed table is
 * WXP_E_PACKED. A table of more than WXP_PACKED_MAX fields is WXP_E_TOO_MANY_FIELDS.
 */
#ifndef WXP_PACKED_H
#define WXP_PACKED_H

#include "wxp_protocol.h"

#ifdef __cplusplus
extern "C" {
#endif

@sections@

#ifdef __cplusplus
}
#endif

#endif /* WXP_PACKED_H */
