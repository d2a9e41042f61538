import type { Catalog } from '../../../catalog/index.ts';
import { writeJson, type Json } from '../../../shared/index.ts';
import { maskSecrets, type CredentialRow, type Database } from '../../../storage/index.ts';
import {
  backupFormat,
  backupFormatVersion,
  type AccountInBackup,
  type RunInBackup,
} from './backup-file.ts';
import { loadWhole } from '../flow-storage.ts';
import { documentWithoutSecrets, flowWithoutSecrets } from './without-secrets.ts';

interface BackupOptions {
  readonly catalog: Catalog;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Earlier runs, with their data. */
  readonly withRuns: boolean;
}

/** The lines of a backup, one after another: what is kept may be larger than one text can be. */
export async function* writeBackup(
  db: Database,
  { catalog, savedAt, withRuns }: BackupOptions,
): AsyncGenerator<string> {
  let count = 1;
  const line = (content: object): string => {
    count += 1;
    return textOf(content);
  };
  yield textOf({ format: backupFormat, formatVersion: backupFormatVersion, savedAt });
  for (const id of await db.flows.toCollection().primaryKeys()) {
    const stored = await loadWhole(db, id);
    if (stored === undefined) continue;
    const flow = flowWithoutSecrets(stored, catalog);
    const { journal, checkpoints, tests } = flow;
    yield line({ flow: { ...flow, journal: [], checkpoints: [], tests: [] } });
    for (const change of journal) yield line({ change });
    for (const checkpoint of checkpoints) yield line({ checkpoint });
    for (const test of tests) yield line({ test });
  }
  for (const hash of await db.samples.toCollection().primaryKeys()) {
    const sample = await db.samples.get(hash);
    if (sample !== undefined) yield line({ sample });
  }
  for (const account of await db.credentials.toArray()) yield line({ account: named(account) });
  if (withRuns) {
    for (const row of await db.runs.toArray()) {
      const content = await db.runContents.get(row.id);
      if (content === undefined) continue;
      const flow = documentWithoutSecrets(content.flow, catalog);
      const records = await db.runRecords.where({ run: row.id }).toArray();
      const run = { row, content: { ...content, flow }, records } satisfies RunInBackup;
      yield line({ run: maskSecrets(run as unknown as Json) as object }); // rows are plain JSON
    }
  }
  yield textOf({ end: { lines: count + 1 } });
}

function textOf(content: object): string {
  return `${writeJson(content as Json)}\n`; // rows are JSON plus big integers: exactly what the writer takes
}

/** Neither its token, nor how its key ends, nor how it is proved. */
function named(row: CredentialRow) {
  const { token: _, hints: _hints, expires: _ends, asked: _asks, unchecked: _is, ...account } = row;
  return account satisfies AccountInBackup;
}
