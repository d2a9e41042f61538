/**
 * A backup of the workspace: everything of this browser in one file, a line of JSON for each thing.
 *
 * 1. The first line says what it is, the last how many lines there are: a file that was cut is noticed.
 * 2. No key is in it: accounts are named without their tokens, secret settings are left out (`without-secrets.ts`).
 * 3. A change of the format is a new version. In version 1 a flow was one line with all its history; from version 2 on its changes,
 *    checkpoints and tests are lines of their own behind it.
 * 4. What is written can be read: both keep to `backupLimits`.
 */
import { z } from 'zod';
import type {
  CredentialRow,
  RunContentRow,
  RunRecordsRow,
  RunRow,
  SampleRow,
} from '../../../storage/index.ts';
import type { RemovedFlow } from '../flow-storage.ts';

export const backupFormat = 'footbridge.workspace';
export const backupFormatVersion = 2;

export const backupLimits = {
  /** More than a browser gives a page of this kind to keep, as a rule. */
  bytes: 300 * 1024 * 1024,
  /** Characters of a line: one flow, one of its checkpoints, or one run. */
  line: 64 * 1024 * 1024,
} as const;

export type BackupLimits = Readonly<Record<keyof typeof backupLimits, number>>;

/** An account as others may see it. */
export type AccountInBackup = Omit<
  CredentialRow,
  'token' | 'hints' | 'expires' | 'asked' | 'unchecked'
>;

export interface RunInBackup {
  readonly row: RunRow;
  readonly content: RunContentRow;
  readonly records: readonly RunRecordsRow[];
}

export interface Backup {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly flows: readonly RemovedFlow[];
  readonly samples: readonly SampleRow[];
  readonly accounts: readonly AccountInBackup[];
  readonly runs: readonly RunInBackup[];
}

const time = z.number();
const name = z.string().min(1);
const wording = z.looseObject({ code: z.string(), params: z.record(z.string(), z.json()) });
const operation = z.looseObject({ type: z.string() });
const entry = z.looseObject({
  label: wording,
  operation,
  inverse: operation,
  at: time.optional(),
});
const messages = z.array(z.unknown());

export const headSchema = z.looseObject({
  format: z.literal(backupFormat),
  formatVersion: z.number().int(),
  savedAt: time,
});

const test = z.looseObject({ id: name, flow: name, test: z.unknown() });
const change = z.looseObject({
  flow: name,
  number: z.number().int(),
  how: z.enum(['done', 'joined', 'undone', 'redone', 'quiet']),
  entry,
  applied: operation.optional(),
});
const checkpoint = z.looseObject({
  ...{ id: name, flow: name, at: time, name: z.string(), content: z.unknown() },
  automatic: z.boolean().optional(),
});

/** What each kind of line holds. Documents are read by their own reader; what is data of services may be anything. */
export const lineSchemas = {
  flow: z.looseObject({
    flow: z.looseObject({ id: name }),
    rev: z.number().int(),
    head: z
      .union([
        z.looseObject({ flow: name, rev: z.number(), number: z.number(), from: z.number() }),
        z.looseObject({ flow: name, past: z.array(entry), future: z.array(entry) }),
      ])
      .optional(),
    summary: z.looseObject({
      id: name,
      name: z.string(),
      updatedAt: time,
      components: z.array(z.string()),
      steps: z.number(),
    }),
    bindings: z.array(z.looseObject({ flow: name, slot: name, credential: name })),
    memories: z.array(z.looseObject({ key: name, value: z.unknown() })),
    shelves: z.array(
      z.looseObject({
        flow: name,
        step: name,
        shelf: z.looseObject({
          samples: z.array(
            z.looseObject({ id: name, hash: name, origin: z.string(), pinned: z.boolean() }),
          ),
        }),
      }),
    ),
    tests: z.array(test),
    journal: z.array(change),
    checkpoints: z.array(checkpoint),
    filing: z
      .looseObject({
        flow: name,
        folder: z.string().optional(),
        tags: z.array(z.string()),
        archivedAt: time.optional(),
      })
      .optional(),
  }),
  change,
  checkpoint,
  test,
  sample: z.looseObject({ hash: name, messages, at: time }),
  account: z.looseObject({
    id: name,
    name: z.string(),
    component: name,
    type: name,
    hosts: z.array(z.string()),
    at: time,
    // What an account of a working key has besides; a file has no say in it.
    asked: z.undefined().optional(),
    unchecked: z.undefined().optional(),
  }),
  run: z.looseObject({
    row: z.looseObject({ id: name, flow: name, at: time, size: z.number() }),
    content: z.looseObject({ id: name, flow: z.looseObject({ id: name }) }),
    records: z.array(
      z.looseObject({ run: name, step: name, page: z.number().int(), records: messages }),
    ),
  }),
} as const;

export type LineKind = keyof typeof lineSchemas;
