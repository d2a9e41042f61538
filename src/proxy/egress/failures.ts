import { RefusedError } from '../refusal.ts';

/** What a broken connection means for the person: a refusal, made from the error's code only (its text may quote a URL). */
export function toRefused(cause: unknown, host: string): RefusedError {
  if (cause instanceof RefusedError) return cause;
  // What does not speak HTTP at all has no code.
  if (cause instanceof Error && cause.name === 'HTTPParserError')
    return new RefusedError('proxy.answer-not-readable', { host });
  const code = codeOf(cause);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA')
    return new RefusedError('proxy.host-not-found', { host });
  if (isCertificateCode(code)) return new RefusedError('proxy.certificate-not-trusted', { host });
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new RefusedError('proxy.answer-headers-too-large', { host });
  if (/^(Z_|HPE_|ERR__ERROR_|ERR_BROTLI_)/.test(code))
    return new RefusedError('proxy.answer-not-readable', { host });
  return new RefusedError('proxy.service-unreachable', { host });
}

/** The same for an answer whose beginning was fine. */
export function toRefusedMidway(cause: unknown, host: string): RefusedError {
  const refused = toRefused(cause, host);
  return refused.code === 'proxy.service-unreachable'
    ? new RefusedError('proxy.answer-cut', { host })
    : refused;
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof AggregateError ? codeOf(cause.errors[0]) : codeOf(cause.cause);
}

function isCertificateCode(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/.test(code);
}
