import type { Database } from './database.ts';

/** What was recorded so lately may be named by a flow that is not saved yet, or come back with one that was deleted. */
const keptAnywayMs = 24 * 60 * 60 * 1000;
/** Contents are big: so many are looked at together. */
const together = 20;

/** Clears away contents of samples that no flow, as it is or was, no shelf and nothing that can be undone names any more. */
export async function clearSamples(db: Database, now: number): Promise<void> {
  const named = new Set<string>();
  await db.flows.each(({ flow }) => {
    for (const { hash } of flow.samples) named.add(hash);
  });
  await db.shelves.each(({ shelf }) => {
    for (const { hash } of shelf.samples) named.add(hash);
  });
  await db.histories.each((history) => {
    addHashesIn(history, named);
  });
  await db.journal.each(({ entry }) => {
    addHashesIn(entry, named);
  });
  await db.checkpoints.each(({ content }) => {
    for (const { hash } of content.samples) named.add(hash);
  });
  const keys = await db.samples.toCollection().primaryKeys();
  const unnamed = keys.filter((hash) => !named.has(hash));
  for (let at = 0; at < unnamed.length; at += together) {
    const rows = await db.samples.bulkGet(unnamed.slice(at, at + together));
    const old = rows.flatMap((row) =>
      row !== undefined && row.at < now - keptAnywayMs ? [row.hash] : [],
    );
    await db.samples.bulkDelete(old);
  }
}

/** Wherever an operation names one: changes of samples, and steps that come back with theirs. */
function addHashesIn(part: unknown, named: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'hash' && typeof value === 'string') named.add(value);
    else addHashesIn(value, named);
  }
}
