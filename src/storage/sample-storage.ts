import { hashOf, isJsonList, writeJson, type Json } from '../shared/index.ts';
import type { SampleEntry } from '../flow/index.ts';
import type { Database } from './database.ts';
import type { SampleRow } from './rows.ts';
import { sampleTravels } from './limits.ts';

/** What a step gave when it last ran, or was made up from its schema. */
export interface StepSample {
  readonly origin: 'recorded' | 'by-hand' | 'schema';
  readonly messages: readonly Json[];
  /** Ids under which the next steps got the messages: they tell what belongs together. */
  readonly ids?: readonly string[];
  /** Of a step with named ways out: those that each message took. */
  readonly ports?: readonly (readonly string[])[];
  /** Milliseconds since 1970, of a recording. */
  readonly at?: number;
  /** The messages are big and still in the store alone, under this hash, until somebody looks. */
  readonly apart?: string;
}

/** Keeps a sample's content by its hash; what comes back is named in the document. */
export async function keepSample(
  db: Database,
  step: string,
  { origin, messages, at, ids, ports }: StepSample & { readonly at: number },
): Promise<SampleEntry> {
  const text = writeJson(messages);
  // Two steps may give the same under other names, or by other ways: these are two samples.
  const known = ids === undefined && ports === undefined;
  const hash = await hashOf(known ? text : text + writeJson([ids ?? null, ports ?? null]));
  await db.samples.put({
    hash,
    messages,
    at,
    ...(ids !== undefined && { ids }),
    ...(ports !== undefined && { ports }),
  });
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

/** The contents that this browser has of the samples a flow names, by step. Big ones stay in the store (`apart`). */
export async function loadSamples(
  db: Database,
  entries: readonly SampleEntry[],
): Promise<Record<string, StepSample>> {
  const small = entries.filter(({ size }) => size <= sampleTravels);
  const big = entries.filter(({ size }) => size > sampleTravels);
  const rows = await db.samples.bulkGet(small.map(({ hash }) => hash));
  const there = new Set(
    await db.samples
      .where('hash')
      .anyOf(big.map(({ hash }) => hash))
      .primaryKeys(),
  );
  const found: Record<string, StepSample> = {};
  small.forEach(({ step, origin }, index) => {
    const row = rows[index];
    if (row !== undefined) found[step] = toSample(row, origin);
  });
  for (const { step, hash, origin = 'recorded' } of big)
    if (there.has(hash)) found[step] = { origin, messages: [], apart: hash };
  return found;
}

/** The content of one sample; undefined where the store has it no more. */
export async function loadSample(
  db: Database,
  hash: string,
  origin?: StepSample['origin'],
): Promise<StepSample | undefined> {
  const row = await db.samples.get(hash);
  return row && toSample(row, origin);
}

function toSample(
  { messages, ids, ports, at }: SampleRow,
  origin: StepSample['origin'] = 'recorded',
): StepSample {
  return {
    origin,
    messages,
    ...(ids !== undefined && { ids }),
    ...(ports !== undefined && { ports }),
    at,
  };
}

/** Keeps sample contents that came with a file, by the hashes under which the file names them. */
export async function keepContents(
  db: Database,
  contents: Readonly<Record<string, Json>>,
  at: number,
): Promise<void> {
  const hashes = Object.keys(contents);
  // What is there already has the names of its messages too, which a file does not.
  const there = new Set(await db.samples.where('hash').anyOf(hashes).primaryKeys());
  const rows = Object.entries(contents)
    .filter(([hash]) => !there.has(hash))
    .map(([hash, content]) => ({
      hash,
      messages: isJsonList(content) ? content : [content],
      at,
    }));
  await db.samples.bulkPut(rows);
}
