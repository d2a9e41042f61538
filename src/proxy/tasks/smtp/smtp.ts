/**
 * E-mail over SMTP: `prove` and `send`.
 *
 * 1. The library gets its connection ready (P3), and what is sent from an own list of fields: no file, no address, no header
 *    of anybody else's making.
 * 2. A password goes over an encrypted connection, or to a destination that the operator named.
 */
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Json } from '../../../shared/index.ts';
import { mailOf } from '../../mail/mail.ts';
import { RefusedError } from '../../refusal.ts';
import { textOf } from '../form.ts';
import type { TaskAsk, TaskTransport } from '../transport.ts';
import { toMailRefusal } from './refusals.ts';

/** In milliseconds, by the library's names. */
interface Waits {
  readonly greetingTimeout: number;
  readonly socketTimeout: number;
}

export const smtp: TaskTransport = createSmtp({ greetingTimeout: 20_000, socketTimeout: 60_000 });

export function createSmtp(waits: Waits): TaskTransport {
  return async function* (ask) {
    const { task, input, mayWrite } = ask;
    if (task !== 'prove' && !(task === 'send' && mayWrite))
      throw new RefusedError('proxy.task-unknown');
    // What cannot be sent is told before anybody is connected to.
    const mail = task === 'send' ? mailOf(input, textOf(ask.values, 'from')) : undefined;
    const mailer = await openMailer(ask, waits);
    try {
      yield [mail === undefined ? await proved(mailer, ask) : await sent(mailer, mail)];
    } catch (cause) {
      throw toMailRefusal(cause, new URL(ask.origin).host);
    } finally {
      mailer.end();
    }
  };
}

type Mailer = ReturnType<typeof createTransport> & { end(): void };

async function openMailer(ask: TaskAsk, waits: Waits): Promise<Mailer> {
  const { values, origin, signal } = ask;
  const { hostname, host } = new URL(origin);
  const encryption = textOf(values, 'encryption');
  const user = textOf(values, 'user');
  if (encryption === 'none' && user !== '' && !ask.mayBePlain)
    throw new RefusedError('proxy.encryption-needed', { host });
  const socket = await ask.dial();
  const transporter = createTransport({
    ...waits,
    host: hostname,
    secure: encryption === 'tls',
    // Whatever a form leaves out or says wrongly, the connection is encrypted before a password is sent.
    requireTLS: encryption !== 'tls' && encryption !== 'none',
    ignoreTLS: encryption === 'none',
    tls: {
      servername: hostname,
      rejectUnauthorized: true,
      ...authorityOf(textOf(values, 'authority')),
    },
    ...(user === '' ? {} : { auth: { user, pass: textOf(values, 'password') } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (
      _options: unknown,
      give: (cause: null, ready: { connection: typeof socket }) => void,
    ) => give(null, { connection: socket }),
  });
  const end = (): void => {
    transporter.close();
    socket.destroy();
  };
  signal.addEventListener('abort', end, { once: true });
  return Object.assign(transporter, {
    end() {
      signal.removeEventListener('abort', end);
      end();
    },
  });
}

function authorityOf(pasted: string): { ca?: string } {
  return pasted.trim() === '' ? {} : { ca: pasted };
}

async function proved(mailer: Mailer, { values, origin }: TaskAsk): Promise<Json> {
  await mailer.verify();
  return {
    from: textOf(values, 'from'),
    user: textOf(values, 'user'),
    host: new URL(origin).hostname,
  };
}

async function sent(mailer: Mailer, mail: SendMailOptions): Promise<Json> {
  const done = await mailer.sendMail(mail);
  return {
    messageId: done.messageId,
    accepted: done.accepted.map(String),
    refused: done.rejected.map(String),
    answer: done.response,
  };
}
