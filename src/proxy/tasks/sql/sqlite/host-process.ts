/** The other end of `sqlite-host.cjs`: starts it, asks it, ends it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pageBytes, pageRows } from '../database.ts';
import { RefusedError } from '../../../refusal.ts';
import hostText from './sqlite-host.cjs?raw';

export interface HostProcess {
  /** Rejects with what the library threw (`SqliteFailure`); with `RefusedError` where the process has ended. */
  ask<Answer>(ask: string, more?: object): Promise<Answer>;
  isRunning(): boolean;
  /** At once, in the middle of whatever it does. SQLite's files bear that. */
  end(): void;
  /** Whether it keeps this process alive. */
  keepAlive(keeps: boolean): void;
}

/** What SQLite refused. */
export class SqliteFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A row is handed over whole; one that weighs more is not. */
export const rowMegabytes = 32;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: Error) => void;
}
interface Answered {
  readonly id: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** `name`: what a refusal calls the file. */
export function startHost(file: string, name: string): HostProcess {
  const library = createRequire(import.meta.url).resolve('libsql');
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=256',
      '--eval',
      hostText,
      library,
      file,
      String(pageRows),
      String(pageBytes),
      String(rowMegabytes),
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      // Nothing of this process's environment is its business.
      env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
      windowsHide: true,
    },
  );
  const waiting = new Map<number, Waiting>();
  let isRunning = true;
  let asked = 0;

  /** Whatever ended it: what it was asked for is not known to be done. */
  const gone = (): RefusedError => new RefusedError('proxy.answer-cut', { host: name });

  function over(cause: Error): void {
    isRunning = false;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  }
  child.on('error', over);
  child.on('exit', () => over(gone()));
  child.on('message', (message) => {
    const answer = message as Answered; // said by our own text
    const found = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) found?.resolve(answer as never);
    else found?.reject(new SqliteFailure(answer.error.code, answer.error.message));
  });

  return {
    ask(ask, more = {}) {
      return new Promise((resolve, reject) => {
        if (!isRunning) return reject(gone());
        const id = ++asked;
        waiting.set(id, { resolve, reject });
        child.send({ id, ask, ...more }, (cause) => {
          if (cause !== null) over(gone());
        });
      });
    },
    isRunning: () => isRunning,
    end() {
      child.kill('SIGKILL');
    },
    keepAlive(keeps) {
      const change = keeps ? 'ref' : 'unref';
      child[change]();
      child.channel?.[change]();
    },
  };
}
