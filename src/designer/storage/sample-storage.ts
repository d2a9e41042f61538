import { hashOf, isJsonList, writeJson, type Json } from '../../shared/index.ts';
import type { SampleEntry } from '../../flow/index.ts';
import type { StepSample } from '../state/sample-store.ts';
import type { Database } from './database.ts';

/** Keeps a sample's content by its hash; what comes back is named in the document. */
export async function keepSample(
  db: Database,
  step: string,
  { origin, messages, at, ids }: StepSample & { readonly at: number },
): Promise<SampleEntry> {
  const text = writeJson(messages);
  const hash = await hashOf(text);
  await db.samples.put({ hash, messages, at, ...(ids !== undefined && { ids }) });
  return {
    step,
    name: currentSample,
    hash,
    size: new TextEncoder().encode(text).length,
    origin,
  };
}

/** The one sample a step has in this version; the format holds many by name. */
export const currentSample = 'current';

/** The contents that this browser has of the samples a flow names, by step. */
export async function loadSamples(
  db: Database,
  entries: readonly SampleEntry[],
): Promise<Record<string, StepSample>> {
  const rows = await db.samples.bulkGet(entries.map((entry) => entry.hash));
  const found: Record<string, StepSample> = {};
  entries.forEach((entry, index) => {
    const row = rows[index];
    if (row !== undefined)
      found[entry.step] = {
        origin: entry.origin ?? 'recorded',
        messages: row.messages,
        ...(row.ids !== undefined && { ids: row.ids }),
        at: row.at,
      };
  });
  return found;
}

/** Keeps sample contents that came with a file, by the hashes under which the file names them. */
export async function keepContents(
  db: Database,
  contents: Readonly<Record<string, Json>>,
  at: number,
): Promise<void> {
  const rows = Object.entries(contents).map(([hash, content]) => ({
    hash,
    messages: isJsonList(content) ? content : [content],
    at,
  }));
  await db.samples.bulkPut(rows);
}
