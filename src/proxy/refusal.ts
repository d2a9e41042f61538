/** Every way the proxy says no: its stable code, and the status it travels with. Sentences are in `words/en/proxy.ts`. */
import type { WordParams } from '../shared/index.ts';
import { refusalHeader, type Refusal } from './contract.ts';
import { toResponse, type ReadyAnswer } from './ready-answer.ts';

export const refusalStatus = {
  'proxy.request-not-understood': 400,
  'proxy.request-too-large': 413,
  'proxy.not-found': 404,
  'proxy.server-fault': 500,
  'proxy.not-signed-in': 401,
  'proxy.foreign-page': 403,
  'proxy.foreign-host': 403,
  'proxy.too-many-calls': 429,
  'proxy.calls-too-fast': 429,

  'proxy.component-unknown': 404,
  'proxy.credential-type-unknown': 404,
  'proxy.task-unknown': 404,
  'proxy.credential-incomplete': 400,
  'proxy.credential-unusable-character': 400,
  'proxy.recipe-not-understood': 400,
  'proxy.key-not-readable': 400,
  'proxy.signing-secret-not-readable': 400,
  'proxy.sign-in-needed': 400,
  'proxy.sign-in-unknown': 404,
  'proxy.sign-in-other-browser': 403,
  'proxy.sign-in-other-service': 403,
  'proxy.sign-in-declined': 403,
  'proxy.sign-in-refused': 400,
  'proxy.app-refused': 400,
  'proxy.app-not-set-up': 409,
  'proxy.app-by-operator': 403,
  'proxy.account-elsewhere': 403,
  'proxy.account-which': 400,
  'proxy.tokens-not-understood': 502,
  'proxy.tokens-unavailable': 503,
  'proxy.credential-too-large': 400,
  'proxy.credential-without-host': 400,
  'proxy.address-not-valid': 400,
  'proxy.file-path-not-valid': 400,
  'proxy.place-unknown': 404,

  'proxy.credential-not-valid': 401,
  'proxy.credential-expired': 401,
  'proxy.credential-other-workspace': 401,
  'proxy.credential-revoked': 401,
  'proxy.sign-in-again': 401,
  'proxy.credential-other-component': 403,
  'proxy.host-not-allowed': 403,
  'proxy.https-needed': 403,
  'proxy.read-only': 403,
  'proxy.method-not-allowed': 400,
  'proxy.path-not-allowed': 400,
  'proxy.header-not-allowed': 400,
  'proxy.no-envelope': 400,

  'proxy.destination-not-allowed': 403,
  'proxy.own-address': 403,
  'proxy.folder-not-allowed': 403,
  'proxy.file-not-found': 404,
  'proxy.host-not-found': 502,
  'proxy.service-unreachable': 502,
  'proxy.certificate-not-trusted': 502,
  'proxy.mail-without-recipient': 400,
  'proxy.mail-too-many-recipients': 400,
  'proxy.mail-too-many-attachments': 400,
  'proxy.mail-too-large': 413,
  'proxy.mail-address-not-valid': 400,
  'proxy.file-too-large': 413,
  'proxy.file-too-large-to-pass': 413,
  'proxy.file-not-taken': 400,
  'proxy.one-file-only': 400,
  'proxy.file-not-signable': 400,
  'proxy.file-content-missing': 422,
  'proxy.sign-in-renewed': 409,
  'proxy.file-is-folder': 400,
  'proxy.file-name-missing': 400,
  'proxy.file-not-text': 400,
  'proxy.file-path-not-usable': 400,
  'proxy.base64-not-readable': 400,
  'proxy.host-key-unknown': 403,
  'proxy.host-key-changed': 403,
  'proxy.encryption-needed': 403,
  'proxy.no-encryption-there': 502,
  'proxy.sign-in-key-not-readable': 400,
  'proxy.service-too-slow': 504,
  'proxy.request-not-taken': 504,
  'proxy.answer-stalled': 504,
  'proxy.answer-too-long': 504,
  'proxy.answer-too-large': 502,
  'proxy.rows-too-heavy': 502,
  'proxy.statement-too-slow': 504,
  'proxy.no-encrypted-line': 400,
  'proxy.file-no-database': 422,
  'proxy.file-in-use': 503,
  'proxy.step-settings-unfit': 400,
  'proxy.table-not-chosen': 404,
  'proxy.table-unknown': 404,
  'proxy.table-without-key': 400,
  'proxy.table-keeps-nothing-unique': 400,
  'proxy.columns-not-unique': 400,
  'proxy.column-unknown': 422,
  'proxy.no-column-to-follow': 400,
  'proxy.row-not-found': 404,
  'proxy.nothing-to-change': 422,
  'proxy.changed-too-much': 422,
  'proxy.key-without-value': 422,
  'proxy.condition-without-value': 422,
  'proxy.parameter-missing': 422,
  'proxy.parameters-by-name': 400,
  'proxy.statement-missing': 400,
  'proxy.statement-too-long': 400,
  'proxy.statements-several': 400,
  'proxy.statement-does-not-end': 400,
  'proxy.statement-changes': 400,
  'proxy.statement-begins-otherwise': 400,
  'proxy.statement-comment-runs': 400,
  'proxy.statement-comment-in-comment': 400,
  'proxy.statement-writes-files': 400,
  'proxy.statement-reads-files': 400,
  'proxy.statement-reaches-outside': 403,
  'proxy.answer-headers-too-large': 502,
  'proxy.answer-not-readable': 502,
  'proxy.answer-not-json': 502,
  'proxy.answer-cut': 502,
  'proxy.call-cancelled': 499,

  'proxy.redirect-not-followed': 502,
  'proxy.redirect-insecure': 502,
  'proxy.redirect-with-body': 502,
  'proxy.redirect-carries-secret': 502,
  'proxy.too-many-redirects': 502,

  'proxy.webhook-unknown': 404,
  'proxy.webhook-not-accepted': 401,
  'proxy.webhook-cannot-sign': 400,
  'proxy.webhook-nobody-listens': 503,
  'proxy.webhook-busy': 503,
  'proxy.too-many-webhooks': 429,
} as const satisfies Record<`proxy.${string}`, number>;
export type RefusalCode = keyof typeof refusalStatus;

const retryableCodes: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'proxy.too-many-calls',
  'proxy.calls-too-fast',
  'proxy.host-not-found',
  'proxy.service-unreachable',
  'proxy.service-too-slow',
  'proxy.request-not-taken',
  'proxy.statement-too-slow',
  'proxy.answer-stalled',
  'proxy.answer-cut',
  'proxy.tokens-unavailable',
  'proxy.sign-in-renewed',
  'proxy.webhook-nobody-listens',
  'proxy.webhook-busy',
]);

/** Thrown anywhere inside the proxy; `app.ts` turns it into the answer. Its params never hold a secret. */
export class RefusedError extends Error {
  readonly code: RefusalCode;
  readonly params: WordParams;

  constructor(code: RefusalCode, params: WordParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'RefusedError';
    this.code = code;
    this.params = params;
  }
}

/** The refusal as data. */
export function toRefusal(refused: RefusedError): Refusal {
  return {
    code: refused.code,
    params: { ...refused.params },
    retryable: retryableCodes.has(refused.code),
  };
}

/** What was thrown, as an answer. A defect's own text may quote a request: only its code goes out. */
export function toRefusalAnswer(cause: unknown): ReadyAnswer {
  const refused = cause instanceof RefusedError ? cause : new RefusedError('proxy.server-fault');
  const status = refusalStatus[refused.code];
  const bytes = Buffer.from(JSON.stringify(toRefusal(refused)));
  return {
    status,
    bytes,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      [refusalHeader]: '1',
      ...(status === 429 || status === 503
        ? { 'Retry-After': String(refused.params['seconds'] ?? 1) }
        : {}),
    },
  };
}

export function toRefusalResponse(cause: unknown): Response {
  return toResponse(toRefusalAnswer(cause));
}
