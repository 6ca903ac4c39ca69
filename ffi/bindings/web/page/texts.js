/**
 * What the page says of its own, in both languages; what the tool says comes with its answers.
 */

/** @typedef {'en' | 'zh'} Language */

/** @type {Record<string, [english: string, chinese: string]>} */
const TEXTS = {
  title: ['WeChat Pay V2 signature tool', '微信支付 V2 签名工具'],
  promise: [
    'Works offline. This page cannot send anything: its security policy forbids every connection.',
    '离线运行。本页面的安全策略禁止一切网络连接，内容不会被发送到任何地方。',
  ],
  skip: ['Skip to the content', '跳到主要内容'],
  language: ['Language', '语言'],
  sections: ['Sections', '功能'],
  secret: ['API key and algorithm', 'API密钥与签名算法'],
  key: ['API key', 'API密钥'],
  wipe: ['Wipe', '清除'],
  keyNone: [
    'Never stored, and wiped when you leave. Without a key you can still read, check and look up.',
    '不会保存，离开页面即清除。没有密钥也可以读取、检查和查询。',
  ],
  keyGood: ['32 characters, as an API key has.', '32个字符，符合API密钥的长度。'],
  keyOdd: [
    '{0} characters: an API key has 32. Look for a blank or a line end.',
    '{0}个字符：API密钥应为32个字符，请检查是否多了空格或换行。',
  ],
  keyWiped: ['The key was wiped.', '密钥已清除。'],
  algorithm: ['Signed with', '签名算法'],
  algorithmAuto: ['as stated', '按报文'],
  tabMessage: ['Messages', '报文'],
  tabPayload: ['Payment calls', '调起支付'],
  tabLookup: ['Look up', '查询'],
  tabSmall: ['Small tools', '小工具'],
  footer: [
    'The same code as the command wxp. Open this file from a disk, a stick or a server: it makes no request.',
    '与命令行工具 wxp 使用相同的代码。可从硬盘、U盘或服务器打开，不会发出任何请求。',
  ],
  starting: ['Starting …', '正在启动……'],
  tooOld: [
    'This browser lacks WebAssembly or DecompressionStream: use one of 2023 or later.',
    '浏览器不支持 WebAssembly 或 DecompressionStream，请使用2023年以后的版本。',
  ],

  paste: ['Paste anything', '粘贴任意内容'],
  pasteHint: [
    'A request, an answer, a notice, a log line, JSON, a string that was signed, paySign, req_info, a bill …',
    '请求、应答、通知、日志、JSON、待签名字符串、paySign、req_info、对账单……',
  ],
  openFile: ['Open a file', '打开文件'],
  dropHere: ['or drop one here', '或拖放到此处'],
  clear: ['Clear', '清空'],
  fromFile: ['From the file {0} ({1} bytes), byte for byte.', '来自文件 {0}（{1}字节），按原始字节处理。'],
  source: ['Operation or notice', '接口或通知'],
  sourceHint: ['such as /pay/unifiedorder or payment', '例如 /pay/unifiedorder 或 payment'],
  action: ['What to do', '操作'],
  act_auto: ['What fits', '自动'],
  act_sign: ['Sign', '签名'],
  act_check: ['Check the request', '检查请求'],
  act_verify: ['Judge', '判断应答'],
  act_explain: ['Explain the signature', '查找签名错误'],
  act_canonical: ['String to sign', '待签名字符串'],
  act_open: ['Open the refund notice', '解密退款通知'],
  act_bill: ['Read the bill', '核对账单'],
  examples: ['Examples', '示例'],
  examplesNote: [
    'They use the example key of WeChat’s documentation.',
    '使用微信支付文档中的示例密钥。',
  ],
  ex_mistake: ['A signature error', '签名错误'],
  ex_notice: ['The answer to a refund', '退款应答'],
  ex_request: ['An order with mistakes', '有误的下单请求'],
  ex_log: ['A line of a log', '一行日志'],
  ex_second: ['A page’s paySign', '小程序的 paySign'],
  ex_refund: ['A refund notice', '退款结果通知'],
  results: ['Results', '结果'],
  emptyTitle: ['Nothing here yet', '尚无内容'],
  emptyText: [
    'Paste something on the left, and this side says what it is and what is wrong with it.',
    '粘贴内容后，这里会说明它是什么、有什么问题。',
  ],
  thisIs: ['This is', '内容识别'],
  is_request: ['a request', '请求报文'],
  is_reply: ['an answer or a notice', '应答或通知'],
  is_refund: ['a refund notice', '退款结果通知'],
  is_second: ['a second signature', '调起支付的签名'],
  is_sealed: ['the sealed part of a refund notice (req_info)', '退款通知的加密信息（req_info）'],
  is_bill: ['a bill', '对账单'],
  is_page: ['a web page, not a message', '网页，不是报文'],
  is_v3: ['a message of APIv3', 'APIv3的报文'],
  is_text: ['text that is no message', '普通文本，不是报文'],
  fieldCount: ['{0} fields', '{0}个字段'],
  isSigned: ['with a signature', '含签名'],
  isUnsigned: ['without a signature', '无签名'],
  needKey: ['Type the API key above, and this is done at once.', '在上方输入API密钥后立即得到结果。'],
  needKeyTitle: ['The key is needed', '需要密钥'],
  askAlgorithm: ['How was the order signed?', '下单时用的哪种签名算法？'],
  askAlgorithmNote: [
    'The message must not choose it: say what was agreed on.',
    '不能由报文决定：请选择约定的算法。',
  ],
  askSource: ['What is it?', '这是哪种消息？'],
  askSourceNote: [
    'The signature is right with this key. What a message means depends on where it comes from; its fields are those of',
    '用此密钥验证，签名正确。报文的含义取决于来源，其字段与以下相符：',
  ],
  askSourceBlind: [
    'What a message means depends on where it comes from. Choose one, or type it at the left.',
    '报文的含义取决于来源。请选择，或在左侧输入。',
  ],
  looksLike: ['Looks like a request of', '看起来是以下接口的请求'],
  lookUpOf: ['What is known about {0}', '查询接口 {0}'],

  signedTitle: ['Signed', '已签名'],
  notSigned: ['Not signed', '未签名'],
  notSignedText: [
    'The gateway would refuse this request. Put right what is named, or remove the operation to sign it all the same.',
    '网关会拒绝此请求。请改正下列问题；如仍要签名，请清除接口。',
  ],
  document: ['The document to send', '待发送的报文'],
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
  checkTitle: ['The request against {0}', '按接口 {0} 检查'],
  checkGood: [
    'Nothing to object to: fields, forms and algorithm are those of the operation.',
    '未发现问题：字段、取值形式与签名算法均符合该接口。',
  ],
  certain: ['refused', '会被拒绝'],
  doubtful: ['doubtful', '存疑'],
  verdictTitle: ['Judged as {0}', '按 {0} 判断'],
  w_Succeeded: ['Succeeded', '成功'],
  w_Accepted: ['Accepted', '已受理'],
  w_Failed: ['Failed', '失败'],
  w_Unsettled: ['Unsettled', '结果不明'],
  w_Refused: ['Refused', '被拒绝'],
  w_Unvouched: ['Unvouched', '无签名保证'],
  w_Untrusted: ['Untrusted', '不可信'],
  chain: ['Question by question', '逐项判断'],
  next: ['What to do next', '下一步'],
  answer_yes: ['yes', '是'],
  answer_no: ['no', '否'],
  answer_open: ['open', '未定'],
  answer_unasked: ['not asked', '未到此步'],
  ambiguous: [
    'A value holds &name=, so this signature fits other fields as well.',
    '某个值含有 &name=，同一签名也适用于其他字段组合。',
  ],
  authenticAs: [
    'The signature is right, but this is another message. Its fields are those of {0}.',
    '签名正确，但这是另一种消息，字段与 {0} 相符。',
  ],
  judgeAs: ['Judge as {0}', '按 {0} 判断'],
  fields: ['Fields', '字段'],
  fieldsUnvouched: ['Fields, which nobody vouches for', '字段（没有签名保证）'],
  explainTitle: ['The signature', '签名检查'],
  mistakeNumber: ['{0} ({1})', '{0} ({1})'],
  hints: ['Still to check, the likeliest first', '还需检查（按可能性排序）'],
  built: ['The string as it is built', '待签名字符串的拼接过程'],
  builtNote: ['Sorted by name, joined with &, and the key at the end.', '按字段名排序，用 & 连接，最后拼接密钥。'],
  oneLine: ['In one line', '完整字符串'],
  leftOut: ['left out', '未参与'],
  calledHere: ['called {0} here', '此处写作 {0}'],
  faulty: ['at fault', '有误'],
  openedTitle: ['The refund notice, opened', '退款通知已解密'],
  unconfirmed: [
    'This is unconfirmed: nobody signed it. Confirm it with refundquery ({0}) before money or goods depend on it.',
    '未经确认：内容没有签名。在据此处理资金或货物之前，请用查询退款接口（{0}）确认。',
  ],
  billTitle: ['The bill', '对账单'],
  billGood: ['The totals agree with the rows.', '合计与明细一致。'],
  billBad: ['A total differs from its rows.', '有合计与明细不一致。'],
  rowsMake: ['the rows make {0}', '明细合计 {0}'],
  rowsAgree: ['the rows agree', '与明细一致'],
  total: ['Total', '合计'],
  rowCount: ['{0} rows', '{0}行'],
  refused: ['Not readable as it is', '无法处理'],
  place: ['line {0}, column {1}', '第{0}行，第{1}列'],
  pageText: [
    'The sender is no gateway of the protocol. If this came in place of an answer, choose the operation at the left, and query before anything is repeated.',
    '返回方不是微信支付网关。如果这是代替应答返回的内容，请在左侧选择接口；重试之前请先查询。',
  ],
  undone: ['Undone to get at it', '已还原'],
  lower: ['found', '实际'],
  expected: ['expected', '应为'],
  ofAlgorithm: ['{0} over {1} fields', '{0}，覆盖{1}个字段'],
  none: ['none', '无'],

  kind: ['For', '用途'],
  k_jsapi: ['a page or a mini program (JSAPI)', '公众号网页或小程序（JSAPI）'],
  k_app: ['an app', 'APP'],
  'k_native': ['a product’s QR code (Native mode 1)', '商品二维码（Native模式一）'],
  'k_red-packet': ['a red packet in a mini program', '小程序红包'],
  k_contract: ['a contract page', '委托代扣签约页面'],
  payloadIntro: [
    'Makes what the customer’s side needs to open the cashier. To check one that was made elsewhere, paste it under Messages.',
    '生成调起支付所需的参数。要检查已有的参数，请粘贴到“报文”中。',
  ],
  orderAnswer: ['The answer of unifiedorder (or appid and prepay_id below)', '统一下单的应答（或在下方填写 appid 和 prepay_id）'],
  contractFields: ['The fields, as lines of name=value', '字段，每行一个 name=value'],
  f_appid: ['appid', 'appid'],
  f_mch_id: ['Merchant number', '商户号'],
  f_prepay_id: ['prepay_id', 'prepay_id'],
  f_product_id: ['Product', '商品ID（product_id）'],
  f_package: ['package, as sendminiprogramhb answered it', 'package（发放小程序红包接口返回）'],
  f_page: ['Page', '签约方式'],
  f_nonce: ['Nonce', '随机字符串'],
  f_timestamp: ['Seconds since 1970', '时间戳（秒）'],
  'p_official-account': ['official account', '公众号'],
  p_h5: ['H5', 'H5'],
  'p_partner-official-account': ['official account of a partner', '服务商公众号'],
  'p_partner-h5': ['H5 of a partner', '服务商H5'],
  renew: ['New', '重新生成'],
  payloadResult: ['For the customer’s side', '调起支付参数'],

  search: ['Operation, purpose, path or error code', '接口名称、路径或错误码'],
  searchHint: ['such as refund, 转账, certificate, NOTENOUGH', '例如 退款、/pay/micropay、NOTENOUGH'],
  operations: ['Operations', '接口'],
  codes: ['Error codes', '错误码'],
  countOf: ['{0} of {1}', '{0} / {1}'],
  nothingFound: ['Nothing has all of these words.', '没有找到。'],
  back: ['All operations', '返回列表'],
  o_host: ['Host', '域名'],
  o_backup: ['Substitute host', '备用域名'],
  o_regional: ['Hosts of other regions', '其他地区域名'],
  o_certificate: ['Merchant’s certificate', '商户证书'],
  o_algorithms: ['Algorithms', '签名算法'],
  o_sign_type: ['sign_type', 'sign_type'],
  o_signed: ['The answer is signed', '应答是否签名'],
  o_format: ['Form of the answer', '应答格式'],
  o_nonce: ['nonce_str', 'nonce_str'],
  o_repeat: ['Repeating', '重试'],
  o_money: ['Moves money', '资金变动'],
  yes: ['yes', '是'],
  no: ['no', '否'],
  needed: ['needed', '需要'],
  notNeeded: ['not needed', '不需要'],
  v_absent: ['no such field', '无此字段'],
  v_optional: ['optional', '可选'],
  v_required: ['required', '必填'],
  v_always: ['always', '总是签名'],
  v_sometimes: ['sometimes', '部分签名'],
  v_never: ['never', '不签名'],
  v_flat: ['XML', 'XML'],
  v_nested: ['XML with groups', '嵌套XML'],
  v_text: ['text or gzip', '文本或gzip'],
  v_json: ['JSON', 'JSON'],
  v_page: ['a page', '网页'],
  repeatSafe: ['safe at any time', '可随时重试'],
  repeatIdentical: ['only with the same number and parameters', '只能用相同单号和相同参数重试'],
  withdrawn: ['withdrawn for new programs', '已停止新接入'],
  needsCertificate: ['certificate', '需证书'],
  requestFields: ['Fields of the request', '请求字段'],
  n_required: ['required', '必填'],
  n_optional: ['optional', '可选'],
  n_advised: ['doubtful without', '建议填写'],
  n_one: ['one of these', '以下任选其一'],
  n_or: ['or this', '或此字段'],
  most: ['up to {0} characters', '最长{0}个字符'],
  a_Query: ['query', '查询'],
  a_Repeat: ['repeat the same', '原样重试'],
  a_NewNumber: ['start anew', '换新单号'],
  a_Customer: ['ask the customer', '需用户处理'],
  a_Setup: ['put in order first', '需商户处理'],
  a_Program: ['correct the program', '修改程序'],
  a_Done: ['done already', '已完成'],
  forAll: ['all operations', '所有接口'],
  forSome: ['{0} operations', '{0}个接口'],
  useIt: ['Use for messages', '用于报文'],

  nonceTitle: ['A nonce (nonce_str)', '随机字符串（nonce_str）'],
  nonceNote: ['Of 128 random bits of this browser; new for every request.', '由浏览器生成的128位随机数，每次请求都应重新生成。'],
  timeTitle: ['Times', '时间换算'],
  timeLabel: ['Seconds since 1970, or a time in Beijing', '时间戳（秒）或北京时间'],
  now: ['Now', '现在'],
  t_unix: ['Seconds since 1970', '时间戳（秒）'],
  t_plain: ['In requests and answers', '请求与应答中的格式'],
  t_spaced: ['In refund notices and red packets', '退款通知、红包中的格式'],
  amountTitle: ['Amounts', '金额换算'],
  amountLabel: ['Amount, as people write it', '金额（元）'],
  currency: ['Currency', '币种'],
  m_units: ['In a request (the smallest unit)', '接口中的金额（最小货币单位）'],
  m_decimal: ['As people write it', '通常写法'],
};

/** @type {Language} */
let current = 'en';

/** The language of the page. */
export function language() {
  return current;
}

/** @param {Language} chosen */
export function speak(chosen) {
  current = chosen;
}

/** The language that the browser asks for. */
export function preferred() {
  /** @param {string} tag */
  const known = (tag) => (/^zh/i.test(tag) ? 'zh' : /^en/i.test(tag) ? 'en' : undefined);
  const tags = navigator.languages?.length ? navigator.languages : [navigator.language];
  return tags.map(known).find(Boolean) ?? 'en';
}

/**
 * A text with what it mentions in place of `{0}` and so on.
 *
 * @param {string} name
 * @param {...(string | number)} mentioned
 */
export function text(name, ...mentioned) {
  const both = TEXTS[name];
  if (!both) throw new Error(`no text ${name}`);
  const plain = both[current === 'zh' ? 1 : 0];
  return plain.replace(/\{(\d)\}/g, (_, number) => String(mentioned[Number(number)] ?? ''));
}

/** The names of all texts, for the tests. */
export const names = Object.keys(TEXTS);
