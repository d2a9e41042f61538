/**
 * Keeps connections whose task has ended for a moment: a flow that writes a thousand rows would sign in a thousand times.
 *
 * 1. Only the same sign-in finds one again: address, way to sign in and every value of the form. Whether it may write makes
 *    no difference, because each task has a transaction of its own.
 * 2. What is kept ends by itself, soon, and keeps no process alive.
 */
import { createHash } from 'node:crypto';
import { writeJson } from '../../../shared/index.ts';
import type { TaskAsk } from '../transport.ts';
import type { Database } from './database.ts';

const keptMs = 5_000;
const mostKept = 16;

export interface Keeper {
  keyOf(ask: Pick<TaskAsk, 'origin' | 'credentialType' | 'values'>): string;
  take(key: string): Database | undefined;
  keep(key: string, database: Database): void;
}

interface Kept {
  readonly key: string;
  readonly database: Database;
  readonly timer: NodeJS.Timeout;
}

export function createKeeper(): Keeper {
  const kept = new Set<Kept>();

  function drop(one: Kept): void {
    clearTimeout(one.timer);
    kept.delete(one);
  }

  return {
    keyOf: ({ origin, credentialType, values }) =>
      createHash('sha256')
        .update(writeJson([origin, credentialType, values]))
        .digest('base64url'),
    take(key) {
      for (const one of kept) {
        if (one.key !== key) continue;
        drop(one);
        if (!one.database.isOpen()) continue;
        one.database.rest(false);
        return one.database;
      }
      return undefined;
    },
    keep(key, database) {
      const timer = setTimeout(() => {
        drop(one);
        void database.close();
      }, keptMs);
      timer.unref();
      const one: Kept = { key, database, timer };
      database.rest(true);
      kept.add(one);
      const [oldest] = kept;
      if (kept.size > mostKept && oldest !== undefined) {
        drop(oldest);
        void oldest.database.close();
      }
    },
  };
}
