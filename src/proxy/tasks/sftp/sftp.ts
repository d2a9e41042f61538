import type { SFTPWrapper } from 'ssh2';
import type { Json } from '../../../shared/index.ts';
import { RefusedError } from '../../refusal.ts';
import { textOf } from '../form.ts';
import type { TaskAsk, TaskPage, TaskTransport } from '../transport.ts';
import { done } from './asked.ts';
import { openFileServer } from './connection.ts';
import {
  deleteFile,
  homeOf,
  listFiles,
  moveFile,
  readFile,
  writeFile,
  type Writing,
} from './files.ts';

/** Its one message; before it what is read, or a sign that the work goes on. */
type OneTask = (
  sftp: SFTPWrapper,
  input: Json,
  writing: Writing,
) => AsyncGenerator<Uint8Array | 'goes-on', Json, undefined> | Promise<Json>;

const reads: Readonly<Record<string, OneTask>> = { read: readFile };
const writes: Readonly<Record<string, OneTask>> = {
  write: writeFile,
  move: moveFile,
  delete: deleteFile,
};

/** Files over SFTP: `prove`, `list`, `read`, `write`, `move`, `delete`. */
export const sftp: TaskTransport = createSftp({ signInMs: 20_000, cleanUpMs: 30_000 });

interface Limits {
  readonly signInMs: number;
  /** So long a connection is kept that takes half a file away again, all in all. */
  readonly cleanUpMs: number;
}

export function createSftp(limits: Limits): TaskTransport {
  const { signInMs } = limits;
  return Object.assign(doTask, { takesFiles: { write: 'one' } as const });

  async function* doTask(ask: TaskAsk): AsyncGenerator<TaskPage, void, undefined> {
    const { task, input, mayWrite } = ask;
    const one = reads[task] ?? (mayWrite ? writes[task] : undefined);
    if (one === undefined && task !== 'list' && task !== 'prove')
      throw new RefusedError('proxy.task-unknown');
    const server = await openFileServer(ask, signInMs);
    const unfinished = new Set<string>();
    try {
      if (task === 'list') yield* listFiles(server.sftp, input);
      else if (one === undefined)
        yield [
          {
            user: textOf(ask.values, 'user'),
            host: new URL(ask.origin).hostname,
            folder: await homeOf(server.sftp),
          },
        ];
      else yield [yield* atOnce(one(server.sftp, input, { ...ask, unfinished }))];
    } catch (cause) {
      server.throwIfBroken();
      throw cause;
    } finally {
      server.end();
      if (unfinished.size > 0 && ask.signal.aborted)
        void cleanUp(ask, limits, unfinished).catch(() => undefined); // nobody waits for it any more
    }
  }
}

/** Half a file is left where somebody stopped in its middle: it goes, by a connection of its own that ends in any case. */
async function cleanUp(ask: TaskAsk, limits: Limits, unfinished: Set<string>): Promise<void> {
  const { signInMs, cleanUpMs } = limits;
  const signal = AbortSignal.timeout(cleanUpMs);
  const server = await openFileServer({ ...ask, signal, dial: () => ask.dial(signal) }, signInMs);
  try {
    for (const path of unfinished) await done(path, (answer) => server.sftp.unlink(path, answer));
  } finally {
    server.end();
  }
}

async function* atOnce(
  made: ReturnType<OneTask>,
): AsyncGenerator<Uint8Array | 'goes-on', Json, undefined> {
  return made instanceof Promise ? made : yield* made;
}
