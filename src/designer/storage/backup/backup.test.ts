import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedCatalog } from '../../../catalog/testing/shipped.ts';
import {
  applyOperation,
  labelOf,
  newFlow,
  type Flow,
  type Operation,
} from '../../../flow/index.ts';
import { keptKeysOf, type FlowTest } from '../../../runtime/contract.ts';
import { Database, keepRun, keepShelf, keepTest, loadRun } from '../../../storage/index.ts';
import { keepCheckpoint, listCheckpoints } from '../checkpoint-storage.ts';
import { fileFlow } from '../filing-storage.ts';
import { loadFlow, loadWhole, removeFlow, saveFlow } from '../flow-storage.ts';
import { journalOf } from '../journal.ts';
import type { Backup, BackupLimits } from './backup-file.ts';
import { makeBackup } from './make-backup.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup, standingsOf, type RestoreOptions } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const catalog = shippedCatalog();
const secret = 'a-signing-key-of-mine';
let count = 0;
let db: Database;
const opened: Database[] = [];

function aBrowser(): Database {
  const made = new Database(`backup-${String(++count)}`);
  opened.push(made);
  return made;
}
beforeEach(() => {
  db = aBrowser();
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

const steps: readonly Operation[] = [
  {
    type: 'step.add',
    step: {
      id: 'sign',
      name: 'Sign',
      component: 'catalog:hash',
      componentVersion: '1.0.0',
      operation: 'hmac',
      settings: {},
      slots: {},
    },
  },
  { type: 'step.set-settings', step: 'sign', settings: { key: secret, algorithm: 'sha-256' } },
];

const aTest: FlowTest = { id: 't', name: 'T', at: 1, startedAt: 1, steps: [] };

/** A browser with a flow and all that can belong to one. */
async function filled(): Promise<Flow> {
  let flow = newFlow('Signed', () => 'f');
  const past = steps.map((operation) => {
    const applied = applyOperation(flow, operation);
    if (!applied.ok) throw new Error(applied.reason.code);
    const label = labelOf(operation, flow);
    flow = applied.value.flow;
    return { label, operation, inverse: applied.value.inverse, at: 1 };
  });
  const basis = { settings: 'fingerprint-of-settings' } as never;
  const named = { step: 'sign', name: 'current', hash: 'h', size: 1, origin: 'recorded' } as const;
  flow = { ...flow, samples: [{ ...named, basis }] };
  const rows = journalOf('f', { past, future: [] }, 0);
  await saveFlow(db, { flow, rev: 0, at: 2, rows, number: rows.length });
  await fileFlow(db, 'f', { folder: 'Work', tags: ['weekly'] });
  const sample = {
    id: 's',
    hash: 'h',
    origin: 'recorded',
    pinned: true,
    at: 1,
    size: 1,
    count: 1,
  } as const;
  await keepShelf(db, 'f', 'sign', { samples: [{ ...sample, basis }] });
  await keepCheckpoint(db, { id: 'c', flow: 'f', at: 3, name: 'Good', content: flow });
  await db.bindings.put({ flow: 'f', slot: 'crm', credential: 'a' });
  await db.memories.put({ key: `${keptKeysOf('f')}dedupe`, value: ['x'] });
  await db.samples.put({ hash: 'h', messages: [{ big: 12345678901234567890n }], at: 1 });
  await db.credentials.put({
    id: 'a',
    name: 'My CRM',
    component: 'catalog:crm',
    type: 'api-key',
    token: 'sealed-token-of-mine',
    hosts: ['crm.example'],
    hints: { key: '4f2a' },
    at: 1,
  });
  const asked = { scope: { kind: 'flow' }, by: 'test' } as const;
  const row = { id: 'r', flow: 'f', at: 4, status: 'done', asked, parts: [], ms: 1 } as const;
  const state = { runId: 'r', status: 'done', startedAt: 4, steps: {} } as const;
  await keepRun(db, { row, content: { state, flow, given: {}, refused: {} }, steps: [] });
  return flow;
}

async function textOf(from: Database): Promise<string> {
  let text = '';
  for await (const line of writeBackup(from, { catalog, savedAt: 9, withRuns: true })) text += line;
  return text;
}

async function read(text: string): Promise<Backup> {
  const result = await readBackup(new Blob([text]));
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

const refused = async (text: string, limits?: { bytes: number; line: number }) => {
  const result = await readBackup(new Blob([text]), limits);
  return result.ok ? 'accepted' : result.reason;
};

let ids = 0;
const options: RestoreOptions = {
  others: 'both',
  withRuns: true,
  copyName: (name) => `${name} (backup)`,
  keptName: 'Before the backup',
  now: () => 8,
  newId: () => `new-${String(++ids)}`,
};

async function restore(into: Database, backup: Backup, more: Partial<RestoreOptions> = {}) {
  const standings = await standingsOf(into, backup, catalog);
  return restoreBackup(into, backup, standings, { ...options, ...more });
}

describe('a backup', () => {
  it('brings a flow with its history, checkpoints, filing, samples and memories into an empty browser', async () => {
    const flow = await filled();
    const other = aBrowser();
    await restore(other, await read(await textOf(db)));
    const [step] = flow.steps;
    const samples = flow.samples.map(({ basis: _basis, ...sample }) => sample);
    const withoutKey = {
      ...flow,
      samples,
      steps: [{ ...step, settings: { algorithm: 'sha-256' } }],
    };
    const stored = await loadFlow(other, 'f');
    expect(stored?.flow).toEqual(withoutKey);
    expect(stored?.history.past.map(({ label }) => label.code)).toHaveLength(2);
    const whole = await loadWhole(other, 'f');
    expect(whole?.filing).toMatchObject({ folder: 'Work', tags: ['weekly'] });
    expect(whole?.checkpoints.map(({ name }) => name)).toEqual(['Good']);
    expect(whole?.memories).toHaveLength(1);
    expect((await other.runs.toArray()).map(({ id }) => id)).toEqual(['r']);
    expect(await other.samples.get('h')).toMatchObject({
      messages: [{ big: 12345678901234567890n }],
    });
  });

  it('names accounts and holds no key, neither of them nor of settings as they are or were', async () => {
    await filled();
    const text = await textOf(db);
    expect(text).toContain('My CRM');
    for (const hidden of [secret, 'sealed-token-of-mine', '4f2a', 'fingerprint-of-settings'])
      expect({ hidden, isIn: text.includes(hidden) }).toEqual({ hidden, isIn: false });
    const other = aBrowser();
    await restore(other, await read(text));
    expect(await other.credentials.get('a')).toMatchObject({ token: '', hints: {}, expires: 0 });
    expect(await other.bindings.toArray()).toHaveLength(1);
  });

  it('leaves what is here as it is in the file, and accounts with their keys', async () => {
    await filled();
    const backup = await read(await textOf(db));
    expect([...(await standingsOf(db, backup, catalog)).values()]).toEqual(['same']);
    const before = await loadWhole(db, 'f');
    await restore(db, backup);
    expect(await loadWhole(db, 'f')).toEqual(before);
    expect((await db.credentials.get('a'))?.token).toBe('sealed-token-of-mine');
  });

  it('gives back what a flow that is here has lost since, and leaves what was done to it on purpose', async () => {
    const flow = await filled();
    await keepTest(db, 'f', aTest);
    const before = await loadWhole(db, 'f');
    const backup = await read(await textOf(db));
    for (const table of [db.checkpoints, db.tests, db.bindings, db.shelves, db.memories])
      await table.clear();
    for (const table of [db.filings, db.runs, db.runContents, db.samples]) await table.clear();
    expect(await restore(db, backup)).toEqual({ flows: 0, beside: 8 });
    const after = await loadWhole(db, 'f');
    expect(after?.flow).toEqual(flow);
    const { shelves: _had, checkpoints: _kept, ...others } = before ?? {};
    expect(after).toMatchObject(others);
    expect(after?.shelves).toHaveLength(1);
    expect(after?.checkpoints.map(({ id, name }) => [id, name])).toEqual([['c', 'Good']]);
    expect((await db.runs.toArray()).map(({ id }) => id)).toEqual(['r']);
    expect(await db.samples.count()).toBe(1);
    expect(await restore(db, backup)).toEqual({ flows: 0, beside: 0 });

    await fileFlow(db, 'f', { folder: 'Play' });
    await db.bindings.put({ flow: 'f', slot: 'crm', credential: 'another' });
    expect(await restore(db, backup)).toEqual({ flows: 0, beside: 0 });
    expect(await loadWhole(db, 'f')).toMatchObject({
      filing: { folder: 'Play' },
      bindings: [{ credential: 'another' }],
    });
  });

  it('brings the runs of a flow that is kept beside the one here under the id of the copy', async () => {
    const flow = await filled();
    const backup = await read(await textOf(db));
    await saveFlow(db, { flow: { ...flow, name: 'Changed' }, rev: 1, at: 5, number: 2 });
    await restore(db, backup);
    const copy = (await db.flows.toArray()).find(({ id }) => id !== 'f');
    const [run, ...others] = await db.runs.where({ flow: copy?.id }).toArray();
    expect(others).toEqual([]);
    expect(await loadRun(db, run?.id ?? '')).toMatchObject({
      row: { flow: copy?.id },
      content: { state: { runId: run?.id }, flow: { id: copy?.id, name: 'Signed' } },
    });
    expect((await db.runs.where({ flow: 'f' }).toArray()).map(({ id }) => id)).toEqual(['r']);
  });

  it('replaces no flow that came, and brings one that went, since the file was looked at', async () => {
    const flow = await filled();
    const backup = await read(await textOf(db));
    const looked = await standingsOf(db, backup, catalog);
    await removeFlow(db, 'f');
    await restoreBackup(db, backup, looked, options);
    expect((await loadFlow(db, 'f'))?.flow.name).toBe('Signed');

    const other = aBrowser();
    const empty = await standingsOf(other, backup, catalog);
    await saveFlow(other, { flow: { ...flow, name: 'Came meanwhile' }, rev: 0, at: 5 });
    await restoreBackup(other, backup, empty, { ...options, others: 'replace' });
    expect((await loadFlow(other, 'f'))?.flow.name).toBe('Came meanwhile');
    expect(await other.flows.count()).toBe(2);
  });

  it('of a flow that is here in another form keeps both, or replaces it so that nobody saves over it', async () => {
    const flow = await filled();
    const backup = await read(await textOf(db));
    await saveFlow(db, { flow: { ...flow, name: 'Changed' }, rev: 1, at: 5, number: 2 });
    expect([...(await standingsOf(db, backup, catalog)).values()]).toEqual(['other']);

    await restore(db, backup);
    const names = async () => (await db.summaries.toArray()).map(({ name }) => name).toSorted();
    expect(await names()).toEqual(['Changed', 'Signed (backup)']);
    const copy = (await db.flows.toArray()).find(({ id }) => id !== 'f');
    expect(copy?.flow.name).toBe('Signed (backup)');
    expect((await loadFlow(db, copy?.id ?? ''))?.history.past).toHaveLength(2);
    expect(await db.memories.count()).toBe(2);
    expect(await db.checkpoints.count()).toBe(2);

    await restore(db, backup, { others: 'replace' });
    expect(await names()).toEqual(['Signed', 'Signed (backup)']);
    expect((await db.flows.get('f'))?.rev).toBe(3);
  });

  it('keeps what a replaced flow was, and its checkpoints, in the history of the flow in its place', async () => {
    const flow = await filled();
    const backup = await read(await textOf(db));
    const mine = { ...flow, name: 'Changed' };
    await saveFlow(db, { flow: mine, rev: 1, at: 5, number: 2 });
    await keepCheckpoint(db, { id: 'mine', flow: 'f', at: 6, name: 'Of mine', content: mine });
    await restore(db, backup, { others: 'replace' });
    const kept = await listCheckpoints(db, 'f');
    expect(kept.map(({ name, content }) => [name, content.name])).toEqual([
      ['Before the backup', 'Changed'],
      ['Of mine', 'Changed'],
      ['Good', 'Signed'],
    ]);
    expect(kept[0]).toMatchObject({ at: 8, automatic: true, content: mine });
  });

  it('overwrites nothing of other flows, and takes nothing of them in', async () => {
    await filled();
    const text = await textOf(db);
    const other = aBrowser();
    const mine = newFlow('Mine', () => 'mine');
    await saveFlow(other, { flow: mine, rev: 0, at: 1 });
    await keepCheckpoint(other, { id: 'c', flow: 'mine', at: 1, name: 'Of mine', content: mine });
    await restore(other, await read(text));
    const checkpoints = await other.checkpoints.toArray();
    expect(checkpoints.map(({ flow, name }) => [flow, name]).toSorted()).toEqual([
      ['f', 'Good'],
      ['mine', 'Of mine'],
    ]);
    const foreign = text.replace(keptKeysOf('f'), keptKeysOf('mine'));
    expect(await refused(foreign)).toMatchObject({ code: 'workspace.file-broken' });
  });

  it('is written in lines that can be read, however long a history and however many checkpoints a flow has', async () => {
    const flow = await filled();
    await keepTest(db, 'f', aTest);
    for (let at = 0; at < 20; at += 1)
      await keepCheckpoint(db, { id: `c${at}`, flow: 'f', at, name: `v${at}`, content: flow });
    const longest = Math.max(...(await textOf(db)).split('\n').map(({ length }) => length));
    const whole = JSON.stringify(await loadWhole(db, 'f'), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(whole.length).toBeGreaterThan(5 * longest);
    const limits = { bytes: 1e6, line: longest + 1 };
    const file = await makeBackup(writeBackup(db, { catalog, savedAt: 9, withRuns: true }), limits);
    const backup = file.ok ? await readBackup(file.value, limits) : undefined;
    const stored = backup?.ok === true ? backup.value.flows[0] : undefined;
    expect(stored?.checkpoints).toHaveLength(21);
    expect(stored?.journal).toHaveLength(2);
    expect(stored?.tests).toHaveLength(1);
  });

  it('is not handed out where it could not be read again', async () => {
    await filled();
    const lines = () => writeBackup(db, { catalog, savedAt: 9, withRuns: true });
    const longest = Math.max(...(await textOf(db)).split('\n').map(({ length }) => length));
    const { size } = new Blob([await textOf(db)]);
    const refusedBy = async (limits: BackupLimits) => {
      const file = await makeBackup(lines(), limits);
      return file.ok ? 'made' : file.reason.code;
    };
    const room = { bytes: size, line: longest + 1 };
    expect(await refusedBy(room)).toBe('made');
    expect(await refusedBy({ ...room, line: longest })).toBe('workspace.backup-line-too-long');
    expect(await refusedBy({ ...room, bytes: size - 1 })).toBe('workspace.backup-too-big');
  });

  it('of version 1, where a flow is one line with all that is its own, is still read', async () => {
    await filled();
    await keepTest(db, 'f', aTest);
    const lines = (await textOf(db)).trimEnd().split('\n');
    const today = await read(lines.join('\n'));
    const ofKind = (kind: string) =>
      lines.flatMap((line) => {
        const content = (JSON.parse(line) as Record<string, unknown>)[kind];
        return content === undefined ? [] : [content];
      });
    const parts = ['change', 'checkpoint', 'test'];
    const others = lines.filter((line) => !parts.some((kind) => line.startsWith(`{"${kind}"`)));
    const [journal, checkpoints, tests] = parts.map(ofKind);
    const older = others.map((line, at) => {
      const flow = line.startsWith('{"flow"') ? (JSON.parse(line) as { flow: object }).flow : {};
      if (at === 0) return line.replace('"formatVersion":2', '"formatVersion":1');
      if (line.startsWith('{"end"')) return JSON.stringify({ end: { lines: others.length } });
      if (!line.startsWith('{"flow"')) return line;
      return JSON.stringify({ flow: { ...flow, journal, checkpoints, tests } });
    });
    expect(older.length).toBe(lines.length - 4);
    expect(await read(older.join('\n'))).toEqual(today);
  });

  it('takes in no change, checkpoint or test that stands behind another flow, or behind none', async () => {
    await filled();
    const lines = (await textOf(db)).trimEnd().split('\n');
    const at = lines.findIndex((line) => line.startsWith('{"checkpoint"'));
    const moved = [lines[0], lines[at], ...lines.slice(1, at), ...lines.slice(at + 1)];
    const foreign = lines.with(at, lines[at]?.replace('"flow":"f"', '"flow":"g"') ?? '');
    for (const text of [moved, foreign])
      expect(await refused(text.join('\n'))).toMatchObject({ code: 'workspace.file-broken' });
  });

  it('is restored as a whole or not at all', async () => {
    await filled();
    const backup = await read(await textOf(db));
    const other = aBrowser();
    const broken = { ...backup, samples: [{ hash: () => 'no key', messages: [], at: 1 } as never] };
    await expect(restore(other, broken)).rejects.toThrow();
    for (const table of other.tables)
      expect({ table: table.name, count: await table.count() }).toEqual({
        table: table.name,
        count: 0,
      });
  });
});

describe('a file that is no backup', () => {
  const head = '{"format":"footbridge.workspace","formatVersion":1,"savedAt":1}\n';

  it('is refused in words: empty, cut, another kind, newer, too big, broken, with the line', async () => {
    await filled();
    const text = await textOf(db);
    const lines = text.trimEnd().split('\n');
    expect(await refused('')).toMatchObject({ code: 'workspace.file-empty' });
    expect(await refused(lines.slice(0, -1).join('\n'))).toMatchObject({
      code: 'workspace.file-cut',
    });
    expect(await refused(text.slice(0, text.length / 2))).toMatchObject({
      code: 'workspace.file-cut',
    });
    expect(await refused([...lines.slice(0, -2), lines.at(-1)].join('\n'))).toMatchObject({
      code: 'workspace.file-cut',
    });
    expect(await refused('{"format":"footbridge.flow","formatVersion":1}')).toMatchObject({
      code: 'workspace.file-is-flow',
    });
    expect(await refused('PK\u0003\u0004 something else')).toMatchObject({
      code: 'workspace.file-unknown',
    });
    expect(await refused(head.replace('"formatVersion":1', '"formatVersion":3'))).toMatchObject({
      code: 'workspace.file-newer',
      params: { version: 3, known: 2 },
    });
    expect(await refused(text, { bytes: 10, line: 10 })).toMatchObject({
      code: 'workspace.file-too-big',
    });
    expect(await refused(`${head}{"flow":{"flow":{"id":"f"}}}\n`)).toMatchObject({
      code: 'workspace.file-broken',
      params: { line: 2 },
    });
  });

  it('is not read on: a line without an end, depth without an end, names of prototypes', async () => {
    const long = `${head}{"sample":"${'x'.repeat(200_000)}`;
    expect(await refused(long, { bytes: 1e9, line: 100_000 })).toMatchObject({
      code: 'workspace.file-line-too-long',
    });
    expect(await refused('x'.repeat(200_000))).toMatchObject({ code: 'workspace.file-unknown' });
    expect(await refused(`${head}{"sample":${'['.repeat(100_000)}\n`)).not.toBe('accepted');
    expect(
      await refused(`${head}{"sample":{"hash":"h","at":1,"messages":[{"__proto__":{"a":1}}]}}\n`),
    ).toMatchObject({ code: 'workspace.file-broken' });
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('loses a history that does not lead back, and keeps the flow', async () => {
    await filled();
    const text = (await textOf(db)).replaceAll('"step.remove"', '"no.such-change"');
    const [stored] = (await read(text)).flows;
    expect(stored?.flow.name).toBe('Signed');
    expect(stored?.journal).toEqual([]);
  });
});
