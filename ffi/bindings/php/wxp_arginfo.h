/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 0e2ec9cfbfeb9c40fce8df1dba12e4126bb1bc64 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxp_canonical, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxp_check, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxp_findings, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, algorithm, Wxp\\Algorithm, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxp_nonce, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Wxp_acknowledge, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, notice, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, taken, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Wxp_advice, 0, 2, Wxp\\Advice, 0)
	ZEND_ARG_TYPE_INFO(0, endpoint, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, code, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Wxp_body, 0, 1, Wxp\\Body, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, body, Stringable, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Wxp_undo, 0, 1, Wxp\\\125ndone, 1)
	ZEND_ARG_OBJ_TYPE_MASK(0, body, Stringable, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Wxp_fields, 0, 1, Wxp\\FieldList, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, body, Stringable, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Wxp_language, 0, 0, Wxp\\Language, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, language, Wxp\\Language, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_Wxp_version arginfo_Wxp_nonce

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Error_messageIn, 0, 1, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, language, Wxp\\Language, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxp_Key___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, algorithm, Wxp\\Algorithm, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Key_nonstandard, 0, 2, Wxp\\Key, 0)
	ZEND_ARG_OBJ_INFO(0, algorithm, Wxp\\Algorithm, 0)
	ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Key_algorithm, 0, 0, Wxp\\Algorithm, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Key_sign arginfo_Wxp_canonical

#define arginfo_class_Wxp_Key_verify arginfo_Wxp_check

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Key_check, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Key_write, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, operation, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Key_payload, 0, 2, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, kind, Wxp\\Payload, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Key_explain, 0, 1, Wxp\\Explanation, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offered, IS_STRING, 0, "\'\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, operation, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Key_explainSecond, 0, 1, Wxp\\Explanation, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offered, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Key_unconfirmedRefund, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, reqInfo, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxp_Explanation___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Explanation_textIn arginfo_class_Wxp_Error_messageIn

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Explanation_secondIn, 0, 1, IS_STRING, 1)
	ZEND_ARG_OBJ_INFO(0, language, Wxp\\Language, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Explanation_hints, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, sender, Wxp\\Sender, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, language, Wxp\\Language, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Explanation_refusalHints, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, returnMsg, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, language, Wxp\\Language, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Finding___construct arginfo_class_Wxp_Explanation___construct

#define arginfo_class_Wxp_Finding_textIn arginfo_class_Wxp_Error_messageIn

#define arginfo_class_Wxp_WrongRequest_messageIn arginfo_class_Wxp_Error_messageIn

#define arginfo_class_Wxp_Reply___construct arginfo_class_Wxp_Explanation___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Reply_read, 0, 1, Wxp\\Reply, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, document, Stringable, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Reply_readNested arginfo_class_Wxp_Reply_read

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Reply_judge, 0, 2, Wxp\\Judgment, 0)
	ZEND_ARG_OBJ_INFO(0, key, Wxp\\Key, 0)
	ZEND_ARG_TYPE_INFO(0, endpoint, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Reply_unverified, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Reply_unverifiedRecords arginfo_class_Wxp_Reply_unverified

#define arginfo_class_Wxp_Judgment___construct arginfo_class_Wxp_Explanation___construct

#define arginfo_class_Wxp_Judgment_adviceIn arginfo_class_Wxp_Explanation_secondIn

#define arginfo_class_Wxp_Judgment_reasonIn arginfo_class_Wxp_Explanation_secondIn

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Judgment_isAuthentic, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Judgment_expect arginfo_Wxp_check

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Wxp_Judgment_get, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Judgment_fields arginfo_class_Wxp_Reply_unverified

#define arginfo_class_Wxp_Judgment_unverified arginfo_class_Wxp_Reply_unverified

#define arginfo_class_Wxp_Advice___construct arginfo_class_Wxp_Explanation___construct

#define arginfo_class_Wxp_Advice_textIn arginfo_class_Wxp_Error_messageIn

#define arginfo_class_Wxp_Endpoint___construct arginfo_class_Wxp_Explanation___construct

#define arginfo_class_Wxp_Endpoint_purposeIn arginfo_class_Wxp_Error_messageIn

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_Endpoint_find, 0, 1, Wxp\\Endpoint, 1)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Endpoint_all arginfo_class_Wxp_Reply_unverified

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxp_Timing___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, firstQuery, IS_LONG, 0, "5")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, spacing, IS_LONG, 0, "10")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, total, IS_LONG, 0, "45")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reverseFrom, IS_LONG, 0, "15")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reverseSpacing, IS_LONG, 0, "5")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reverses, IS_LONG, 0, "10")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, queries, IS_LONG, 0, "5")
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_Next___construct arginfo_class_Wxp_Explanation___construct

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Wxp_QuickPay___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, saved, IS_STRING, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, timing, Wxp\\Timing, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Wxp_QuickPay_next, 0, 0, Wxp\\\116ext, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, event, Wxp\\Event, 0, "Wxp\\Event::None")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_LONG, 0, "0")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, judgment, Wxp\\Judgment, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Wxp_QuickPay_save arginfo_Wxp_nonce

#define arginfo_class_Wxp_Undone___construct arginfo_class_Wxp_Explanation___construct

#define arginfo_class_Wxp_Undone_textIn arginfo_class_Wxp_Error_messageIn

#define arginfo_class_Wxp_FieldList___construct arginfo_class_Wxp_Explanation___construct


ZEND_FUNCTION(Wxp_canonical);
ZEND_FUNCTION(Wxp_check);
ZEND_FUNCTION(Wxp_findings);
ZEND_FUNCTION(Wxp_nonce);
ZEND_FUNCTION(Wxp_acknowledge);
ZEND_FUNCTION(Wxp_advice);
ZEND_FUNCTION(Wxp_body);
ZEND_FUNCTION(Wxp_undo);
ZEND_FUNCTION(Wxp_fields);
ZEND_FUNCTION(Wxp_language);
ZEND_FUNCTION(Wxp_version);
ZEND_METHOD(Wxp_Error, messageIn);
ZEND_METHOD(Wxp_Key, __construct);
ZEND_METHOD(Wxp_Key, nonstandard);
ZEND_METHOD(Wxp_Key, algorithm);
ZEND_METHOD(Wxp_Key, sign);
ZEND_METHOD(Wxp_Key, verify);
ZEND_METHOD(Wxp_Key, check);
ZEND_METHOD(Wxp_Key, write);
ZEND_METHOD(Wxp_Key, payload);
ZEND_METHOD(Wxp_Key, explain);
ZEND_METHOD(Wxp_Key, explainSecond);
ZEND_METHOD(Wxp_Key, unconfirmedRefund);
ZEND_METHOD(Wxp_Explanation, __construct);
ZEND_METHOD(Wxp_Explanation, textIn);
ZEND_METHOD(Wxp_Explanation, secondIn);
ZEND_METHOD(Wxp_Explanation, hints);
ZEND_METHOD(Wxp_Explanation, refusalHints);
ZEND_METHOD(Wxp_Finding, __construct);
ZEND_METHOD(Wxp_Finding, textIn);
ZEND_METHOD(Wxp_WrongRequest, messageIn);
ZEND_METHOD(Wxp_Reply, __construct);
ZEND_METHOD(Wxp_Reply, read);
ZEND_METHOD(Wxp_Reply, readNested);
ZEND_METHOD(Wxp_Reply, judge);
ZEND_METHOD(Wxp_Reply, unverified);
ZEND_METHOD(Wxp_Reply, unverifiedRecords);
ZEND_METHOD(Wxp_Judgment, __construct);
ZEND_METHOD(Wxp_Judgment, adviceIn);
ZEND_METHOD(Wxp_Judgment, reasonIn);
ZEND_METHOD(Wxp_Judgment, isAuthentic);
ZEND_METHOD(Wxp_Judgment, expect);
ZEND_METHOD(Wxp_Judgment, get);
ZEND_METHOD(Wxp_Judgment, fields);
ZEND_METHOD(Wxp_Judgment, unverified);
ZEND_METHOD(Wxp_Advice, __construct);
ZEND_METHOD(Wxp_Advice, textIn);
ZEND_METHOD(Wxp_Endpoint, __construct);
ZEND_METHOD(Wxp_Endpoint, purposeIn);
ZEND_METHOD(Wxp_Endpoint, find);
ZEND_METHOD(Wxp_Endpoint, all);
ZEND_METHOD(Wxp_Timing, __construct);
ZEND_METHOD(Wxp_Next, __construct);
ZEND_METHOD(Wxp_QuickPay, __construct);
ZEND_METHOD(Wxp_QuickPay, next);
ZEND_METHOD(Wxp_QuickPay, save);
ZEND_METHOD(Wxp_Undone, __construct);
ZEND_METHOD(Wxp_Undone, textIn);
ZEND_METHOD(Wxp_FieldList, __construct);


static const zend_function_entry ext_functions[] = {
	ZEND_NS_FALIAS("Wxp", canonical, Wxp_canonical, arginfo_Wxp_canonical)
	ZEND_NS_FALIAS("Wxp", check, Wxp_check, arginfo_Wxp_check)
	ZEND_NS_FALIAS("Wxp", findings, Wxp_findings, arginfo_Wxp_findings)
	ZEND_NS_FALIAS("Wxp", nonce, Wxp_nonce, arginfo_Wxp_nonce)
	ZEND_NS_FALIAS("Wxp", acknowledge, Wxp_acknowledge, arginfo_Wxp_acknowledge)
	ZEND_NS_FALIAS("Wxp", advice, Wxp_advice, arginfo_Wxp_advice)
	ZEND_NS_FALIAS("Wxp", body, Wxp_body, arginfo_Wxp_body)
	ZEND_NS_FALIAS("Wxp", undo, Wxp_undo, arginfo_Wxp_undo)
	ZEND_NS_FALIAS("Wxp", fields, Wxp_fields, arginfo_Wxp_fields)
	ZEND_NS_FALIAS("Wxp", language, Wxp_language, arginfo_Wxp_language)
	ZEND_NS_FALIAS("Wxp", version, Wxp_version, arginfo_Wxp_version)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Language_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Algorithm_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Body_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_WebPage_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Layer_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Verdict_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Action_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_OrderState_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Event_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Step_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Signed_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_SignType_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Format_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Payload_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Cause_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_SecondSignature_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Hint_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_FindingKind_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Sender_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Error_methods[] = {
	ZEND_ME(Wxp_Error, messageIn, arginfo_class_Wxp_Error_messageIn, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_NotAuthentic_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Key_methods[] = {
	ZEND_ME(Wxp_Key, __construct, arginfo_class_Wxp_Key___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, nonstandard, arginfo_class_Wxp_Key_nonstandard, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxp_Key, algorithm, arginfo_class_Wxp_Key_algorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, sign, arginfo_class_Wxp_Key_sign, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, verify, arginfo_class_Wxp_Key_verify, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, check, arginfo_class_Wxp_Key_check, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, write, arginfo_class_Wxp_Key_write, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, payload, arginfo_class_Wxp_Key_payload, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, explain, arginfo_class_Wxp_Key_explain, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, explainSecond, arginfo_class_Wxp_Key_explainSecond, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Key, unconfirmedRefund, arginfo_class_Wxp_Key_unconfirmedRefund, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Explanation_methods[] = {
	ZEND_ME(Wxp_Explanation, __construct, arginfo_class_Wxp_Explanation___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Explanation, textIn, arginfo_class_Wxp_Explanation_textIn, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Explanation, secondIn, arginfo_class_Wxp_Explanation_secondIn, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Explanation, hints, arginfo_class_Wxp_Explanation_hints, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Explanation, refusalHints, arginfo_class_Wxp_Explanation_refusalHints, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Finding_methods[] = {
	ZEND_ME(Wxp_Finding, __construct, arginfo_class_Wxp_Finding___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Finding, textIn, arginfo_class_Wxp_Finding_textIn, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_WrongRequest_methods[] = {
	ZEND_ME(Wxp_WrongRequest, messageIn, arginfo_class_Wxp_WrongRequest_messageIn, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Reply_methods[] = {
	ZEND_ME(Wxp_Reply, __construct, arginfo_class_Wxp_Reply___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Reply, read, arginfo_class_Wxp_Reply_read, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxp_Reply, readNested, arginfo_class_Wxp_Reply_readNested, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxp_Reply, judge, arginfo_class_Wxp_Reply_judge, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Reply, unverified, arginfo_class_Wxp_Reply_unverified, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Reply, unverifiedRecords, arginfo_class_Wxp_Reply_unverifiedRecords, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Judgment_methods[] = {
	ZEND_ME(Wxp_Judgment, __construct, arginfo_class_Wxp_Judgment___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Judgment, adviceIn, arginfo_class_Wxp_Judgment_adviceIn, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Judgment, reasonIn, arginfo_class_Wxp_Judgment_reasonIn, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Judgment, isAuthentic, arginfo_class_Wxp_Judgment_isAuthentic, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Judgment, expect, arginfo_class_Wxp_Judgment_expect, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Judgment, get, arginfo_class_Wxp_Judgment_get, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Judgment, fields, arginfo_class_Wxp_Judgment_fields, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Judgment, unverified, arginfo_class_Wxp_Judgment_unverified, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Advice_methods[] = {
	ZEND_ME(Wxp_Advice, __construct, arginfo_class_Wxp_Advice___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Advice, textIn, arginfo_class_Wxp_Advice_textIn, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Endpoint_methods[] = {
	ZEND_ME(Wxp_Endpoint, __construct, arginfo_class_Wxp_Endpoint___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Endpoint, purposeIn, arginfo_class_Wxp_Endpoint_purposeIn, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_Endpoint, find, arginfo_class_Wxp_Endpoint_find, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(Wxp_Endpoint, all, arginfo_class_Wxp_Endpoint_all, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Timing_methods[] = {
	ZEND_ME(Wxp_Timing, __construct, arginfo_class_Wxp_Timing___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Next_methods[] = {
	ZEND_ME(Wxp_Next, __construct, arginfo_class_Wxp_Next___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_QuickPay_methods[] = {
	ZEND_ME(Wxp_QuickPay, __construct, arginfo_class_Wxp_QuickPay___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_QuickPay, next, arginfo_class_Wxp_QuickPay_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Wxp_QuickPay, save, arginfo_class_Wxp_QuickPay_save, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_Undone_methods[] = {
	ZEND_ME(Wxp_Undone, __construct, arginfo_class_Wxp_Undone___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Wxp_Undone, textIn, arginfo_class_Wxp_Undone_textIn, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Wxp_FieldList_methods[] = {
	ZEND_ME(Wxp_FieldList, __construct, arginfo_class_Wxp_FieldList___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Wxp_Language(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Language", IS_LONG, class_Wxp_Language_methods);

	zval enum_case_English_value;
	ZVAL_LONG(&enum_case_English_value, 0);
	zend_enum_add_case_cstr(class_entry, "English", &enum_case_English_value);

	zval enum_case_Chinese_value;
	ZVAL_LONG(&enum_case_Chinese_value, 1);
	zend_enum_add_case_cstr(class_entry, "Chinese", &enum_case_Chinese_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Algorithm(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Algorithm", IS_LONG, class_Wxp_Algorithm_methods);

	zval enum_case_Md5_value;
	ZVAL_LONG(&enum_case_Md5_value, 1);
	zend_enum_add_case_cstr(class_entry, "Md5", &enum_case_Md5_value);

	zval enum_case_HmacSha256_value;
	ZVAL_LONG(&enum_case_HmacSha256_value, 2);
	zend_enum_add_case_cstr(class_entry, "HmacSha256", &enum_case_HmacSha256_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Body(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Body", IS_LONG, class_Wxp_Body_methods);

	zval enum_case_Empty_value;
	ZVAL_LONG(&enum_case_Empty_value, 0);
	zend_enum_add_case_cstr(class_entry, "Empty", &enum_case_Empty_value);

	zval enum_case_Xml_value;
	ZVAL_LONG(&enum_case_Xml_value, 1);
	zend_enum_add_case_cstr(class_entry, "Xml", &enum_case_Xml_value);

	zval enum_case_Text_value;
	ZVAL_LONG(&enum_case_Text_value, 2);
	zend_enum_add_case_cstr(class_entry, "Text", &enum_case_Text_value);

	zval enum_case_Gzip_value;
	ZVAL_LONG(&enum_case_Gzip_value, 3);
	zend_enum_add_case_cstr(class_entry, "Gzip", &enum_case_Gzip_value);

	zval enum_case_Json_value;
	ZVAL_LONG(&enum_case_Json_value, 4);
	zend_enum_add_case_cstr(class_entry, "Json", &enum_case_Json_value);

	zval enum_case_Html_value;
	ZVAL_LONG(&enum_case_Html_value, 5);
	zend_enum_add_case_cstr(class_entry, "Html", &enum_case_Html_value);

	zval enum_case_JsonString_value;
	ZVAL_LONG(&enum_case_JsonString_value, 6);
	zend_enum_add_case_cstr(class_entry, "JsonString", &enum_case_JsonString_value);

	zval enum_case_EscapedXml_value;
	ZVAL_LONG(&enum_case_EscapedXml_value, 7);
	zend_enum_add_case_cstr(class_entry, "EscapedXml", &enum_case_EscapedXml_value);

	zval enum_case_XmlWithin_value;
	ZVAL_LONG(&enum_case_XmlWithin_value, 8);
	zend_enum_add_case_cstr(class_entry, "XmlWithin", &enum_case_XmlWithin_value);

	zval enum_case_Canonical_value;
	ZVAL_LONG(&enum_case_Canonical_value, 9);
	zend_enum_add_case_cstr(class_entry, "Canonical", &enum_case_Canonical_value);

	zval enum_case_Form_value;
	ZVAL_LONG(&enum_case_Form_value, 10);
	zend_enum_add_case_cstr(class_entry, "Form", &enum_case_Form_value);

	zval enum_case_PhpArray_value;
	ZVAL_LONG(&enum_case_PhpArray_value, 11);
	zend_enum_add_case_cstr(class_entry, "PhpArray", &enum_case_PhpArray_value);

	zval enum_case_ApiV3_value;
	ZVAL_LONG(&enum_case_ApiV3_value, 12);
	zend_enum_add_case_cstr(class_entry, "ApiV3", &enum_case_ApiV3_value);

	zval enum_case_Bill_value;
	ZVAL_LONG(&enum_case_Bill_value, 13);
	zend_enum_add_case_cstr(class_entry, "Bill", &enum_case_Bill_value);

	zval enum_case_Gbk_value;
	ZVAL_LONG(&enum_case_Gbk_value, 14);
	zend_enum_add_case_cstr(class_entry, "Gbk", &enum_case_Gbk_value);

	zval enum_case_Lines_value;
	ZVAL_LONG(&enum_case_Lines_value, 15);
	zend_enum_add_case_cstr(class_entry, "Lines", &enum_case_Lines_value);

	zval enum_case_Address_value;
	ZVAL_LONG(&enum_case_Address_value, 16);
	zend_enum_add_case_cstr(class_entry, "Address", &enum_case_Address_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_WebPage(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\WebPage", IS_LONG, class_Wxp_WebPage_methods);

	zval enum_case_NoCertificate_value;
	ZVAL_LONG(&enum_case_NoCertificate_value, 1);
	zend_enum_add_case_cstr(class_entry, "NoCertificate", &enum_case_NoCertificate_value);

	zval enum_case_CertificateRefused_value;
	ZVAL_LONG(&enum_case_CertificateRefused_value, 2);
	zend_enum_add_case_cstr(class_entry, "CertificateRefused", &enum_case_CertificateRefused_value);

	zval enum_case_PlainHttp_value;
	ZVAL_LONG(&enum_case_PlainHttp_value, 3);
	zend_enum_add_case_cstr(class_entry, "PlainHttp", &enum_case_PlainHttp_value);

	zval enum_case_TooLarge_value;
	ZVAL_LONG(&enum_case_TooLarge_value, 4);
	zend_enum_add_case_cstr(class_entry, "TooLarge", &enum_case_TooLarge_value);

	zval enum_case_NotFound_value;
	ZVAL_LONG(&enum_case_NotFound_value, 5);
	zend_enum_add_case_cstr(class_entry, "NotFound", &enum_case_NotFound_value);

	zval enum_case_Forbidden_value;
	ZVAL_LONG(&enum_case_Forbidden_value, 6);
	zend_enum_add_case_cstr(class_entry, "Forbidden", &enum_case_Forbidden_value);

	zval enum_case_NoAnswer_value;
	ZVAL_LONG(&enum_case_NoAnswer_value, 7);
	zend_enum_add_case_cstr(class_entry, "NoAnswer", &enum_case_NoAnswer_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Layer(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Layer", IS_LONG, class_Wxp_Layer_methods);

	zval enum_case_JsonString_value;
	ZVAL_LONG(&enum_case_JsonString_value, 1);
	zend_enum_add_case_cstr(class_entry, "JsonString", &enum_case_JsonString_value);

	zval enum_case_Escapes_value;
	ZVAL_LONG(&enum_case_Escapes_value, 2);
	zend_enum_add_case_cstr(class_entry, "Escapes", &enum_case_Escapes_value);

	zval enum_case_WhiteSpace_value;
	ZVAL_LONG(&enum_case_WhiteSpace_value, 3);
	zend_enum_add_case_cstr(class_entry, "WhiteSpace", &enum_case_WhiteSpace_value);

	zval enum_case_Surroundings_value;
	ZVAL_LONG(&enum_case_Surroundings_value, 4);
	zend_enum_add_case_cstr(class_entry, "Surroundings", &enum_case_Surroundings_value);

	zval enum_case_Gbk_value;
	ZVAL_LONG(&enum_case_Gbk_value, 5);
	zend_enum_add_case_cstr(class_entry, "Gbk", &enum_case_Gbk_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Verdict(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Verdict", IS_LONG, class_Wxp_Verdict_methods);

	zval enum_case_Untrusted_value;
	ZVAL_LONG(&enum_case_Untrusted_value, 0);
	zend_enum_add_case_cstr(class_entry, "Untrusted", &enum_case_Untrusted_value);

	zval enum_case_Succeeded_value;
	ZVAL_LONG(&enum_case_Succeeded_value, 1);
	zend_enum_add_case_cstr(class_entry, "Succeeded", &enum_case_Succeeded_value);

	zval enum_case_Accepted_value;
	ZVAL_LONG(&enum_case_Accepted_value, 2);
	zend_enum_add_case_cstr(class_entry, "Accepted", &enum_case_Accepted_value);

	zval enum_case_Failed_value;
	ZVAL_LONG(&enum_case_Failed_value, 3);
	zend_enum_add_case_cstr(class_entry, "Failed", &enum_case_Failed_value);

	zval enum_case_Unsettled_value;
	ZVAL_LONG(&enum_case_Unsettled_value, 4);
	zend_enum_add_case_cstr(class_entry, "Unsettled", &enum_case_Unsettled_value);

	zval enum_case_Refused_value;
	ZVAL_LONG(&enum_case_Refused_value, 5);
	zend_enum_add_case_cstr(class_entry, "Refused", &enum_case_Refused_value);

	zval enum_case_Unvouched_value;
	ZVAL_LONG(&enum_case_Unvouched_value, 6);
	zend_enum_add_case_cstr(class_entry, "Unvouched", &enum_case_Unvouched_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Action(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Action", IS_LONG, class_Wxp_Action_methods);

	zval enum_case_None_value;
	ZVAL_LONG(&enum_case_None_value, 0);
	zend_enum_add_case_cstr(class_entry, "None", &enum_case_None_value);

	zval enum_case_Query_value;
	ZVAL_LONG(&enum_case_Query_value, 1);
	zend_enum_add_case_cstr(class_entry, "Query", &enum_case_Query_value);

	zval enum_case_Repeat_value;
	ZVAL_LONG(&enum_case_Repeat_value, 2);
	zend_enum_add_case_cstr(class_entry, "Repeat", &enum_case_Repeat_value);

	zval enum_case_NewNumber_value;
	ZVAL_LONG(&enum_case_NewNumber_value, 3);
	zend_enum_add_case_cstr(class_entry, "NewNumber", &enum_case_NewNumber_value);

	zval enum_case_Customer_value;
	ZVAL_LONG(&enum_case_Customer_value, 4);
	zend_enum_add_case_cstr(class_entry, "Customer", &enum_case_Customer_value);

	zval enum_case_Setup_value;
	ZVAL_LONG(&enum_case_Setup_value, 5);
	zend_enum_add_case_cstr(class_entry, "Setup", &enum_case_Setup_value);

	zval enum_case_Program_value;
	ZVAL_LONG(&enum_case_Program_value, 6);
	zend_enum_add_case_cstr(class_entry, "Program", &enum_case_Program_value);

	zval enum_case_Done_value;
	ZVAL_LONG(&enum_case_Done_value, 7);
	zend_enum_add_case_cstr(class_entry, "Done", &enum_case_Done_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_OrderState(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\OrderState", IS_LONG, class_Wxp_OrderState_methods);

	zval enum_case_Unknown_value;
	ZVAL_LONG(&enum_case_Unknown_value, 0);
	zend_enum_add_case_cstr(class_entry, "Unknown", &enum_case_Unknown_value);

	zval enum_case_Paid_value;
	ZVAL_LONG(&enum_case_Paid_value, 1);
	zend_enum_add_case_cstr(class_entry, "Paid", &enum_case_Paid_value);

	zval enum_case_Refunded_value;
	ZVAL_LONG(&enum_case_Refunded_value, 2);
	zend_enum_add_case_cstr(class_entry, "Refunded", &enum_case_Refunded_value);

	zval enum_case_Unpaid_value;
	ZVAL_LONG(&enum_case_Unpaid_value, 3);
	zend_enum_add_case_cstr(class_entry, "Unpaid", &enum_case_Unpaid_value);

	zval enum_case_Paying_value;
	ZVAL_LONG(&enum_case_Paying_value, 4);
	zend_enum_add_case_cstr(class_entry, "Paying", &enum_case_Paying_value);

	zval enum_case_PayError_value;
	ZVAL_LONG(&enum_case_PayError_value, 5);
	zend_enum_add_case_cstr(class_entry, "PayError", &enum_case_PayError_value);

	zval enum_case_Closed_value;
	ZVAL_LONG(&enum_case_Closed_value, 6);
	zend_enum_add_case_cstr(class_entry, "Closed", &enum_case_Closed_value);

	zval enum_case_Absent_value;
	ZVAL_LONG(&enum_case_Absent_value, 7);
	zend_enum_add_case_cstr(class_entry, "Absent", &enum_case_Absent_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Event(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Event", IS_LONG, class_Wxp_Event_methods);

	zval enum_case_None_value;
	ZVAL_LONG(&enum_case_None_value, 0);
	zend_enum_add_case_cstr(class_entry, "None", &enum_case_None_value);

	zval enum_case_Order_value;
	ZVAL_LONG(&enum_case_Order_value, 1);
	zend_enum_add_case_cstr(class_entry, "Order", &enum_case_Order_value);

	zval enum_case_Query_value;
	ZVAL_LONG(&enum_case_Query_value, 2);
	zend_enum_add_case_cstr(class_entry, "Query", &enum_case_Query_value);

	zval enum_case_Reverse_value;
	ZVAL_LONG(&enum_case_Reverse_value, 3);
	zend_enum_add_case_cstr(class_entry, "Reverse", &enum_case_Reverse_value);

	zval enum_case_NoAnswer_value;
	ZVAL_LONG(&enum_case_NoAnswer_value, 4);
	zend_enum_add_case_cstr(class_entry, "NoAnswer", &enum_case_NoAnswer_value);

	zval enum_case_Waited_value;
	ZVAL_LONG(&enum_case_Waited_value, 5);
	zend_enum_add_case_cstr(class_entry, "Waited", &enum_case_Waited_value);

	zval enum_case_Cancelled_value;
	ZVAL_LONG(&enum_case_Cancelled_value, 6);
	zend_enum_add_case_cstr(class_entry, "Cancelled", &enum_case_Cancelled_value);

	zval enum_case_Resumed_value;
	ZVAL_LONG(&enum_case_Resumed_value, 7);
	zend_enum_add_case_cstr(class_entry, "Resumed", &enum_case_Resumed_value);

	zval enum_case_NotSent_value;
	ZVAL_LONG(&enum_case_NotSent_value, 8);
	zend_enum_add_case_cstr(class_entry, "NotSent", &enum_case_NotSent_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Step(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Step", IS_LONG, class_Wxp_Step_methods);

	zval enum_case_Order_value;
	ZVAL_LONG(&enum_case_Order_value, 1);
	zend_enum_add_case_cstr(class_entry, "Order", &enum_case_Order_value);

	zval enum_case_Query_value;
	ZVAL_LONG(&enum_case_Query_value, 2);
	zend_enum_add_case_cstr(class_entry, "Query", &enum_case_Query_value);

	zval enum_case_Reverse_value;
	ZVAL_LONG(&enum_case_Reverse_value, 3);
	zend_enum_add_case_cstr(class_entry, "Reverse", &enum_case_Reverse_value);

	zval enum_case_Wait_value;
	ZVAL_LONG(&enum_case_Wait_value, 4);
	zend_enum_add_case_cstr(class_entry, "Wait", &enum_case_Wait_value);

	zval enum_case_Paid_value;
	ZVAL_LONG(&enum_case_Paid_value, 5);
	zend_enum_add_case_cstr(class_entry, "Paid", &enum_case_Paid_value);

	zval enum_case_NotPaid_value;
	ZVAL_LONG(&enum_case_NotPaid_value, 6);
	zend_enum_add_case_cstr(class_entry, "NotPaid", &enum_case_NotPaid_value);

	zval enum_case_Reversed_value;
	ZVAL_LONG(&enum_case_Reversed_value, 7);
	zend_enum_add_case_cstr(class_entry, "Reversed", &enum_case_Reversed_value);

	zval enum_case_NotAnswered_value;
	ZVAL_LONG(&enum_case_NotAnswered_value, 8);
	zend_enum_add_case_cstr(class_entry, "NotAnswered", &enum_case_NotAnswered_value);

	zval enum_case_NotReversible_value;
	ZVAL_LONG(&enum_case_NotReversible_value, 9);
	zend_enum_add_case_cstr(class_entry, "NotReversible", &enum_case_NotReversible_value);

	zval enum_case_NotSent_value;
	ZVAL_LONG(&enum_case_NotSent_value, 10);
	zend_enum_add_case_cstr(class_entry, "NotSent", &enum_case_NotSent_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Signed(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Signed", IS_LONG, class_Wxp_Signed_methods);

	zval enum_case_Never_value;
	ZVAL_LONG(&enum_case_Never_value, 0);
	zend_enum_add_case_cstr(class_entry, "Never", &enum_case_Never_value);

	zval enum_case_Sometimes_value;
	ZVAL_LONG(&enum_case_Sometimes_value, 1);
	zend_enum_add_case_cstr(class_entry, "Sometimes", &enum_case_Sometimes_value);

	zval enum_case_Always_value;
	ZVAL_LONG(&enum_case_Always_value, 2);
	zend_enum_add_case_cstr(class_entry, "Always", &enum_case_Always_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_SignType(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\SignType", IS_LONG, class_Wxp_SignType_methods);

	zval enum_case_Absent_value;
	ZVAL_LONG(&enum_case_Absent_value, 0);
	zend_enum_add_case_cstr(class_entry, "Absent", &enum_case_Absent_value);

	zval enum_case_Optional_value;
	ZVAL_LONG(&enum_case_Optional_value, 1);
	zend_enum_add_case_cstr(class_entry, "Optional", &enum_case_Optional_value);

	zval enum_case_Required_value;
	ZVAL_LONG(&enum_case_Required_value, 2);
	zend_enum_add_case_cstr(class_entry, "Required", &enum_case_Required_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Format(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Format", IS_LONG, class_Wxp_Format_methods);

	zval enum_case_Flat_value;
	ZVAL_LONG(&enum_case_Flat_value, 0);
	zend_enum_add_case_cstr(class_entry, "Flat", &enum_case_Flat_value);

	zval enum_case_Nested_value;
	ZVAL_LONG(&enum_case_Nested_value, 1);
	zend_enum_add_case_cstr(class_entry, "Nested", &enum_case_Nested_value);

	zval enum_case_Text_value;
	ZVAL_LONG(&enum_case_Text_value, 2);
	zend_enum_add_case_cstr(class_entry, "Text", &enum_case_Text_value);

	zval enum_case_Json_value;
	ZVAL_LONG(&enum_case_Json_value, 3);
	zend_enum_add_case_cstr(class_entry, "Json", &enum_case_Json_value);

	zval enum_case_Page_value;
	ZVAL_LONG(&enum_case_Page_value, 4);
	zend_enum_add_case_cstr(class_entry, "Page", &enum_case_Page_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Payload(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Payload", IS_LONG, class_Wxp_Payload_methods);

	zval enum_case_Jsapi_value;
	ZVAL_LONG(&enum_case_Jsapi_value, 1);
	zend_enum_add_case_cstr(class_entry, "Jsapi", &enum_case_Jsapi_value);

	zval enum_case_App_value;
	ZVAL_LONG(&enum_case_App_value, 2);
	zend_enum_add_case_cstr(class_entry, "App", &enum_case_App_value);

	zval enum_case_RedPacket_value;
	ZVAL_LONG(&enum_case_RedPacket_value, 3);
	zend_enum_add_case_cstr(class_entry, "RedPacket", &enum_case_RedPacket_value);

	zval enum_case_NativeCode_value;
	ZVAL_LONG(&enum_case_NativeCode_value, 4);
	zend_enum_add_case_cstr(class_entry, "NativeCode", &enum_case_NativeCode_value);

	zval enum_case_NativeOrder_value;
	ZVAL_LONG(&enum_case_NativeOrder_value, 5);
	zend_enum_add_case_cstr(class_entry, "NativeOrder", &enum_case_NativeOrder_value);

	zval enum_case_NativeRefusal_value;
	ZVAL_LONG(&enum_case_NativeRefusal_value, 6);
	zend_enum_add_case_cstr(class_entry, "NativeRefusal", &enum_case_NativeRefusal_value);

	zval enum_case_Contract_value;
	ZVAL_LONG(&enum_case_Contract_value, 7);
	zend_enum_add_case_cstr(class_entry, "Contract", &enum_case_Contract_value);

	zval enum_case_ContractH5_value;
	ZVAL_LONG(&enum_case_ContractH5_value, 8);
	zend_enum_add_case_cstr(class_entry, "ContractH5", &enum_case_ContractH5_value);

	zval enum_case_ContractPartner_value;
	ZVAL_LONG(&enum_case_ContractPartner_value, 9);
	zend_enum_add_case_cstr(class_entry, "ContractPartner", &enum_case_ContractPartner_value);

	zval enum_case_ContractPartnerH5_value;
	ZVAL_LONG(&enum_case_ContractPartnerH5_value, 10);
	zend_enum_add_case_cstr(class_entry, "ContractPartnerH5", &enum_case_ContractPartnerH5_value);

	zval enum_case_WorkwxRedPacket_value;
	ZVAL_LONG(&enum_case_WorkwxRedPacket_value, 11);
	zend_enum_add_case_cstr(class_entry, "WorkwxRedPacket", &enum_case_WorkwxRedPacket_value);

	zval enum_case_WorkwxStaff_value;
	ZVAL_LONG(&enum_case_WorkwxStaff_value, 12);
	zend_enum_add_case_cstr(class_entry, "WorkwxStaff", &enum_case_WorkwxStaff_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Cause(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Cause", IS_LONG, class_Wxp_Cause_methods);

	zval enum_case_None_value;
	ZVAL_LONG(&enum_case_None_value, 0);
	zend_enum_add_case_cstr(class_entry, "None", &enum_case_None_value);

	zval enum_case_Unknown_value;
	ZVAL_LONG(&enum_case_Unknown_value, 1);
	zend_enum_add_case_cstr(class_entry, "Unknown", &enum_case_Unknown_value);

	zval enum_case_Missing_value;
	ZVAL_LONG(&enum_case_Missing_value, 10);
	zend_enum_add_case_cstr(class_entry, "Missing", &enum_case_Missing_value);

	zval enum_case_Form_value;
	ZVAL_LONG(&enum_case_Form_value, 11);
	zend_enum_add_case_cstr(class_entry, "Form", &enum_case_Form_value);

	zval enum_case_LowerCase_value;
	ZVAL_LONG(&enum_case_LowerCase_value, 12);
	zend_enum_add_case_cstr(class_entry, "LowerCase", &enum_case_LowerCase_value);

	zval enum_case_Surrounded_value;
	ZVAL_LONG(&enum_case_Surrounded_value, 13);
	zend_enum_add_case_cstr(class_entry, "Surrounded", &enum_case_Surrounded_value);

	zval enum_case_Truncated_value;
	ZVAL_LONG(&enum_case_Truncated_value, 14);
	zend_enum_add_case_cstr(class_entry, "Truncated", &enum_case_Truncated_value);

	zval enum_case_ZerosDropped_value;
	ZVAL_LONG(&enum_case_ZerosDropped_value, 15);
	zend_enum_add_case_cstr(class_entry, "ZerosDropped", &enum_case_ZerosDropped_value);

	zval enum_case_OtherAlgorithm_value;
	ZVAL_LONG(&enum_case_OtherAlgorithm_value, 20);
	zend_enum_add_case_cstr(class_entry, "OtherAlgorithm", &enum_case_OtherAlgorithm_value);

	zval enum_case_PlainSha256_value;
	ZVAL_LONG(&enum_case_PlainSha256_value, 21);
	zend_enum_add_case_cstr(class_entry, "PlainSha256", &enum_case_PlainSha256_value);

	zval enum_case_Contradiction_value;
	ZVAL_LONG(&enum_case_Contradiction_value, 22);
	zend_enum_add_case_cstr(class_entry, "Contradiction", &enum_case_Contradiction_value);

	zval enum_case_KeyLeftOut_value;
	ZVAL_LONG(&enum_case_KeyLeftOut_value, 30);
	zend_enum_add_case_cstr(class_entry, "KeyLeftOut", &enum_case_KeyLeftOut_value);

	zval enum_case_KeyUnnamed_value;
	ZVAL_LONG(&enum_case_KeyUnnamed_value, 31);
	zend_enum_add_case_cstr(class_entry, "KeyUnnamed", &enum_case_KeyUnnamed_value);

	zval enum_case_KeyTrimmed_value;
	ZVAL_LONG(&enum_case_KeyTrimmed_value, 32);
	zend_enum_add_case_cstr(class_entry, "KeyTrimmed", &enum_case_KeyTrimmed_value);

	zval enum_case_KeyLowerCase_value;
	ZVAL_LONG(&enum_case_KeyLowerCase_value, 33);
	zend_enum_add_case_cstr(class_entry, "KeyLowerCase", &enum_case_KeyLowerCase_value);

	zval enum_case_KeyUpperCase_value;
	ZVAL_LONG(&enum_case_KeyUpperCase_value, 34);
	zend_enum_add_case_cstr(class_entry, "KeyUpperCase", &enum_case_KeyUpperCase_value);

	zval enum_case_KeyLineEnd_value;
	ZVAL_LONG(&enum_case_KeyLineEnd_value, 35);
	zend_enum_add_case_cstr(class_entry, "KeyLineEnd", &enum_case_KeyLineEnd_value);

	zval enum_case_KeyBlank_value;
	ZVAL_LONG(&enum_case_KeyBlank_value, 36);
	zend_enum_add_case_cstr(class_entry, "KeyBlank", &enum_case_KeyBlank_value);

	zval enum_case_KeySorted_value;
	ZVAL_LONG(&enum_case_KeySorted_value, 37);
	zend_enum_add_case_cstr(class_entry, "KeySorted", &enum_case_KeySorted_value);

	zval enum_case_Ampersands_value;
	ZVAL_LONG(&enum_case_Ampersands_value, 38);
	zend_enum_add_case_cstr(class_entry, "Ampersands", &enum_case_Ampersands_value);

	zval enum_case_KeyEmpty_value;
	ZVAL_LONG(&enum_case_KeyEmpty_value, 39);
	zend_enum_add_case_cstr(class_entry, "KeyEmpty", &enum_case_KeyEmpty_value);

	zval enum_case_FieldLeftOut_value;
	ZVAL_LONG(&enum_case_FieldLeftOut_value, 40);
	zend_enum_add_case_cstr(class_entry, "FieldLeftOut", &enum_case_FieldLeftOut_value);

	zval enum_case_EmptySigned_value;
	ZVAL_LONG(&enum_case_EmptySigned_value, 41);
	zend_enum_add_case_cstr(class_entry, "EmptySigned", &enum_case_EmptySigned_value);

	zval enum_case_SignSigned_value;
	ZVAL_LONG(&enum_case_SignSigned_value, 42);
	zend_enum_add_case_cstr(class_entry, "SignSigned", &enum_case_SignSigned_value);

	zval enum_case_SignTypeLeftOut_value;
	ZVAL_LONG(&enum_case_SignTypeLeftOut_value, 43);
	zend_enum_add_case_cstr(class_entry, "SignTypeLeftOut", &enum_case_SignTypeLeftOut_value);

	zval enum_case_SignTypeAdded_value;
	ZVAL_LONG(&enum_case_SignTypeAdded_value, 44);
	zend_enum_add_case_cstr(class_entry, "SignTypeAdded", &enum_case_SignTypeAdded_value);

	zval enum_case_FieldsLeftOut_value;
	ZVAL_LONG(&enum_case_FieldsLeftOut_value, 45);
	zend_enum_add_case_cstr(class_entry, "FieldsLeftOut", &enum_case_FieldsLeftOut_value);

	zval enum_case_NullSigned_value;
	ZVAL_LONG(&enum_case_NullSigned_value, 46);
	zend_enum_add_case_cstr(class_entry, "NullSigned", &enum_case_NullSigned_value);

	zval enum_case_NamesRewritten_value;
	ZVAL_LONG(&enum_case_NamesRewritten_value, 47);
	zend_enum_add_case_cstr(class_entry, "NamesRewritten", &enum_case_NamesRewritten_value);

	zval enum_case_SignTypeChanged_value;
	ZVAL_LONG(&enum_case_SignTypeChanged_value, 48);
	zend_enum_add_case_cstr(class_entry, "SignTypeChanged", &enum_case_SignTypeChanged_value);

	zval enum_case_OrderIgnoringCase_value;
	ZVAL_LONG(&enum_case_OrderIgnoringCase_value, 50);
	zend_enum_add_case_cstr(class_entry, "OrderIgnoringCase", &enum_case_OrderIgnoringCase_value);

	zval enum_case_OrderOfPairs_value;
	ZVAL_LONG(&enum_case_OrderOfPairs_value, 51);
	zend_enum_add_case_cstr(class_entry, "OrderOfPairs", &enum_case_OrderOfPairs_value);

	zval enum_case_Unsorted_value;
	ZVAL_LONG(&enum_case_Unsorted_value, 52);
	zend_enum_add_case_cstr(class_entry, "Unsorted", &enum_case_Unsorted_value);

	zval enum_case_UnsortedWithEmpty_value;
	ZVAL_LONG(&enum_case_UnsortedWithEmpty_value, 53);
	zend_enum_add_case_cstr(class_entry, "UnsortedWithEmpty", &enum_case_UnsortedWithEmpty_value);

	zval enum_case_Leading_value;
	ZVAL_LONG(&enum_case_Leading_value, 54);
	zend_enum_add_case_cstr(class_entry, "Leading", &enum_case_Leading_value);

	zval enum_case_ValueTrimmed_value;
	ZVAL_LONG(&enum_case_ValueTrimmed_value, 60);
	zend_enum_add_case_cstr(class_entry, "ValueTrimmed", &enum_case_ValueTrimmed_value);

	zval enum_case_ValueEscaped_value;
	ZVAL_LONG(&enum_case_ValueEscaped_value, 61);
	zend_enum_add_case_cstr(class_entry, "ValueEscaped", &enum_case_ValueEscaped_value);

	zval enum_case_ValueInCdata_value;
	ZVAL_LONG(&enum_case_ValueInCdata_value, 62);
	zend_enum_add_case_cstr(class_entry, "ValueInCdata", &enum_case_ValueInCdata_value);

	zval enum_case_ValueUrlEncoded_value;
	ZVAL_LONG(&enum_case_ValueUrlEncoded_value, 63);
	zend_enum_add_case_cstr(class_entry, "ValueUrlEncoded", &enum_case_ValueUrlEncoded_value);

	zval enum_case_ReturnsDropped_value;
	ZVAL_LONG(&enum_case_ReturnsDropped_value, 64);
	zend_enum_add_case_cstr(class_entry, "ReturnsDropped", &enum_case_ReturnsDropped_value);

	zval enum_case_ReturnsAdded_value;
	ZVAL_LONG(&enum_case_ReturnsAdded_value, 65);
	zend_enum_add_case_cstr(class_entry, "ReturnsAdded", &enum_case_ReturnsAdded_value);

	zval enum_case_CharactersLost_value;
	ZVAL_LONG(&enum_case_CharactersLost_value, 66);
	zend_enum_add_case_cstr(class_entry, "CharactersLost", &enum_case_CharactersLost_value);

	zval enum_case_EncodedTwice_value;
	ZVAL_LONG(&enum_case_EncodedTwice_value, 67);
	zend_enum_add_case_cstr(class_entry, "EncodedTwice", &enum_case_EncodedTwice_value);

	zval enum_case_Gbk_value;
	ZVAL_LONG(&enum_case_Gbk_value, 68);
	zend_enum_add_case_cstr(class_entry, "Gbk", &enum_case_Gbk_value);

	zval enum_case_NumberRewritten_value;
	ZVAL_LONG(&enum_case_NumberRewritten_value, 69);
	zend_enum_add_case_cstr(class_entry, "NumberRewritten", &enum_case_NumberRewritten_value);

	zval enum_case_HexAdded_value;
	ZVAL_LONG(&enum_case_HexAdded_value, 70);
	zend_enum_add_case_cstr(class_entry, "HexAdded", &enum_case_HexAdded_value);

	zval enum_case_EntitiesAdded_value;
	ZVAL_LONG(&enum_case_EntitiesAdded_value, 71);
	zend_enum_add_case_cstr(class_entry, "EntitiesAdded", &enum_case_EntitiesAdded_value);

	zval enum_case_BackslashesAdded_value;
	ZVAL_LONG(&enum_case_BackslashesAdded_value, 72);
	zend_enum_add_case_cstr(class_entry, "BackslashesAdded", &enum_case_BackslashesAdded_value);

	zval enum_case_PlusForBlank_value;
	ZVAL_LONG(&enum_case_PlusForBlank_value, 73);
	zend_enum_add_case_cstr(class_entry, "PlusForBlank", &enum_case_PlusForBlank_value);

	zval enum_case_PercentsAdded_value;
	ZVAL_LONG(&enum_case_PercentsAdded_value, 74);
	zend_enum_add_case_cstr(class_entry, "PercentsAdded", &enum_case_PercentsAdded_value);

	zval enum_case_ReadAsLatin1_value;
	ZVAL_LONG(&enum_case_ReadAsLatin1_value, 75);
	zend_enum_add_case_cstr(class_entry, "ReadAsLatin1", &enum_case_ReadAsLatin1_value);

	zval enum_case_ReadAsGbk_value;
	ZVAL_LONG(&enum_case_ReadAsGbk_value, 76);
	zend_enum_add_case_cstr(class_entry, "ReadAsGbk", &enum_case_ReadAsGbk_value);

	zval enum_case_EndsCutOff_value;
	ZVAL_LONG(&enum_case_EndsCutOff_value, 77);
	zend_enum_add_case_cstr(class_entry, "EndsCutOff", &enum_case_EndsCutOff_value);

	zval enum_case_JsonEscaped_value;
	ZVAL_LONG(&enum_case_JsonEscaped_value, 78);
	zend_enum_add_case_cstr(class_entry, "JsonEscaped", &enum_case_JsonEscaped_value);

	zval enum_case_BackslashesDropped_value;
	ZVAL_LONG(&enum_case_BackslashesDropped_value, 79);
	zend_enum_add_case_cstr(class_entry, "BackslashesDropped", &enum_case_BackslashesDropped_value);

	zval enum_case_SecondLacks_value;
	ZVAL_LONG(&enum_case_SecondLacks_value, 80);
	zend_enum_add_case_cstr(class_entry, "SecondLacks", &enum_case_SecondLacks_value);

	zval enum_case_SecondNonce_value;
	ZVAL_LONG(&enum_case_SecondNonce_value, 81);
	zend_enum_add_case_cstr(class_entry, "SecondNonce", &enum_case_SecondNonce_value);

	zval enum_case_SecondTime_value;
	ZVAL_LONG(&enum_case_SecondTime_value, 82);
	zend_enum_add_case_cstr(class_entry, "SecondTime", &enum_case_SecondTime_value);

	zval enum_case_SecondNames_value;
	ZVAL_LONG(&enum_case_SecondNames_value, 83);
	zend_enum_add_case_cstr(class_entry, "SecondNames", &enum_case_SecondNames_value);

	zval enum_case_SecondPackageBare_value;
	ZVAL_LONG(&enum_case_SecondPackageBare_value, 84);
	zend_enum_add_case_cstr(class_entry, "SecondPackageBare", &enum_case_SecondPackageBare_value);

	zval enum_case_SecondPackage_value;
	ZVAL_LONG(&enum_case_SecondPackage_value, 85);
	zend_enum_add_case_cstr(class_entry, "SecondPackage", &enum_case_SecondPackage_value);

	zval enum_case_SecondSignType_value;
	ZVAL_LONG(&enum_case_SecondSignType_value, 86);
	zend_enum_add_case_cstr(class_entry, "SecondSignType", &enum_case_SecondSignType_value);

	zval enum_case_SecondContradiction_value;
	ZVAL_LONG(&enum_case_SecondContradiction_value, 87);
	zend_enum_add_case_cstr(class_entry, "SecondContradiction", &enum_case_SecondContradiction_value);

	zval enum_case_SecondMilliseconds_value;
	ZVAL_LONG(&enum_case_SecondMilliseconds_value, 88);
	zend_enum_add_case_cstr(class_entry, "SecondMilliseconds", &enum_case_SecondMilliseconds_value);

	zval enum_case_SecondOfPartner_value;
	ZVAL_LONG(&enum_case_SecondOfPartner_value, 89);
	zend_enum_add_case_cstr(class_entry, "SecondOfPartner", &enum_case_SecondOfPartner_value);

	zval enum_case_SecondOfMerchant_value;
	ZVAL_LONG(&enum_case_SecondOfMerchant_value, 90);
	zend_enum_add_case_cstr(class_entry, "SecondOfMerchant", &enum_case_SecondOfMerchant_value);

	zval enum_case_SecondNameSent_value;
	ZVAL_LONG(&enum_case_SecondNameSent_value, 91);
	zend_enum_add_case_cstr(class_entry, "SecondNameSent", &enum_case_SecondNameSent_value);

	zval enum_case_SecondTooMuch_value;
	ZVAL_LONG(&enum_case_SecondTooMuch_value, 92);
	zend_enum_add_case_cstr(class_entry, "SecondTooMuch", &enum_case_SecondTooMuch_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_SecondSignature(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\SecondSignature", IS_LONG, class_Wxp_SecondSignature_methods);

	zval enum_case_Jsapi_value;
	ZVAL_LONG(&enum_case_Jsapi_value, 1);
	zend_enum_add_case_cstr(class_entry, "Jsapi", &enum_case_Jsapi_value);

	zval enum_case_App_value;
	ZVAL_LONG(&enum_case_App_value, 2);
	zend_enum_add_case_cstr(class_entry, "App", &enum_case_App_value);

	zval enum_case_NativeCode_value;
	ZVAL_LONG(&enum_case_NativeCode_value, 3);
	zend_enum_add_case_cstr(class_entry, "NativeCode", &enum_case_NativeCode_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Hint(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Hint", IS_LONG, class_Wxp_Hint_methods);

	zval enum_case_OtherKey_value;
	ZVAL_LONG(&enum_case_OtherKey_value, 1);
	zend_enum_add_case_cstr(class_entry, "OtherKey", &enum_case_OtherKey_value);

	zval enum_case_SandboxKey_value;
	ZVAL_LONG(&enum_case_SandboxKey_value, 2);
	zend_enum_add_case_cstr(class_entry, "SandboxKey", &enum_case_SandboxKey_value);

	zval enum_case_OtherMerchant_value;
	ZVAL_LONG(&enum_case_OtherMerchant_value, 3);
	zend_enum_add_case_cstr(class_entry, "OtherMerchant", &enum_case_OtherMerchant_value);

	zval enum_case_KeyChanged_value;
	ZVAL_LONG(&enum_case_KeyChanged_value, 4);
	zend_enum_add_case_cstr(class_entry, "KeyChanged", &enum_case_KeyChanged_value);

	zval enum_case_MadeTwice_value;
	ZVAL_LONG(&enum_case_MadeTwice_value, 5);
	zend_enum_add_case_cstr(class_entry, "MadeTwice", &enum_case_MadeTwice_value);

	zval enum_case_FieldsOfOperation_value;
	ZVAL_LONG(&enum_case_FieldsOfOperation_value, 6);
	zend_enum_add_case_cstr(class_entry, "FieldsOfOperation", &enum_case_FieldsOfOperation_value);

	zval enum_case_SignType_value;
	ZVAL_LONG(&enum_case_SignType_value, 7);
	zend_enum_add_case_cstr(class_entry, "SignType", &enum_case_SignType_value);

	zval enum_case_Encoding_value;
	ZVAL_LONG(&enum_case_Encoding_value, 8);
	zend_enum_add_case_cstr(class_entry, "Encoding", &enum_case_Encoding_value);

	zval enum_case_RawMessage_value;
	ZVAL_LONG(&enum_case_RawMessage_value, 9);
	zend_enum_add_case_cstr(class_entry, "RawMessage", &enum_case_RawMessage_value);

	zval enum_case_SeveralMistakes_value;
	ZVAL_LONG(&enum_case_SeveralMistakes_value, 10);
	zend_enum_add_case_cstr(class_entry, "SeveralMistakes", &enum_case_SeveralMistakes_value);

	zval enum_case_SubAppid_value;
	ZVAL_LONG(&enum_case_SubAppid_value, 11);
	zend_enum_add_case_cstr(class_entry, "SubAppid", &enum_case_SubAppid_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_FindingKind(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\FindingKind", IS_LONG, class_Wxp_FindingKind_methods);

	zval enum_case_Missing_value;
	ZVAL_LONG(&enum_case_Missing_value, 101);
	zend_enum_add_case_cstr(class_entry, "Missing", &enum_case_Missing_value);

	zval enum_case_MissingFor_value;
	ZVAL_LONG(&enum_case_MissingFor_value, 102);
	zend_enum_add_case_cstr(class_entry, "MissingFor", &enum_case_MissingFor_value);

	zval enum_case_NotAField_value;
	ZVAL_LONG(&enum_case_NotAField_value, 103);
	zend_enum_add_case_cstr(class_entry, "NotAField", &enum_case_NotAField_value);

	zval enum_case_Twice_value;
	ZVAL_LONG(&enum_case_Twice_value, 104);
	zend_enum_add_case_cstr(class_entry, "Twice", &enum_case_Twice_value);

	zval enum_case_Amount_value;
	ZVAL_LONG(&enum_case_Amount_value, 110);
	zend_enum_add_case_cstr(class_entry, "Amount", &enum_case_Amount_value);

	zval enum_case_Number_value;
	ZVAL_LONG(&enum_case_Number_value, 111);
	zend_enum_add_case_cstr(class_entry, "Number", &enum_case_Number_value);

	zval enum_case_Time_value;
	ZVAL_LONG(&enum_case_Time_value, 112);
	zend_enum_add_case_cstr(class_entry, "Time", &enum_case_Time_value);

	zval enum_case_Date_value;
	ZVAL_LONG(&enum_case_Date_value, 113);
	zend_enum_add_case_cstr(class_entry, "Date", &enum_case_Date_value);

	zval enum_case_NotifyUrl_value;
	ZVAL_LONG(&enum_case_NotifyUrl_value, 114);
	zend_enum_add_case_cstr(class_entry, "NotifyUrl", &enum_case_NotifyUrl_value);

	zval enum_case_NotifyUrlQuery_value;
	ZVAL_LONG(&enum_case_NotifyUrlQuery_value, 115);
	zend_enum_add_case_cstr(class_entry, "NotifyUrlQuery", &enum_case_NotifyUrlQuery_value);

	zval enum_case_Ip_value;
	ZVAL_LONG(&enum_case_Ip_value, 116);
	zend_enum_add_case_cstr(class_entry, "Ip", &enum_case_Ip_value);

	zval enum_case_Value_value;
	ZVAL_LONG(&enum_case_Value_value, 117);
	zend_enum_add_case_cstr(class_entry, "Value", &enum_case_Value_value);

	zval enum_case_Currency_value;
	ZVAL_LONG(&enum_case_Currency_value, 118);
	zend_enum_add_case_cstr(class_entry, "Currency", &enum_case_Currency_value);

	zval enum_case_Characters_value;
	ZVAL_LONG(&enum_case_Characters_value, 119);
	zend_enum_add_case_cstr(class_entry, "Characters", &enum_case_Characters_value);

	zval enum_case_Json_value;
	ZVAL_LONG(&enum_case_Json_value, 120);
	zend_enum_add_case_cstr(class_entry, "Json", &enum_case_Json_value);

	zval enum_case_TooLong_value;
	ZVAL_LONG(&enum_case_TooLong_value, 121);
	zend_enum_add_case_cstr(class_entry, "TooLong", &enum_case_TooLong_value);

	zval enum_case_SignTypeMissing_value;
	ZVAL_LONG(&enum_case_SignTypeMissing_value, 130);
	zend_enum_add_case_cstr(class_entry, "SignTypeMissing", &enum_case_SignTypeMissing_value);

	zval enum_case_SignTypeDiffers_value;
	ZVAL_LONG(&enum_case_SignTypeDiffers_value, 131);
	zend_enum_add_case_cstr(class_entry, "SignTypeDiffers", &enum_case_SignTypeDiffers_value);

	zval enum_case_AlgorithmNotTaken_value;
	ZVAL_LONG(&enum_case_AlgorithmNotTaken_value, 132);
	zend_enum_add_case_cstr(class_entry, "AlgorithmNotTaken", &enum_case_AlgorithmNotTaken_value);

	zval enum_case_NotSigned_value;
	ZVAL_LONG(&enum_case_NotSigned_value, 133);
	zend_enum_add_case_cstr(class_entry, "NotSigned", &enum_case_NotSigned_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Sender(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("Wxp\\Sender", IS_LONG, class_Wxp_Sender_methods);

	zval enum_case_Merchant_value;
	ZVAL_LONG(&enum_case_Merchant_value, 0);
	zend_enum_add_case_cstr(class_entry, "Merchant", &enum_case_Merchant_value);

	zval enum_case_Gateway_value;
	ZVAL_LONG(&enum_case_Gateway_value, 1);
	zend_enum_add_case_cstr(class_entry, "Gateway", &enum_case_Gateway_value);

	zval enum_case_Customer_value;
	ZVAL_LONG(&enum_case_Customer_value, 2);
	zend_enum_add_case_cstr(class_entry, "Customer", &enum_case_Customer_value);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Error(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Error", class_Wxp_Error_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	zval const_NULL_value;
	ZVAL_LONG(&const_NULL_value, 1);
	zend_string *const_NULL_name = zend_string_init_interned("NULL", sizeof("NULL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NULL_name, &const_NULL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NULL_name);

	zval const_LENGTH_value;
	ZVAL_LONG(&const_LENGTH_value, 2);
	zend_string *const_LENGTH_name = zend_string_init_interned("LENGTH", sizeof("LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LENGTH_name, &const_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LENGTH_name);

	zval const_ALIGNMENT_value;
	ZVAL_LONG(&const_ALIGNMENT_value, 3);
	zend_string *const_ALIGNMENT_name = zend_string_init_interned("ALIGNMENT", sizeof("ALIGNMENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ALIGNMENT_name, &const_ALIGNMENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ALIGNMENT_name);

	zval const_OVERLAP_value;
	ZVAL_LONG(&const_OVERLAP_value, 4);
	zend_string *const_OVERLAP_name = zend_string_init_interned("OVERLAP", sizeof("OVERLAP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OVERLAP_name, &const_OVERLAP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OVERLAP_name);

	zval const_KEY_value;
	ZVAL_LONG(&const_KEY_value, 5);
	zend_string *const_KEY_name = zend_string_init_interned("KEY", sizeof("KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_KEY_name, &const_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_KEY_name);

	zval const_ARGUMENT_value;
	ZVAL_LONG(&const_ARGUMENT_value, 6);
	zend_string *const_ARGUMENT_name = zend_string_init_interned("ARGUMENT", sizeof("ARGUMENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ARGUMENT_name, &const_ARGUMENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ARGUMENT_name);

	zval const_NOT_FOUND_value;
	ZVAL_LONG(&const_NOT_FOUND_value, 7);
	zend_string *const_NOT_FOUND_name = zend_string_init_interned("NOT_FOUND", sizeof("NOT_FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_FOUND_name, &const_NOT_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_FOUND_name);

	zval const_PACKED_value;
	ZVAL_LONG(&const_PACKED_value, 8);
	zend_string *const_PACKED_name = zend_string_init_interned("PACKED", sizeof("PACKED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PACKED_name, &const_PACKED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PACKED_name);

	zval const_SELF_TEST_value;
	ZVAL_LONG(&const_SELF_TEST_value, 9);
	zend_string *const_SELF_TEST_name = zend_string_init_interned("SELF_TEST", sizeof("SELF_TEST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SELF_TEST_name, &const_SELF_TEST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SELF_TEST_name);

	zval const_SECRET_LENGTH_value;
	ZVAL_LONG(&const_SECRET_LENGTH_value, 10);
	zend_string *const_SECRET_LENGTH_name = zend_string_init_interned("SECRET_LENGTH", sizeof("SECRET_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SECRET_LENGTH_name, &const_SECRET_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SECRET_LENGTH_name);

	zval const_SECRET_CHARACTER_value;
	ZVAL_LONG(&const_SECRET_CHARACTER_value, 11);
	zend_string *const_SECRET_CHARACTER_name = zend_string_init_interned("SECRET_CHARACTER", sizeof("SECRET_CHARACTER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SECRET_CHARACTER_name, &const_SECRET_CHARACTER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SECRET_CHARACTER_name);

	zval const_FIELD_NAME_value;
	ZVAL_LONG(&const_FIELD_NAME_value, 20);
	zend_string *const_FIELD_NAME_name = zend_string_init_interned("FIELD_NAME", sizeof("FIELD_NAME") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FIELD_NAME_name, &const_FIELD_NAME_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FIELD_NAME_name);

	zval const_DUPLICATE_FIELD_value;
	ZVAL_LONG(&const_DUPLICATE_FIELD_value, 21);
	zend_string *const_DUPLICATE_FIELD_name = zend_string_init_interned("DUPLICATE_FIELD", sizeof("DUPLICATE_FIELD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DUPLICATE_FIELD_name, &const_DUPLICATE_FIELD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DUPLICATE_FIELD_name);

	zval const_TOO_MANY_FIELDS_value;
	ZVAL_LONG(&const_TOO_MANY_FIELDS_value, 22);
	zend_string *const_TOO_MANY_FIELDS_name = zend_string_init_interned("TOO_MANY_FIELDS", sizeof("TOO_MANY_FIELDS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TOO_MANY_FIELDS_name, &const_TOO_MANY_FIELDS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TOO_MANY_FIELDS_name);

	zval const_CHARACTER_value;
	ZVAL_LONG(&const_CHARACTER_value, 23);
	zend_string *const_CHARACTER_name = zend_string_init_interned("CHARACTER", sizeof("CHARACTER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CHARACTER_name, &const_CHARACTER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CHARACTER_name);

	zval const_NOTIFY_URL_value;
	ZVAL_LONG(&const_NOTIFY_URL_value, 24);
	zend_string *const_NOTIFY_URL_name = zend_string_init_interned("NOTIFY_URL", sizeof("NOTIFY_URL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOTIFY_URL_name, &const_NOTIFY_URL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOTIFY_URL_name);

	zval const_NOTIFY_URL_QUERY_value;
	ZVAL_LONG(&const_NOTIFY_URL_QUERY_value, 25);
	zend_string *const_NOTIFY_URL_QUERY_name = zend_string_init_interned("NOTIFY_URL_QUERY", sizeof("NOTIFY_URL_QUERY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOTIFY_URL_QUERY_name, &const_NOTIFY_URL_QUERY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOTIFY_URL_QUERY_name);

	zval const_MISSING_value;
	ZVAL_LONG(&const_MISSING_value, 26);
	zend_string *const_MISSING_name = zend_string_init_interned("MISSING", sizeof("MISSING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MISSING_name, &const_MISSING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MISSING_name);

	zval const_ADDRESS_LENGTH_value;
	ZVAL_LONG(&const_ADDRESS_LENGTH_value, 27);
	zend_string *const_ADDRESS_LENGTH_name = zend_string_init_interned("ADDRESS_LENGTH", sizeof("ADDRESS_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ADDRESS_LENGTH_name, &const_ADDRESS_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ADDRESS_LENGTH_name);

	zval const_LEAKED_SECRET_value;
	ZVAL_LONG(&const_LEAKED_SECRET_value, 28);
	zend_string *const_LEAKED_SECRET_name = zend_string_init_interned("LEAKED_SECRET", sizeof("LEAKED_SECRET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LEAKED_SECRET_name, &const_LEAKED_SECRET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LEAKED_SECRET_name);

	zval const_IMITATION_value;
	ZVAL_LONG(&const_IMITATION_value, 29);
	zend_string *const_IMITATION_name = zend_string_init_interned("IMITATION", sizeof("IMITATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_IMITATION_name, &const_IMITATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_IMITATION_name);

	zval const_SPACE_value;
	ZVAL_LONG(&const_SPACE_value, 30);
	zend_string *const_SPACE_name = zend_string_init_interned("SPACE", sizeof("SPACE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SPACE_name, &const_SPACE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SPACE_name);

	zval const_NOT_XML_value;
	ZVAL_LONG(&const_NOT_XML_value, 40);
	zend_string *const_NOT_XML_name = zend_string_init_interned("NOT_XML", sizeof("NOT_XML") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_XML_name, &const_NOT_XML_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_XML_name);

	zval const_NOT_UTF8_value;
	ZVAL_LONG(&const_NOT_UTF8_value, 41);
	zend_string *const_NOT_UTF8_name = zend_string_init_interned("NOT_UTF8", sizeof("NOT_UTF8") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_UTF8_name, &const_NOT_UTF8_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_UTF8_name);

	zval const_TRUNCATED_value;
	ZVAL_LONG(&const_TRUNCATED_value, 42);
	zend_string *const_TRUNCATED_name = zend_string_init_interned("TRUNCATED", sizeof("TRUNCATED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TRUNCATED_name, &const_TRUNCATED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TRUNCATED_name);

	zval const_MALFORMED_value;
	ZVAL_LONG(&const_MALFORMED_value, 43);
	zend_string *const_MALFORMED_name = zend_string_init_interned("MALFORMED", sizeof("MALFORMED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MALFORMED_name, &const_MALFORMED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MALFORMED_name);

	zval const_END_TAG_value;
	ZVAL_LONG(&const_END_TAG_value, 44);
	zend_string *const_END_TAG_name = zend_string_init_interned("END_TAG", sizeof("END_TAG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_END_TAG_name, &const_END_TAG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_END_TAG_name);

	zval const_REFERENCE_value;
	ZVAL_LONG(&const_REFERENCE_value, 45);
	zend_string *const_REFERENCE_name = zend_string_init_interned("REFERENCE", sizeof("REFERENCE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REFERENCE_name, &const_REFERENCE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REFERENCE_name);

	zval const_CONTROL_value;
	ZVAL_LONG(&const_CONTROL_value, 46);
	zend_string *const_CONTROL_name = zend_string_init_interned("CONTROL", sizeof("CONTROL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CONTROL_name, &const_CONTROL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CONTROL_name);

	zval const_DECLARATION_value;
	ZVAL_LONG(&const_DECLARATION_value, 47);
	zend_string *const_DECLARATION_name = zend_string_init_interned("DECLARATION", sizeof("DECLARATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DECLARATION_name, &const_DECLARATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DECLARATION_name);

	zval const_SECOND_ROOT_value;
	ZVAL_LONG(&const_SECOND_ROOT_value, 48);
	zend_string *const_SECOND_ROOT_name = zend_string_init_interned("SECOND_ROOT", sizeof("SECOND_ROOT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SECOND_ROOT_name, &const_SECOND_ROOT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SECOND_ROOT_name);

	zval const_TRAILING_value;
	ZVAL_LONG(&const_TRAILING_value, 49);
	zend_string *const_TRAILING_name = zend_string_init_interned("TRAILING", sizeof("TRAILING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TRAILING_name, &const_TRAILING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TRAILING_name);

	zval const_DOCTYPE_value;
	ZVAL_LONG(&const_DOCTYPE_value, 50);
	zend_string *const_DOCTYPE_name = zend_string_init_interned("DOCTYPE", sizeof("DOCTYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DOCTYPE_name, &const_DOCTYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DOCTYPE_name);

	zval const_COMMENT_value;
	ZVAL_LONG(&const_COMMENT_value, 51);
	zend_string *const_COMMENT_name = zend_string_init_interned("COMMENT", sizeof("COMMENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_COMMENT_name, &const_COMMENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_COMMENT_name);

	zval const_PROCESSING_INSTRUCTION_value;
	ZVAL_LONG(&const_PROCESSING_INSTRUCTION_value, 52);
	zend_string *const_PROCESSING_INSTRUCTION_name = zend_string_init_interned("PROCESSING_INSTRUCTION", sizeof("PROCESSING_INSTRUCTION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROCESSING_INSTRUCTION_name, &const_PROCESSING_INSTRUCTION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROCESSING_INSTRUCTION_name);

	zval const_ATTRIBUTE_value;
	ZVAL_LONG(&const_ATTRIBUTE_value, 53);
	zend_string *const_ATTRIBUTE_name = zend_string_init_interned("ATTRIBUTE", sizeof("ATTRIBUTE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ATTRIBUTE_name, &const_ATTRIBUTE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ATTRIBUTE_name);

	zval const_PREFIX_value;
	ZVAL_LONG(&const_PREFIX_value, 54);
	zend_string *const_PREFIX_name = zend_string_init_interned("PREFIX", sizeof("PREFIX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PREFIX_name, &const_PREFIX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PREFIX_name);

	zval const_NAME_value;
	ZVAL_LONG(&const_NAME_value, 55);
	zend_string *const_NAME_name = zend_string_init_interned("NAME", sizeof("NAME") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NAME_name, &const_NAME_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NAME_name);

	zval const_NESTED_value;
	ZVAL_LONG(&const_NESTED_value, 56);
	zend_string *const_NESTED_name = zend_string_init_interned("NESTED", sizeof("NESTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NESTED_name, &const_NESTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NESTED_name);

	zval const_DUPLICATE_value;
	ZVAL_LONG(&const_DUPLICATE_value, 57);
	zend_string *const_DUPLICATE_name = zend_string_init_interned("DUPLICATE", sizeof("DUPLICATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DUPLICATE_name, &const_DUPLICATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DUPLICATE_name);

	zval const_STRAY_value;
	ZVAL_LONG(&const_STRAY_value, 58);
	zend_string *const_STRAY_name = zend_string_init_interned("STRAY", sizeof("STRAY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_STRAY_name, &const_STRAY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_STRAY_name);

	zval const_ENCODING_value;
	ZVAL_LONG(&const_ENCODING_value, 59);
	zend_string *const_ENCODING_name = zend_string_init_interned("ENCODING", sizeof("ENCODING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ENCODING_name, &const_ENCODING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ENCODING_name);

	zval const_UNSIGNED_value;
	ZVAL_LONG(&const_UNSIGNED_value, 60);
	zend_string *const_UNSIGNED_name = zend_string_init_interned("UNSIGNED", sizeof("UNSIGNED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNSIGNED_name, &const_UNSIGNED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNSIGNED_name);

	zval const_ALGORITHM_MISMATCH_value;
	ZVAL_LONG(&const_ALGORITHM_MISMATCH_value, 61);
	zend_string *const_ALGORITHM_MISMATCH_name = zend_string_init_interned("ALGORITHM_MISMATCH", sizeof("ALGORITHM_MISMATCH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ALGORITHM_MISMATCH_name, &const_ALGORITHM_MISMATCH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ALGORITHM_MISMATCH_name);

	zval const_SIGNATURE_MISMATCH_value;
	ZVAL_LONG(&const_SIGNATURE_MISMATCH_value, 62);
	zend_string *const_SIGNATURE_MISMATCH_name = zend_string_init_interned("SIGNATURE_MISMATCH", sizeof("SIGNATURE_MISMATCH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SIGNATURE_MISMATCH_name, &const_SIGNATURE_MISMATCH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SIGNATURE_MISMATCH_name);

	zval const_NO_RETURN_CODE_value;
	ZVAL_LONG(&const_NO_RETURN_CODE_value, 63);
	zend_string *const_NO_RETURN_CODE_name = zend_string_init_interned("NO_RETURN_CODE", sizeof("NO_RETURN_CODE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_RETURN_CODE_name, &const_NO_RETURN_CODE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_RETURN_CODE_name);

	zval const_SEALED_value;
	ZVAL_LONG(&const_SEALED_value, 64);
	zend_string *const_SEALED_name = zend_string_init_interned("SEALED", sizeof("SEALED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SEALED_name, &const_SEALED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SEALED_name);

	zval const_LACKS_value;
	ZVAL_LONG(&const_LACKS_value, 65);
	zend_string *const_LACKS_name = zend_string_init_interned("LACKS", sizeof("LACKS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LACKS_name, &const_LACKS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LACKS_name);

	zval const_FOREIGN_value;
	ZVAL_LONG(&const_FOREIGN_value, 66);
	zend_string *const_FOREIGN_name = zend_string_init_interned("FOREIGN", sizeof("FOREIGN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FOREIGN_name, &const_FOREIGN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FOREIGN_name);

	zval const_AMBIGUOUS_value;
	ZVAL_LONG(&const_AMBIGUOUS_value, 67);
	zend_string *const_AMBIGUOUS_name = zend_string_init_interned("AMBIGUOUS", sizeof("AMBIGUOUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AMBIGUOUS_name, &const_AMBIGUOUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AMBIGUOUS_name);

	zval const_ROOT_value;
	ZVAL_LONG(&const_ROOT_value, 68);
	zend_string *const_ROOT_name = zend_string_init_interned("ROOT", sizeof("ROOT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ROOT_name, &const_ROOT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ROOT_name);

	zval const_DIFFERS_value;
	ZVAL_LONG(&const_DIFFERS_value, 69);
	zend_string *const_DIFFERS_name = zend_string_init_interned("DIFFERS", sizeof("DIFFERS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DIFFERS_name, &const_DIFFERS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DIFFERS_name);

	zval const_BILL_value;
	ZVAL_LONG(&const_BILL_value, 70);
	zend_string *const_BILL_name = zend_string_init_interned("BILL", sizeof("BILL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BILL_name, &const_BILL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BILL_name);

	zval const_CELLS_value;
	ZVAL_LONG(&const_CELLS_value, 71);
	zend_string *const_CELLS_name = zend_string_init_interned("CELLS", sizeof("CELLS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CELLS_name, &const_CELLS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CELLS_name);

	zval const_LIST_value;
	ZVAL_LONG(&const_LIST_value, 72);
	zend_string *const_LIST_name = zend_string_init_interned("LIST", sizeof("LIST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LIST_name, &const_LIST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LIST_name);

	zval const_ESCAPE_value;
	ZVAL_LONG(&const_ESCAPE_value, 73);
	zend_string *const_ESCAPE_name = zend_string_init_interned("ESCAPE", sizeof("ESCAPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ESCAPE_name, &const_ESCAPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ESCAPE_name);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_field_name);

	zval property_offset_default_value;
	ZVAL_UNDEF(&property_offset_default_value);
	zend_string *property_offset_name = zend_string_init("offset", sizeof("offset") - 1, 1);
	zend_declare_typed_property(class_entry, property_offset_name, &property_offset_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_offset_name);

	zval property_found_default_value;
	ZVAL_UNDEF(&property_found_default_value);
	zend_string *property_found_name = zend_string_init("found", sizeof("found") - 1, 1);
	zend_declare_typed_property(class_entry, property_found_name, &property_found_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_found_name);

	zval property_expected_default_value;
	ZVAL_UNDEF(&property_expected_default_value);
	zend_string *property_expected_name = zend_string_init("expected", sizeof("expected") - 1, 1);
	zend_declare_typed_property(class_entry, property_expected_name, &property_expected_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_expected_name);

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_body_name);

	zval property_page_default_value;
	ZVAL_UNDEF(&property_page_default_value);
	zend_string *property_page_name = zend_string_init("page", sizeof("page") - 1, 1);
	zend_declare_typed_property(class_entry, property_page_name, &property_page_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_page_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_NotAuthentic(zend_class_entry *class_entry_LogicException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "NotAuthentic", class_Wxp_NotAuthentic_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_LogicException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Key(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Key", class_Wxp_Key_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "nonstandard", sizeof("nonstandard") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "nonstandard", sizeof("nonstandard") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Explanation(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Explanation", class_Wxp_Explanation_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_cause_class_Wxp_Cause = zend_string_init("Wxp\\Cause", sizeof("Wxp\\Cause")-1, 1);
	zval property_cause_default_value;
	ZVAL_UNDEF(&property_cause_default_value);
	zend_string *property_cause_name = zend_string_init("cause", sizeof("cause") - 1, 1);
	zend_declare_typed_property(class_entry, property_cause_name, &property_cause_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_cause_class_Wxp_Cause, 0, 0));
	zend_string_release(property_cause_name);

	zval property_text_default_value;
	ZVAL_UNDEF(&property_text_default_value);
	zend_string *property_text_name = zend_string_init("text", sizeof("text") - 1, 1);
	zend_declare_typed_property(class_entry, property_text_name, &property_text_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_text_name);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_field_name);

	zval property_fields_default_value;
	ZVAL_UNDEF(&property_fields_default_value);
	zend_string *property_fields_name = zend_string_init("fields", sizeof("fields") - 1, 1);
	zend_declare_typed_property(class_entry, property_fields_name, &property_fields_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_fields_name);

	zend_string *property_second_class_Wxp_SecondSignature = zend_string_init("Wxp\\SecondSignature", sizeof("Wxp\\SecondSignature")-1, 1);
	zval property_second_default_value;
	ZVAL_UNDEF(&property_second_default_value);
	zend_string *property_second_name = zend_string_init("second", sizeof("second") - 1, 1);
	zend_declare_typed_property(class_entry, property_second_name, &property_second_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_second_class_Wxp_SecondSignature, 0, MAY_BE_NULL));
	zend_string_release(property_second_name);

	zval property_findings_default_value;
	ZVAL_UNDEF(&property_findings_default_value);
	zend_string *property_findings_name = zend_string_init("findings", sizeof("findings") - 1, 1);
	zend_declare_typed_property(class_entry, property_findings_name, &property_findings_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_findings_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Finding(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Finding", class_Wxp_Finding_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_kind_class_Wxp_FindingKind = zend_string_init("Wxp\\FindingKind", sizeof("Wxp\\FindingKind")-1, 1);
	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_kind_class_Wxp_FindingKind, 0, 0));
	zend_string_release(property_kind_name);

	zval property_certain_default_value;
	ZVAL_UNDEF(&property_certain_default_value);
	zend_string *property_certain_name = zend_string_init("certain", sizeof("certain") - 1, 1);
	zend_declare_typed_property(class_entry, property_certain_name, &property_certain_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_certain_name);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_field_name);

	zval property_index_default_value;
	ZVAL_UNDEF(&property_index_default_value);
	zend_string *property_index_name = zend_string_init("index", sizeof("index") - 1, 1);
	zend_declare_typed_property(class_entry, property_index_name, &property_index_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_index_name);

	zval property_offset_default_value;
	ZVAL_UNDEF(&property_offset_default_value);
	zend_string *property_offset_name = zend_string_init("offset", sizeof("offset") - 1, 1);
	zend_declare_typed_property(class_entry, property_offset_name, &property_offset_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_offset_name);

	zval property_limit_default_value;
	ZVAL_UNDEF(&property_limit_default_value);
	zend_string *property_limit_name = zend_string_init("limit", sizeof("limit") - 1, 1);
	zend_declare_typed_property(class_entry, property_limit_name, &property_limit_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_limit_name);

	zval property_meant_default_value;
	ZVAL_UNDEF(&property_meant_default_value);
	zend_string *property_meant_name = zend_string_init("meant", sizeof("meant") - 1, 1);
	zend_declare_typed_property(class_entry, property_meant_name, &property_meant_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_meant_name);

	zval property_alternatives_default_value;
	ZVAL_UNDEF(&property_alternatives_default_value);
	zend_string *property_alternatives_name = zend_string_init("alternatives", sizeof("alternatives") - 1, 1);
	zend_declare_typed_property(class_entry, property_alternatives_name, &property_alternatives_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_alternatives_name);

	zval property_because_default_value;
	ZVAL_UNDEF(&property_because_default_value);
	zend_string *property_because_name = zend_string_init("because", sizeof("because") - 1, 1);
	zend_declare_typed_property(class_entry, property_because_name, &property_because_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_because_name);

	zval property_becauseValue_default_value;
	ZVAL_UNDEF(&property_becauseValue_default_value);
	zend_string *property_becauseValue_name = zend_string_init("becauseValue", sizeof("becauseValue") - 1, 1);
	zend_declare_typed_property(class_entry, property_becauseValue_name, &property_becauseValue_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_becauseValue_name);

	zval property_text_default_value;
	ZVAL_UNDEF(&property_text_default_value);
	zend_string *property_text_name = zend_string_init("text", sizeof("text") - 1, 1);
	zend_declare_typed_property(class_entry, property_text_name, &property_text_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_text_name);

	zval property_details_default_value;
	ZVAL_UNDEF(&property_details_default_value);
	zend_string *property_details_name = zend_string_init("details", sizeof("details") - 1, 1);
	zend_declare_typed_property(class_entry, property_details_name, &property_details_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_details_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_WrongRequest(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "WrongRequest", class_Wxp_WrongRequest_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	zval property_findings_default_value;
	ZVAL_UNDEF(&property_findings_default_value);
	zend_string *property_findings_name = zend_string_init("findings", sizeof("findings") - 1, 1);
	zend_declare_typed_property(class_entry, property_findings_name, &property_findings_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_findings_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Reply(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Reply", class_Wxp_Reply_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Judgment(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Judgment", class_Wxp_Judgment_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_verdict_class_Wxp_Verdict = zend_string_init("Wxp\\Verdict", sizeof("Wxp\\Verdict")-1, 1);
	zval property_verdict_default_value;
	ZVAL_UNDEF(&property_verdict_default_value);
	zend_string *property_verdict_name = zend_string_init("verdict", sizeof("verdict") - 1, 1);
	zend_declare_typed_property(class_entry, property_verdict_name, &property_verdict_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_verdict_class_Wxp_Verdict, 0, 0));
	zend_string_release(property_verdict_name);

	zend_string *property_outcome_class_Wxp_Verdict = zend_string_init("Wxp\\Verdict", sizeof("Wxp\\Verdict")-1, 1);
	zval property_outcome_default_value;
	ZVAL_UNDEF(&property_outcome_default_value);
	zend_string *property_outcome_name = zend_string_init("outcome", sizeof("outcome") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcome_name, &property_outcome_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_outcome_class_Wxp_Verdict, 0, MAY_BE_NULL));
	zend_string_release(property_outcome_name);

	zend_string *property_action_class_Wxp_Action = zend_string_init("Wxp\\Action", sizeof("Wxp\\Action")-1, 1);
	zval property_action_default_value;
	ZVAL_UNDEF(&property_action_default_value);
	zend_string *property_action_name = zend_string_init("action", sizeof("action") - 1, 1);
	zend_declare_typed_property(class_entry, property_action_name, &property_action_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_action_class_Wxp_Action, 0, 0));
	zend_string_release(property_action_name);

	zval property_advice_default_value;
	ZVAL_UNDEF(&property_advice_default_value);
	zend_string *property_advice_name = zend_string_init("advice", sizeof("advice") - 1, 1);
	zend_declare_typed_property(class_entry, property_advice_name, &property_advice_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_advice_name);

	zval property_fault_default_value;
	ZVAL_UNDEF(&property_fault_default_value);
	zend_string *property_fault_name = zend_string_init("fault", sizeof("fault") - 1, 1);
	zend_declare_typed_property(class_entry, property_fault_name, &property_fault_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_fault_name);

	zval property_faultField_default_value;
	ZVAL_UNDEF(&property_faultField_default_value);
	zend_string *property_faultField_name = zend_string_init("faultField", sizeof("faultField") - 1, 1);
	zend_declare_typed_property(class_entry, property_faultField_name, &property_faultField_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_faultField_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_reason_name);

	zval property_ambiguous_default_value;
	ZVAL_UNDEF(&property_ambiguous_default_value);
	zend_string *property_ambiguous_name = zend_string_init("ambiguous", sizeof("ambiguous") - 1, 1);
	zend_declare_typed_property(class_entry, property_ambiguous_name, &property_ambiguous_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_ambiguous_name);

	zval property_source_default_value;
	ZVAL_UNDEF(&property_source_default_value);
	zend_string *property_source_name = zend_string_init("source", sizeof("source") - 1, 1);
	zend_declare_typed_property(class_entry, property_source_name, &property_source_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_source_name);

	zend_string *property_order_class_Wxp_OrderState = zend_string_init("Wxp\\OrderState", sizeof("Wxp\\OrderState")-1, 1);
	zval property_order_default_value;
	ZVAL_UNDEF(&property_order_default_value);
	zend_string *property_order_name = zend_string_init("order", sizeof("order") - 1, 1);
	zend_declare_typed_property(class_entry, property_order_name, &property_order_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_order_class_Wxp_OrderState, 0, 0));
	zend_string_release(property_order_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Advice(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Advice", class_Wxp_Advice_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_action_class_Wxp_Action = zend_string_init("Wxp\\Action", sizeof("Wxp\\Action")-1, 1);
	zval property_action_default_value;
	ZVAL_UNDEF(&property_action_default_value);
	zend_string *property_action_name = zend_string_init("action", sizeof("action") - 1, 1);
	zend_declare_typed_property(class_entry, property_action_name, &property_action_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_action_class_Wxp_Action, 0, 0));
	zend_string_release(property_action_name);

	zval property_text_default_value;
	ZVAL_UNDEF(&property_text_default_value);
	zend_string *property_text_name = zend_string_init("text", sizeof("text") - 1, 1);
	zend_declare_typed_property(class_entry, property_text_name, &property_text_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_text_name);

	zval property_number_default_value;
	ZVAL_UNDEF(&property_number_default_value);
	zend_string *property_number_name = zend_string_init("number", sizeof("number") - 1, 1);
	zend_declare_typed_property(class_entry, property_number_name, &property_number_default_value, ZEND_ACC_PRIVATE|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_number_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Endpoint(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Endpoint", class_Wxp_Endpoint_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_path_default_value;
	ZVAL_UNDEF(&property_path_default_value);
	zend_string *property_path_name = zend_string_init("path", sizeof("path") - 1, 1);
	zend_declare_typed_property(class_entry, property_path_name, &property_path_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_path_name);

	zval property_host_default_value;
	ZVAL_UNDEF(&property_host_default_value);
	zend_string *property_host_name = zend_string_init("host", sizeof("host") - 1, 1);
	zend_declare_typed_property(class_entry, property_host_name, &property_host_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_host_name);

	zval property_backupHost_default_value;
	ZVAL_UNDEF(&property_backupHost_default_value);
	zend_string *property_backupHost_name = zend_string_init("backupHost", sizeof("backupHost") - 1, 1);
	zend_declare_typed_property(class_entry, property_backupHost_name, &property_backupHost_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_backupHost_name);

	zval property_purpose_default_value;
	ZVAL_UNDEF(&property_purpose_default_value);
	zend_string *property_purpose_name = zend_string_init("purpose", sizeof("purpose") - 1, 1);
	zend_declare_typed_property(class_entry, property_purpose_name, &property_purpose_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_purpose_name);

	zval property_get_default_value;
	ZVAL_UNDEF(&property_get_default_value);
	zend_string *property_get_name = zend_string_init("get", sizeof("get") - 1, 1);
	zend_declare_typed_property(class_entry, property_get_name, &property_get_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_get_name);

	zval property_certificate_default_value;
	ZVAL_UNDEF(&property_certificate_default_value);
	zend_string *property_certificate_name = zend_string_init("certificate", sizeof("certificate") - 1, 1);
	zend_declare_typed_property(class_entry, property_certificate_name, &property_certificate_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_certificate_name);

	zval property_algorithms_default_value;
	ZVAL_UNDEF(&property_algorithms_default_value);
	zend_string *property_algorithms_name = zend_string_init("algorithms", sizeof("algorithms") - 1, 1);
	zend_declare_typed_property(class_entry, property_algorithms_name, &property_algorithms_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_algorithms_name);

	zend_string *property_defaultAlgorithm_class_Wxp_Algorithm = zend_string_init("Wxp\\Algorithm", sizeof("Wxp\\Algorithm")-1, 1);
	zval property_defaultAlgorithm_default_value;
	ZVAL_UNDEF(&property_defaultAlgorithm_default_value);
	zend_string *property_defaultAlgorithm_name = zend_string_init("defaultAlgorithm", sizeof("defaultAlgorithm") - 1, 1);
	zend_declare_typed_property(class_entry, property_defaultAlgorithm_name, &property_defaultAlgorithm_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_defaultAlgorithm_class_Wxp_Algorithm, 0, MAY_BE_NULL));
	zend_string_release(property_defaultAlgorithm_name);

	zend_string *property_signType_class_Wxp_SignType = zend_string_init("Wxp\\SignType", sizeof("Wxp\\SignType")-1, 1);
	zval property_signType_default_value;
	ZVAL_UNDEF(&property_signType_default_value);
	zend_string *property_signType_name = zend_string_init("signType", sizeof("signType") - 1, 1);
	zend_declare_typed_property(class_entry, property_signType_name, &property_signType_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_signType_class_Wxp_SignType, 0, 0));
	zend_string_release(property_signType_name);

	zend_string *property_answerSigned_class_Wxp_Signed = zend_string_init("Wxp\\Signed", sizeof("Wxp\\Signed")-1, 1);
	zval property_answerSigned_default_value;
	ZVAL_UNDEF(&property_answerSigned_default_value);
	zend_string *property_answerSigned_name = zend_string_init("answerSigned", sizeof("answerSigned") - 1, 1);
	zend_declare_typed_property(class_entry, property_answerSigned_name, &property_answerSigned_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_answerSigned_class_Wxp_Signed, 0, 0));
	zend_string_release(property_answerSigned_name);

	zend_string *property_format_class_Wxp_Format = zend_string_init("Wxp\\Format", sizeof("Wxp\\Format")-1, 1);
	zval property_format_default_value;
	ZVAL_UNDEF(&property_format_default_value);
	zend_string *property_format_name = zend_string_init("format", sizeof("format") - 1, 1);
	zend_declare_typed_property(class_entry, property_format_name, &property_format_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_format_class_Wxp_Format, 0, 0));
	zend_string_release(property_format_name);

	zval property_nonce_default_value;
	ZVAL_UNDEF(&property_nonce_default_value);
	zend_string *property_nonce_name = zend_string_init("nonce", sizeof("nonce") - 1, 1);
	zend_declare_typed_property(class_entry, property_nonce_name, &property_nonce_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_nonce_name);

	zval property_repeatable_default_value;
	ZVAL_UNDEF(&property_repeatable_default_value);
	zend_string *property_repeatable_name = zend_string_init("repeatable", sizeof("repeatable") - 1, 1);
	zend_declare_typed_property(class_entry, property_repeatable_name, &property_repeatable_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_repeatable_name);

	zval property_movesMoney_default_value;
	ZVAL_UNDEF(&property_movesMoney_default_value);
	zend_string *property_movesMoney_name = zend_string_init("movesMoney", sizeof("movesMoney") - 1, 1);
	zend_declare_typed_property(class_entry, property_movesMoney_name, &property_movesMoney_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_movesMoney_name);

	zval property_deprecated_default_value;
	ZVAL_UNDEF(&property_deprecated_default_value);
	zend_string *property_deprecated_name = zend_string_init("deprecated", sizeof("deprecated") - 1, 1);
	zend_declare_typed_property(class_entry, property_deprecated_name, &property_deprecated_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_deprecated_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Timing(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Timing", class_Wxp_Timing_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_firstQuery_default_value;
	ZVAL_UNDEF(&property_firstQuery_default_value);
	zend_string *property_firstQuery_name = zend_string_init("firstQuery", sizeof("firstQuery") - 1, 1);
	zend_declare_typed_property(class_entry, property_firstQuery_name, &property_firstQuery_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_firstQuery_name);

	zval property_spacing_default_value;
	ZVAL_UNDEF(&property_spacing_default_value);
	zend_string *property_spacing_name = zend_string_init("spacing", sizeof("spacing") - 1, 1);
	zend_declare_typed_property(class_entry, property_spacing_name, &property_spacing_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_spacing_name);

	zval property_total_default_value;
	ZVAL_UNDEF(&property_total_default_value);
	zend_string *property_total_name = zend_string_init("total", sizeof("total") - 1, 1);
	zend_declare_typed_property(class_entry, property_total_name, &property_total_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_total_name);

	zval property_reverseFrom_default_value;
	ZVAL_UNDEF(&property_reverseFrom_default_value);
	zend_string *property_reverseFrom_name = zend_string_init("reverseFrom", sizeof("reverseFrom") - 1, 1);
	zend_declare_typed_property(class_entry, property_reverseFrom_name, &property_reverseFrom_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_reverseFrom_name);

	zval property_reverseSpacing_default_value;
	ZVAL_UNDEF(&property_reverseSpacing_default_value);
	zend_string *property_reverseSpacing_name = zend_string_init("reverseSpacing", sizeof("reverseSpacing") - 1, 1);
	zend_declare_typed_property(class_entry, property_reverseSpacing_name, &property_reverseSpacing_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_reverseSpacing_name);

	zval property_reverses_default_value;
	ZVAL_UNDEF(&property_reverses_default_value);
	zend_string *property_reverses_name = zend_string_init("reverses", sizeof("reverses") - 1, 1);
	zend_declare_typed_property(class_entry, property_reverses_name, &property_reverses_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_reverses_name);

	zval property_queries_default_value;
	ZVAL_UNDEF(&property_queries_default_value);
	zend_string *property_queries_name = zend_string_init("queries", sizeof("queries") - 1, 1);
	zend_declare_typed_property(class_entry, property_queries_name, &property_queries_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_queries_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Next(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Next", class_Wxp_Next_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_step_class_Wxp_Step = zend_string_init("Wxp\\Step", sizeof("Wxp\\Step")-1, 1);
	zval property_step_default_value;
	ZVAL_UNDEF(&property_step_default_value);
	zend_string *property_step_name = zend_string_init("step", sizeof("step") - 1, 1);
	zend_declare_typed_property(class_entry, property_step_name, &property_step_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_step_class_Wxp_Step, 0, 0));
	zend_string_release(property_step_name);

	zval property_wait_default_value;
	ZVAL_UNDEF(&property_wait_default_value);
	zend_string *property_wait_name = zend_string_init("wait", sizeof("wait") - 1, 1);
	zend_declare_typed_property(class_entry, property_wait_name, &property_wait_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_wait_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_QuickPay(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "QuickPay", class_Wxp_QuickPay_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_Wxp_Undone(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "Undone", class_Wxp_Undone_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_layer_class_Wxp_Layer = zend_string_init("Wxp\\Layer", sizeof("Wxp\\Layer")-1, 1);
	zval property_layer_default_value;
	ZVAL_UNDEF(&property_layer_default_value);
	zend_string *property_layer_name = zend_string_init("layer", sizeof("layer") - 1, 1);
	zend_declare_typed_property(class_entry, property_layer_name, &property_layer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_layer_class_Wxp_Layer, 0, 0));
	zend_string_release(property_layer_name);

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_body_name);

	return class_entry;
}

static zend_class_entry *register_class_Wxp_FieldList(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Wxp", "FieldList", class_Wxp_FieldList_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_fields_default_value;
	ZVAL_UNDEF(&property_fields_default_value);
	zend_string *property_fields_name = zend_string_init("fields", sizeof("fields") - 1, 1);
	zend_declare_typed_property(class_entry, property_fields_name, &property_fields_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_fields_name);

	zval property_heldKey_default_value;
	ZVAL_UNDEF(&property_heldKey_default_value);
	zend_string *property_heldKey_name = zend_string_init("heldKey", sizeof("heldKey") - 1, 1);
	zend_declare_typed_property(class_entry, property_heldKey_name, &property_heldKey_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_heldKey_name);

	zval property_isGuess_default_value;
	ZVAL_UNDEF(&property_isGuess_default_value);
	zend_string *property_isGuess_name = zend_string_init("isGuess", sizeof("isGuess") - 1, 1);
	zend_declare_typed_property(class_entry, property_isGuess_name, &property_isGuess_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_isGuess_name);

	return class_entry;
}
