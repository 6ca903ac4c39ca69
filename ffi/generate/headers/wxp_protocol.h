/*
 * wxp_protocol.h: what fewer programs need of the WeChat Pay V2 API: facts about its operations,
 * nested documents, second signatures, refund notices, times and amounts, bills, and why a
 * signature is wrong. The rules at the head of wxp.h apply.
 */
#ifndef WXP_PROTOCOL_H
#define WXP_PROTOCOL_H

#include "wxp.h"

#ifdef __cplusplus
extern "C" {
#endif

@sections@

#ifdef __cplusplus
}
#endif

#endif /* WXP_PROTOCOL_H */
