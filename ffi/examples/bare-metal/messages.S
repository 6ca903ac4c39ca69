/* The messages that the program works on, from the tests' data files: read
 * where they lie, in flash. */
    .macro message name, file
    .global \name, \name\()_end
\name:
    .incbin "\file"
\name\()_end:
    .endm

    .section .rodata.messages, "a"
    message w1_fields, "workloads/W1.fields.tsv"
    message w1_md5, "workloads/W1.sign.MD5"
    message w1_hmac, "workloads/W1.sign.HMAC"
    message w2_fields, "workloads/W2.fields.tsv"
    message w2_md5, "workloads/W2.sign.MD5"
    message w2_hmac, "workloads/W2.sign.HMAC"
    message w3_md5, "workloads/W3.MD5.xml"
    message w3_hmac, "workloads/W3.HMAC.xml"
    message w4_md5, "workloads/W4.MD5.xml"
    message w4_hmac, "workloads/W4.HMAC.xml"
    message entities, "samples/bad_xxe_tencent_probe.xml"
    message duplicate, "samples/bad_duplicate_field.xml"
    message laughs, "samples/bad_billion_laughs.xml"

    .section .note.GNU-stack, "", %progbits
