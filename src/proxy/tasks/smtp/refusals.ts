import { toRefusedMidway } from '../../egress/failures.ts';
import { RefusedError } from '../../refusal.ts';
import { TaskRefused } from '../transport.ts';

interface MailTrouble extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly rejected?: readonly string[];
}

/** What a mail server's reply means (RFC 5321, section 4.2), or what kept it from being asked. */
export function toMailRefusal(cause: unknown, host: string): unknown {
  if (!(cause instanceof Error)) return cause;
  // The library writes its own code over what broke off inside of the e-mail.
  if ((cause as MailTrouble).code === 'ESTREAM')
    return new RefusedError('proxy.request-not-understood', { at: 'attachments' }, { cause });
  if (cause instanceof RefusedError) return cause;
  const { code, responseCode, response, rejected } = cause as MailTrouble;
  if (isCertificate(cause)) return new RefusedError('proxy.certificate-not-trusted', { host });
  if (code === 'ETLS') return new RefusedError('proxy.no-encryption-there', { host });
  // The server said so before the e-mail was begun.
  if (code === 'EMESSAGE') return new TaskRefused(413, { message: cause.message });
  if (responseCode !== undefined)
    return new TaskRefused(statusOf(code, responseCode), {
      code: responseCode,
      message: response ?? '',
      ...(rejected === undefined ? {} : { addresses: [...rejected] }),
    });
  if (code === 'EAUTH') return new TaskRefused(401, {});
  if (code === 'ETIMEDOUT') return new RefusedError('proxy.service-too-slow', { host });
  // The connection was there when the library got it.
  return toRefusedMidway(cause, host);
}

function statusOf(code: string | undefined, reply: number): number {
  // "Later" is no wrong password, also where it is said at the sign-in.
  if (reply >= 400 && reply < 500) return reply === 452 ? 429 : 503;
  if (code === 'EAUTH' || reply === 530 || reply === 535) return 401;
  if (reply === 552) return 413;
  return 422;
}

function isCertificate(cause: Error): boolean {
  return /certificate|self.signed|altnames|unable to verify/i.test(cause.message);
}
