/**
 * Examples: messages of the field cases, signed with the example key of WeChat's documentation.
 */

import log from '../../../../core/tests/data/field_cases/01-json-escaped-log.txt';
import mistake from '../../../../core/tests/data/field_cases/02-nginx-hex-attach.xml';
import second from '../../../../core/tests/data/field_cases/14d-jsapi-paySign-right.json';
import refund from '../../../../core/tests/data/field_cases/20-refund-notice.xml';
import notice from '../../../../core/tests/data/field_cases/33-refund-answer.xml';
import request from '../../../../core/tests/data/field_cases/34-request-many-mistakes.txt';

/** The key that WeChat's documentation signs its examples with. It opens nothing. */
export const EXAMPLE_KEY = '192006250b4c09247ec02edce69f6a2d';

/** @type {Record<string, { text: string, source?: string, algorithm?: string }>} */
export const EXAMPLES = {
  mistake: { text: mistake, source: 'payment', algorithm: 'MD5' },
  request: { text: request, source: '/pay/unifiedorder' },
  notice: { text: notice, source: '/secapi/pay/refund', algorithm: 'MD5' },
  log: { text: log, source: 'payment', algorithm: 'MD5' },
  second: { text: second },
  refund: { text: refund, source: 'refund' },
};
