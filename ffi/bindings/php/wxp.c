/* The module: its classes and functions, and whether the library is the one it was built for. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php_wxp.h"

#include <Zend/zend_attributes.h>
#include <ext/spl/spl_exceptions.h>
#include <ext/standard/info.h>

#include "wxp_arginfo.h"

ZEND_DECLARE_MODULE_GLOBALS(wxp)
#if defined(ZTS) && defined(COMPILE_DL_WXP)
ZEND_TSRMLS_CACHE_DEFINE()
#endif

zend_class_entry *wxp_ce_sender, *wxp_ce_language, *wxp_ce_algorithm, *wxp_ce_verdict, *wxp_ce_action, *wxp_ce_order, *wxp_ce_body,
    *wxp_ce_signed, *wxp_ce_sign_type, *wxp_ce_format, *wxp_ce_payload, *wxp_ce_event, *wxp_ce_step, *wxp_ce_cause,
    *wxp_ce_error, *wxp_ce_not_authentic, *wxp_ce_key, *wxp_ce_explanation, *wxp_ce_reply,
    *wxp_ce_judgment, *wxp_ce_advice, *wxp_ce_endpoint, *wxp_ce_timing, *wxp_ce_next,
    *wxp_ce_quickpay, *wxp_ce_finding_kind, *wxp_ce_finding, *wxp_ce_wrong_request,
    *wxp_ce_layer, *wxp_ce_second, *wxp_ce_undone, *wxp_ce_field_list;

static void register_enums(void)
{
    wxp_ce_language = register_class_Wxp_Language();
    wxp_ce_algorithm = register_class_Wxp_Algorithm();
    wxp_ce_verdict = register_class_Wxp_Verdict();
    wxp_ce_action = register_class_Wxp_Action();
    wxp_ce_order = register_class_Wxp_OrderState();
    wxp_ce_body = register_class_Wxp_Body();
    wxp_ce_signed = register_class_Wxp_Signed();
    wxp_ce_sign_type = register_class_Wxp_SignType();
    wxp_ce_format = register_class_Wxp_Format();
    wxp_ce_payload = register_class_Wxp_Payload();
    wxp_ce_event = register_class_Wxp_Event();
    wxp_ce_step = register_class_Wxp_Step();
    wxp_ce_cause = register_class_Wxp_Cause();
    wxp_ce_sender = register_class_Wxp_Sender();
    wxp_ce_finding_kind = register_class_Wxp_FindingKind();
    register_class_Wxp_Hint();
    register_class_Wxp_WebPage();
    wxp_ce_layer = register_class_Wxp_Layer();
    wxp_ce_second = register_class_Wxp_SecondSignature();
}

static void register_classes(void)
{
    wxp_ce_error = register_class_Wxp_Error(spl_ce_RuntimeException);
    wxp_ce_not_authentic = register_class_Wxp_NotAuthentic(spl_ce_LogicException);
    wxp_ce_key = register_class_Wxp_Key();
    wxp_ce_explanation = register_class_Wxp_Explanation();
    wxp_ce_finding = register_class_Wxp_Finding();
    wxp_ce_wrong_request = register_class_Wxp_WrongRequest(spl_ce_RuntimeException);
    wxp_ce_reply = register_class_Wxp_Reply();
    wxp_ce_judgment = register_class_Wxp_Judgment();
    wxp_ce_advice = register_class_Wxp_Advice();
    wxp_ce_endpoint = register_class_Wxp_Endpoint();
    wxp_ce_timing = register_class_Wxp_Timing();
    wxp_ce_next = register_class_Wxp_Next();
    wxp_ce_quickpay = register_class_Wxp_QuickPay();
    wxp_ce_undone = register_class_Wxp_Undone();
    wxp_ce_field_list = register_class_Wxp_FieldList();
}

static PHP_MINIT_FUNCTION(wxp)
{
    uint32_t abi = wxp_abi_version();

    if (abi != WXP_ABI_VERSION) {
        zend_error(E_CORE_WARNING,
            "wxp was built for ABI version %d of libwxp, and this libwxp (%s) has version %u",
            WXP_ABI_VERSION, wxp_version(), abi);
        return FAILURE;
    }
    register_enums();
    register_classes();
    wxp_error_startup();
    wxp_request_startup();
    wxp_key_startup();
    wxp_reply_startup();
    wxp_judgment_startup();
    wxp_quickpay_startup();
    return SUCCESS;
}

static PHP_RINIT_FUNCTION(wxp)
{
#if defined(ZTS) && defined(COMPILE_DL_WXP)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    WXP_LANGUAGE = WXP_ENGLISH;
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(wxp)
{
    char abi[MAX_LENGTH_OF_LONG];

    snprintf(abi, sizeof(abi), "%u", wxp_abi_version());
    php_info_print_table_start();
    php_info_print_table_row(2, "WeChat Pay V2 (wxp)", "enabled");
    php_info_print_table_row(2, "Extension version", PHP_WXP_VERSION);
    php_info_print_table_row(2, "Library version", wxp_version());
    php_info_print_table_row(2, "Library ABI version", abi);
    php_info_print_table_end();
}

static const zend_module_dep dependencies[] = {
    ZEND_MOD_REQUIRED("spl")
    ZEND_MOD_REQUIRED("standard")
    ZEND_MOD_END
};

zend_module_entry wxp_module_entry = {
    STANDARD_MODULE_HEADER_EX,
    NULL,
    dependencies,
    "wxp",
    ext_functions,
    PHP_MINIT(wxp),
    NULL,
    PHP_RINIT(wxp),
    NULL,
    PHP_MINFO(wxp),
    PHP_WXP_VERSION,
    PHP_MODULE_GLOBALS(wxp),
    NULL,
    NULL,
    NULL,
    STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_WXP
ZEND_GET_MODULE(wxp)
#endif
