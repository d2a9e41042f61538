/**
 * E-mail over SMTP: `prove` and `send`.
 *
 * 1. The library gets its connection ready (P3), and what is sent from an own list of fields: no file, no address, no header
 *    of anybody else's making.
 * 2. A password goes over an encrypted connection, or to a destination that the operator named.
 * 3. Files that come behind the task go into the e-mail while they come. One that breaks off is taken by no server: its end is
 *    never said.
 */
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Json } from '../../../shared/index.ts';
import { lengthOf } from '../../mail/mail-bytes.ts';
import { mailOf } from '../../mail/mail.ts';
import { filesIn } from '../../mail/passed-files.ts';
import { RefusedError } from '../../refusal.ts';
import { textOf } from '../form.ts';
import type { TaskAsk, TaskPage, TaskTransport } from '../transport.ts';
import { toMailRefusal } from './refusals.ts';
import { whileItGoesOn } from './while-it-goes-on.ts';

/** In milliseconds, by the library's names. */
interface Waits {
  readonly greetingTimeout: number;
  readonly socketTimeout: number;
}

export const smtp: TaskTransport = createSmtp({ greetingTimeout: 20_000, socketTimeout: 60_000 });

export function createSmtp(waits: Waits): TaskTransport {
  return Object.assign(doTask, { takesFiles: { send: 'several' } as const });

  async function* doTask(ask: TaskAsk): AsyncGenerator<TaskPage, void, undefined> {
    const { task, input, mayWrite } = ask;
    if (task !== 'prove' && !(task === 'send' && mayWrite))
      throw new RefusedError('proxy.task-unknown');
    // What cannot be sent is told before anybody is connected to.
    const from = textOf(ask.values, 'from');
    const going = whileItGoesOn();
    const files = ask.sent === undefined ? undefined : filesIn(ask.sent, going.goesOn);
    const mail = task === 'send' ? mailOf(input, { from, files }) : undefined;
    const mailer = await openMailer(ask, waits);
    try {
      if (mail === undefined) yield [await proved(mailer, ask)];
      else {
        const size = files === undefined ? undefined : await lengthOf(input, from);
        yield [yield* going.until(sent(mailer, mail, size))];
      }
    } catch (cause) {
      throw toMailRefusal(cause, new URL(ask.origin).host);
    } finally {
      mailer.end();
    }
  }
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

/** `size`: said before anything is sent, so that a server that does not take so much says so at once. */
async function sent(mailer: Mailer, mail: SendMailOptions, size?: number): Promise<Json> {
  const { to, cc, bcc } = mail;
  const receivers = [to, cc, bcc].flat() as string[]; // `mailOf` makes lists of texts
  const from = (mail.from as { readonly address: string }).address;
  const done = await mailer.sendMail(
    size === undefined ? mail : { ...mail, envelope: { from, to: receivers, size } },
  );
  return {
    messageId: done.messageId,
    accepted: done.accepted.map(String),
    refused: done.rejected.map(String),
    answer: done.response,
  };
}
