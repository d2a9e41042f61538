import type { SFTPWrapper } from 'ssh2';
import type { Json } from '../../../shared/index.ts';
import { RefusedError } from '../../refusal.ts';
import { textOf } from '../form.ts';
import type { TaskTransport } from '../transport.ts';
import { openFileServer } from './connection.ts';
import { deleteFile, homeOf, listFiles, moveFile, readFile, writeFile } from './files.ts';

type OneTask = (sftp: SFTPWrapper, input: Json) => Promise<Json>;

const reads: Readonly<Record<string, OneTask>> = { read: readFile };
const writes: Readonly<Record<string, OneTask>> = {
  write: writeFile,
  move: moveFile,
  delete: deleteFile,
};

/** Files over SFTP: `prove`, `list`, `read`, `write`, `move`, `delete`. */
export const sftp: TaskTransport = createSftp({ signInMs: 20_000 });

export function createSftp({ signInMs }: { readonly signInMs: number }): TaskTransport {
  return async function* (ask) {
    const { task, input, mayWrite } = ask;
    const one = reads[task] ?? (mayWrite ? writes[task] : undefined);
    if (one === undefined && task !== 'list' && task !== 'prove')
      throw new RefusedError('proxy.task-unknown');
    const server = await openFileServer(ask, signInMs);
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
      else yield [await one(server.sftp, input)];
    } catch (cause) {
      server.throwIfBroken();
      throw cause;
    } finally {
      server.end();
    }
  };
}
