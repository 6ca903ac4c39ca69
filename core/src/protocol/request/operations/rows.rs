//! The operations: which fields their requests have, and which of them they need.
//!
//! A row is for one operation, or for several with the same fields. `Needs` lists the fields that
//! a request cannot do without, `One` those of which it needs one, and `May` those that it can do
//! without. What sources call needed in different ways is under `Should`: a request without it is
//! doubtful, and not known to be refused. `Strict` operations are known to answer a field that is
//! not theirs with 签名错误, `Open` ones are not.
//!
//! `sign` is a field of all of them; whether `nonce_str` and `sign_type` are is for the catalogue
//! to say. No request has a numbered list of fields.
//!
//! Sources: the field tables of WeChat's API definitions, the pages, and what an SDK, `WxJava`,
//! requires. Of their 1671 rows, in 134 operations, 977 call a field required: 840 of these are
//! under `Needs` or the only field left of a choice, 51 are in a choice that another field already
//! satisfies, and 86 are doubtful. That the gateway refuses other fields of red packets, payouts
//! and profit sharing is reported of `sign_type` (`WxJava` 570, 1127, 2693), of `sub_appid`
//! (weixin-java-pay-demo 47, `WxJava` 1781), of `appid` and of `trade_type`.

macro_rules! rows {
    ($table:ident) => {
        $table! {
    Open "/appauth/authindex" { Needs appid mch_id redirect_uri response_type scope state; }
    Open "/appauth/getaccesstoken" { Needs appid code grant_type mch_id openid scope; }
    Open "/applyment/micro/getstate" { Needs mch_id version_any; One applyment_id business_code; }
    Open "/applyment/micro/getupgradestate" { Needs mch_id sub_mch_id version_any; }
    Open "/applyment/micro/modifyarchives" {
        Needs bank_address_code cert_sn mch_id sub_mch_id version;
        May account_bank account_number bank_name; }
    Open "/applyment/micro/modifycontactinfo" {
        Needs cert_sn mch_id version;
        May email merchant_name_20 mobile_phone sub_mch_id; }
    Open "/applyment/micro/submit" {
        Needs account_bank account_name account_number bank_address_code business_code cert_sn
            contact contact_phone_11 id_card_copy id_card_name id_card_national id_card_number
            id_card_valid_time indoor_pic mch_id merchant_shortname product_desc rate
            service_phone store_address_code store_entrance_pic store_name store_street version_3;
        May address_certification bank_name business_addition_desc business_addition_pics
            contact_email store_latitude_20 store_longitude_20; }
    Open "/applyment/micro/submitupgrade" {
        Needs business business_licence_type business_license_copy business_license_number_32
            business_scene business_time cert_sn company_address legal_person mch_id
            merchant_name_110 merchant_shortname organization_type sub_mch_id version;
        May account_bank account_name account_number bank_address_code bank_name
            business_addition_desc_512 business_addition_pics_1280 contact_email organization_copy
            organization_number organization_time qualifications; }
    Open "/billcommentsp/batchquerycomment" {
        Needs appid begin_time end_time_19 mch_id offset;
        May limit; }
    Open "/cgi-bin/mch/customs/customdeclareorder" {
        Needs appid customs mch_customs_no mch_id out_trade_no transaction_id;
        May action_type cert_id cert_type duty fee_type_3 name_64 order_fee product_fee
            sub_order_no transport_fee; }
    Open "/cgi-bin/mch/customs/customdeclarequery" {
        Needs appid customs mch_id;
        One out_trade_no transaction_id sub_order_no sub_order_id; }
    Open "/cgi-bin/mch/newcustoms/customdeclareredeclare" {
        Needs appid customs mch_customs_no mch_id;
        One out_trade_no transaction_id sub_order_no sub_order_id; }
    Open "/deposit/consume" {
        Needs appid consume_fee mch_id out_trade_no total_fee transaction_id;
        Should fee_type sub_mch_id;
        May sub_appid; }
    Open "/deposit/facepay" {
        Needs appid body face_code mch_id out_trade_no spbill_create_ip total_fee;
        Should fee_type;
        May attach deposit detail device_info goods_tag limit_pay openid sub_appid sub_mch_id
            time_expire time_start; }
    Open "/deposit/micropay" {
        Needs appid auth_code body mch_id out_trade_no spbill_create_ip total_fee;
        Should deposit fee_type;
        May attach detail device_info goods_tag limit_pay profit_sharing receipt scene_info
            sub_appid sub_mch_id time_expire time_start version_any; }
    Open "/deposit/orderquery"
        "/pay/facepayquery"
        "/pay/orderquery"
        "/sandboxnew/pay/orderquery"
        "/xdc/apiv2sandbox/pay/orderquery" {
        Needs appid mch_id;
        One transaction_id out_trade_no;
        May sub_appid sub_mch_id version; }
    Open "/deposit/refund" {
        Needs appid mch_id out_refund_no refund_fee total_fee;
        One transaction_id out_trade_no;
        May notify_url refund_account refund_desc refund_fee_type sub_appid sub_mch_id; }
    Open "/deposit/refundquery" {
        Needs appid mch_id;
        One refund_id out_refund_no transaction_id out_trade_no;
        May offset sub_appid sub_mch_id; }
    Open "/deposit/reverse"
        "/pay/partner/paporderquery"
        "/secapi/pay/facepayreverse"
        "/secapi/pay/reverse" {
        Needs appid mch_id;
        One transaction_id out_trade_no;
        May sub_appid sub_mch_id; }
    Open "/deposit/unifiedorder" {
        Needs appid body mch_id notify_url out_trade_no spbill_create_ip total_fee trade_type;
        Should fee_type sub_mch_id;
        May attach detail device_info limit_pay openid product_id receipt scene_info sub_appid
            sub_openid time_expire time_start; }
    Open "/face/get_wxpayface_authinfo" {
        Needs appid device_id mch_id now rawdata store_id store_name version_plain;
        May attach sub_appid sub_mch_id; }
    Open "/fund/queryautowithdrawbydate" "/fund/reautowithdrawbydate" {
        Needs date mch_id sub_mch_id; }
    Open "/mchrisk/bankquerymchauditinfo" { Needs channel_id mch_id sub_mch_id; }
    Open "/mchrisk/channelquerymchauditinfo" { Needs acquiring_bank_id mch_id sub_mch_id; }
    Open "/mchrisk/querymchrisk" {
        Needs mch_id;
        May business_license_number cert_serial_number certificates_name certificates_number
            company_name settlement_card_bank settlement_card_name settlement_card_no
            store_address store_latitude store_longitude; }
    Open "/mchrisk/setmchriskcallback" { Needs callback_url mch_id; }
    Open "/mchrisk/syncmchriskresult" {
        Needs event_code mch_id punish_type risk_type sub_mch_id;
        May business_license_number certificates_name certificates_number company_name
            settlement_card_bank settlement_card_name settlement_card_no store_address
            store_latitude store_longitude; }
    Strict "/mmpaymkttransfers/gethbinfo" {
        Needs appid bill_type_packet mch_billno mch_id;
        May sub_mch_id; }
    Strict "/mmpaymkttransfers/gettransferinfo" { Needs appid_128 mch_id partner_trade_no; }
    Open "/mmpaymkttransfers/hbpreorder" {
        Should mch_billno mch_id wxappid send_name hb_type auth_mchid auth_appid total_amount
            amt_type total_num wishing act_name remark risk_cntl; }
    Strict "/mmpaymkttransfers/promotion/paywwsptrans2pocket" {
        Needs amount appid_128 check_name desc mch_id openid partner_trade_no spbill_create_ip;
        Should act_name_any workwx_sign ww_msg_type;
        May agentid approval_number approval_type device_info re_user_name; }
    Strict "/mmpaymkttransfers/promotion/querywwsptrans2pocket" {
        Needs appid mch_id;
        Should partner_trade_no; }
    Strict "/mmpaymkttransfers/promotion/transfers" {
        Needs amount check_name desc mch_appid mchid openid partner_trade_no spbill_create_ip;
        May brand_id device_info finder_template_id re_user_name scene; }
    Open "/mmpaymkttransfers/query_coupon_stock" {
        Needs appid coupon_stock_id mch_id;
        May device_info op_user_id type_ version; }
    Open "/mmpaymkttransfers/querycouponsinfo" {
        Needs appid coupon_id mch_id openid;
        Should stock_id;
        May device_info op_user_id type_ version; }
    Strict "/mmpaymkttransfers/queryworkwxredpack" { Needs appid mch_billno mch_id; }
    Open "/mmpaymkttransfers/send_coupon" {
        Needs appid coupon_stock_id mch_id openid openid_count partner_trade_no_coupon;
        May device_info op_user_id type_ version; }
    Strict "/mmpaymkttransfers/sendgroupredpack" {
        Needs act_name amt_type mch_billno mch_id re_openid remark send_name total_amount
            total_num wishing wxappid;
        May amt_list client_ip consume_mch_id msgappid risk_info scene_id sub_mch_id; }
    Strict "/mmpaymkttransfers/sendminiprogramhb" {
        Needs act_name mch_billno mch_id notify_way re_openid remark send_name total_amount
            total_num wishing wxappid;
        May client_ip consume_mch_id msgappid scene_id sub_mch_id; }
    Strict "/mmpaymkttransfers/sendredpack" {
        Needs act_name client_ip mch_billno mch_id re_openid remark send_name total_amount
            total_num wishing wxappid;
        May amt_type_any consume_mch_id msgappid risk_info scene_id sub_mch_id; }
    Strict "/mmpaymkttransfers/sendworkwxredpack" {
        Needs act_name mch_billno mch_id re_openid remark sender_name total_amount wishing
            wxappid;
        Should workwx_sign;
        May agentid scene_id sender_header_media_id; }
    Strict "/mmpaysptrans/pay_bank" {
        Needs amount bank_code enc_bank_no enc_true_name mch_id partner_trade_no;
        May desc_512; }
    Strict "/mmpaysptrans/query_bank" { Needs mch_id partner_trade_no; }
    Open "/papay/deletecontract" {
        Needs appid contract_termination_remark mch_id version;
        One contract_id plan_id;
        One contract_id contract_code;
        May sub_appid sub_mch_id; }
    Open "/papay/entrustweb" {
        Should appid contract_code contract_display_account mch_id notify_url_page plan_id
            request_serial timestamp version_any;
        May outerid return_web; }
    Open "/papay/h5entrustweb" {
        Needs appid clientip contract_code contract_display_account mch_id notify_url_page plan_id
            request_serial timestamp version_any;
        May outerid return_appid; }
    Open "/papay/partner/deletecontract" {
        Needs appid contract_termination_remark mch_id sub_mch_id version;
        One contract_id plan_id;
        One contract_id contract_code;
        May sub_appid; }
    Open "/papay/partner/entrustweb" {
        Should appid contract_code contract_display_account mch_id notify_url_page plan_id
            request_serial sub_mch_id timestamp version_any;
        May return_web sub_appid; }
    Open "/papay/partner/h5entrustweb" {
        Needs appid clientip contract_code contract_display_account mch_id notify_url_page plan_id
            request_serial sub_mch_id timestamp version_any;
        May creid deviceid email_any mobile openid outerid qq return_appid sub_appid; }
    Open "/papay/partner/preentrustweb" "/papay/preentrustweb" {
        Needs appid contract_code contract_display_account mch_id notify_url_page plan_id
            request_serial timestamp version;
        May return_app sub_appid sub_mch_id; }
    Open "/papay/partner/querycontract" {
        Needs appid mch_id version;
        One contract_id plan_id;
        One contract_id contract_code;
        May sub_appid sub_mch_id; }
    Open "/papay/querycontract" {
        Needs appid mch_id version;
        One contract_id plan_id;
        One contract_id contract_code; }
    Open "/pay/closecombinedorder" {
        Needs combine_appid combine_mch_id combine_out_trade_no sub_order_list; }
    Open "/pay/closeorder" { Needs appid mch_id out_trade_no; May sub_appid sub_mch_id; }
    Open "/pay/combinedorder" {
        Needs combine_appid combine_mch_id combine_out_trade_no notify_url spbill_create_ip
            sub_order_list trade_type;
        Should scene_info;
        May combine_openid device_info product_id time_expire time_start; }
    Open "/pay/contractorder" {
        Needs appid body contract_appid contract_code_32 contract_display_account contract_mchid
            contract_notify_url mch_id notify_url out_trade_no plan_id request_serial
            spbill_create_ip total_fee trade_type;
        May attach contract_outerid detail_8192 device_info goods_tag limit_pay openid product_id
            sub_appid sub_mch_id sub_openid time_expire time_start; }
    Open "/pay/downloadbill" "/sandboxnew/pay/downloadbill" {
        Needs appid bill_date mch_id;
        Should bill_type;
        May device_info sub_appid sub_mch_id tar_type; }
    Open "/pay/downloadfundflow" { Needs account_type appid bill_date mch_id; May tar_type; }
    Open "/pay/facepay" {
        Needs appid body face_code mch_id out_trade_no spbill_create_ip total_fee;
        Should fee_type openid;
        May attach deposit detail device_info goods_tag limit_pay sub_appid sub_mch_id time_expire
            time_start; }
    Open "/pay/micropay" "/sandboxnew/pay/micropay" "/xdc/apiv2sandbox/pay/micropay" {
        Needs appid auth_code body mch_id out_trade_no spbill_create_ip total_fee;
        May attach deposit detail device_info fee_type goods_tag limit_pay profit_sharing receipt
            scene_info sub_appid sub_mch_id time_expire time_start version_any; }
    Open "/pay/paporderquery" "/transit/queryorder" {
        Needs appid mch_id;
        One transaction_id out_trade_no; }
    Open "/pay/pappayapply" {
        Needs appid body contract_id mch_id notify_url out_trade_no total_fee trade_type_pap;
        Should spbill_create_ip;
        May attach clientip creid detail_8192 deviceid email fee_type goods_tag mobile openid
            outerid qq receipt; }
    Open "/pay/partner/pappayapply" {
        Needs appid body contract_id mch_id notify_url out_trade_no total_fee trade_type_pap;
        Should spbill_create_ip;
        May attach clientip creid detail_8192 deviceid email fee_type goods_tag mobile openid
            outerid qq receipt sub_appid sub_mch_id; }
    Strict "/pay/profitsharingaddreceiver" "/pay/profitsharingremovereceiver" {
        Needs appid mch_id receiver;
        May sub_appid sub_mch_id; }
    Strict "/pay/profitsharingmerchantratioquery" { Needs mch_id; May brand_mch_id sub_mch_id; }
    Strict "/pay/profitsharingorderamountquery" { Needs mch_id transaction_id; }
    Strict "/pay/profitsharingquery" { Needs mch_id out_order_no transaction_id; May sub_mch_id; }
    Strict "/pay/profitsharingreturnquery" {
        Needs appid mch_id out_return_no;
        One order_id out_order_no_64;
        May sub_appid sub_mch_id; }
    Open "/pay/querycombinedorder" { Needs combine_appid combine_mch_id combine_out_trade_no; }
    Open "/pay/queryexchagerate" { Needs appid mch_id; Should date fee_type; May sub_mch_id; }
    Open "/pay/refundquery" "/pay/refundqueryv2" "/sandboxnew/pay/refundquery" {
        Needs appid mch_id;
        One refund_id out_refund_no transaction_id out_trade_no;
        May device_info offset sub_appid sub_mch_id; }
    Open "/pay/settlementquery" {
        Needs appid date_end date_start limit_any mchid offset usetag;
        May query_split sub_mch_id; }
    Open "/pay/unifiedorder" "/sandboxnew/pay/unifiedorder" {
        Needs appid body mch_id notify_url out_trade_no spbill_create_ip total_fee trade_type;
        May attach detail device_info fee_type fingerprint goods_tag limit_pay openid product_id
            profit_sharing receipt scene_info sub_appid sub_mch_id sub_openid time_expire
            time_start user_creid user_truename user_type version; }
    Open "/payitil/report" {
        Needs appid interface_url mch_id user_ip;
        May device_info err_code err_code_des execute_time_ out_trade_no result_code return_code
            return_msg sub_appid sub_mch_id time trades; }
    Open "/risk/getcertficates"
        "/risk/getpublickey"
        "/sandboxnew/pay/getsignkey"
        "/xdc/apiv2getsignkey/sign/getsignkey" {
        Needs mch_id; }
    Open "/risk/getviolation" {
        Should mch_id;
        May begin_time_32 end_time_32 page_index page_size violation_records_format; }
    Open "/sandboxnew/pay/refund" "/secapi/pay/refund" "/secapi/pay/refundv2" {
        Needs appid mch_id out_refund_no refund_fee total_fee;
        One transaction_id out_trade_no;
        May detail device_info notify_url op_user_id refund_account refund_desc refund_fee_type
            sub_appid sub_mch_id; }
    Open "/secapi/mch/addInstitutionsub" {
        Needs business_category business_type mch_id merchant_country_code merchant_name
            merchant_shortname_any merchant_type;
        Should app_download app_id business_website contact_email_any contact_name contact_phone
            director_id_number director_name mcc merchant_remark mini_program office_account
            office_phone principal_id_number principal_name registration_certificate_date
            registration_certificate_number settlement_bank_number store_address_any store_photos;
        May apply_h5_payment attach channel_id_any h5_domains h5_website_url
            registration_certificate_copy; }
    Open "/secapi/mch/addsubdevconfig" { Needs appid jsapi_path mch_id sub_mch_id; May sub_appid; }
    Open "/secapi/mch/channelsetting" { Needs appid channel_id mch_id sub_mch_id; }
    Open "/secapi/mch/modifyInstitutionsub" {
        Needs business_category business_type mch_id merchant_country_code merchant_name
            merchant_shortname_any merchant_type sub_mch_id;
        Should app_download app_id business_website contact_email_any contact_name contact_phone
            director_id_number director_name mcc mini_program office_account office_phone
            principal_id_number principal_name registration_certificate_date
            registration_certificate_number settlement_bank_number store_address_any store_photos;
        May apply_h5_payment channel_id_any h5_domains h5_website_url
            registration_certificate_copy; }
    Open "/secapi/mch/modifymchinfo" {
        Needs mch_id sub_mch_id;
        May merchant_shortname_20 service_phone_20; }
    Open "/secapi/mch/queryInstitutionsub" { Needs mch_id; Should app_id sub_mch_id; }
    Open "/secapi/mch/querysubdevconfig" { Needs appid mch_id sub_mch_id; }
    Open "/secapi/mch/submchmanage" {
        Needs appid mch_id;
        Should action page_index;
        May merchant_name_50 page_size sub_mch_id; }
    Open "/secapi/mch/uploadmedia" { Needs mch_id media_hash; May media; }
    Open "/secapi/mkt/addrecommendconf" { Needs mch_id sub_appid sub_mch_id subscribe_appid; }
    Strict "/secapi/pay/multiprofitsharing" {
        Needs appid mch_id out_order_no_64 receivers transaction_id;
        May sub_appid sub_mch_id; }
    Strict "/secapi/pay/profitsharing" {
        Needs appid mch_id out_order_no_64 receivers transaction_id;
        May brand_mch_id sub_appid sub_mch_id; }
    Strict "/secapi/pay/profitsharingfinish" {
        Needs appid description mch_id out_order_no_64 transaction_id;
        May sub_mch_id; }
    Strict "/secapi/pay/profitsharingreturn" {
        Needs appid description mch_id out_return_no return_account return_account_type
            return_amount;
        One order_id out_order_no_64;
        May sub_appid sub_mch_id; }
    Open "/secsvc/getrealnameinfo" {
        Needs access_token appid cert_serialno mch_id openid version_1_2;
        May cert_sign charset timestamp; }
    Open "/secsvc/realnameauth" {
        Needs access_token appid cred_id cred_type mch_id openid real_name version_1_1; }
    Open "/tools/authcodetoopenid" { Needs appid auth_code mch_id; May sub_appid sub_mch_id; }
    Open "/tools/shorturl" { Needs appid long_url mch_id; May sub_appid sub_mch_id; }
    Open "/transit/partnerpay/payapply" {
        Needs appid body mch_id notify_url out_trade_no scene_info_1024 spbill_create_ip
            sub_mch_id total_fee trade_scene_transit trade_type_pap version_2;
        May attach clientip contract_id creid detail deviceid email_any fee_type goods_tag mobile
            openid outerid qq sub_appid; }
    Open "/transit/partnerpay/queryorder" {
        Needs appid mch_id sub_mch_id;
        One transaction_id out_trade_no;
        May sub_appid; }
    Open "/transit/partnerpay/querystate" {
        Needs appid mch_id sub_mch_id;
        Should contract_id openid;
        May sub_appid; }
    Open "/transit/pay/payapply" {
        Needs appid body mch_id notify_url out_trade_no scene_info_1024 spbill_create_ip total_fee
            trade_scene_transit trade_type_pap version_2;
        May attach clientip contract_id creid detail deviceid email_any fee_type goods_tag mobile
            openid outerid qq; }
    Open "/transit/pay/querystate" { Needs appid mch_id; Should contract_id openid; }
    Open "/vehicle/partnerpay/notification" {
        Needs appid mch_id scene_info_1024 sub_mch_id trade_scene version_3;
        Should sub_appid; }
    Open "/vehicle/partnerpay/payapply" {
        Needs appid body mch_id notify_url out_trade_no scene_info_1024 spbill_create_ip
            sub_mch_id total_fee trade_scene trade_type_pap version_3;
        Should sub_appid;
        May attach detail fee_type goods_tag openid profit_sharing_16; }
    Open "/vehicle/partnerpay/querystate" {
        Needs appid mch_id sub_mch_id trade_scene version_3;
        Should openid plate_number sub_appid sub_openid;
        May jump_scene; }
    Open "/vehicle/pay/notification" { Needs appid mch_id scene_info_1024 trade_scene version_any; }
    Open "/vehicle/pay/payapply" {
        Needs appid body mch_id notify_url out_trade_no scene_info_1024 spbill_create_ip total_fee
            trade_scene trade_type_pap version_3;
        May attach detail fee_type goods_tag openid profit_sharing_16; }
    Open "/vehicle/pay/querystate" {
        Needs appid mch_id trade_scene version_3;
        Should openid plate_number;
        May jump_scene_any; }
    Open "/wxv/cancelbill" { Needs appid mch_id out_order_no reason service_id version; }
    Open "/wxv/changerentmoney" {
        Needs appid compensation_fee mch_id out_order_no rent_fee service_id total_amount_rental
            version;
        May compensation_fee_desc reason; }
    Open "/wxv/createhotelbill" {
        Needs appid cancel_rule cancel_rule_desc deposit_amount end_time mch_id out_order_no room
            room_rate service_id service_location start_time version;
        Should cert_serial_no;
        May address attach_200 name openid phone room_rate_desc userid; }
    Open "/wxv/createrentbill" {
        Needs appid deposit_amount goods_name mch_id out_order_no rent_unit rent_unit_fee
            service_id version;
        Should cert_serial_no;
        May address attach_200 end_time name openid phone rent_fee_desc service_location
            start_time userid; }
    Open "/wxv/finishhotelbill" {
        Needs appid checked_in finish_ticket mch_id out_order_no service_id total_amount_rental
            version;
        Should compensation_fee compensation_fee_desc other_fee other_fee_desc overdue_fine
            overdue_fine_desc profit_sharing_16;
        May cancel_fee real_end_time room_rate; }
    Open "/wxv/finishrentbill" {
        Needs appid finish_ticket mch_id out_order_no rent_fee returned service_id
            total_amount_rental version;
        Should compensation_fee compensation_fee_desc profit_sharing_16;
        May real_end_time service_end_location; }
    Open "/wxv/queryhotelbill" "/wxv/queryrentbill" {
        Needs appid mch_id service_id version;
        Should out_order_no return_query_id; }
        }
    };
}

pub(super) use rows;
