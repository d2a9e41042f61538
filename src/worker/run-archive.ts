/**
 * Earlier runs that are looked at: those of the browser's store, and those of opened files. Who looks need not know
 * which; a file's run belongs to no flow of this browser, and is gone with the page.
 */
import { createCatalog, type Component } from '../catalog/index.ts';
import type { Flow } from '../flow/index.ts';
import {
  isAmong,
  type ArrivingMessage,
  type MessageRecord,
  type RecordFilter,
  type RecordPage,
  type RunState,
} from '../runtime/index.ts';
import { success, type Json, type Result, type Wording } from '../shared/index.ts';
import type { Database, RunRow } from '../storage/contract.ts';
import type { RunContentRow, WholeRun } from '../storage/index.ts';
import { compareMessages, type Changes } from './changes/compare-messages.ts';
import { dataOf, firstSteps, type SameData } from './same-data.ts';

type Store = typeof import('../storage/index.ts');

/** A run as the page shows it; its records are asked for by page, under its id. */
export interface LookedAtRun {
  readonly row: Omit<RunRow, 'size'>;
  readonly state: RunState;
  /** The flow as it ran. */
  readonly flow: Flow;
  /** How much of what its first step gave is kept, so that it can run on it again; undefined = none, or no one's. */
  readonly data?: { readonly count: number; readonly total: number };
}

/** What changed at a step since the run before, and which run that was. */
export interface StepChanges extends Changes {
  readonly before: number;
  /** Not all messages of both runs are kept: the first and the last ones are compared. */
  readonly isPart: boolean;
}

export interface ArchiveWorld {
  loadStore(): Promise<Store>;
  openDatabase(): Promise<Database>;
  now(): number;
  /** All records of a step of a run that this thread did not long ago; undefined: it did not. */
  inMemory(runId: string, step: string): RecordPage | undefined;
}

const nothing: RecordPage = { records: [], total: 0, letGo: 0, indexes: [] };

export class RunArchive {
  readonly #world: ArchiveWorld;
  readonly #files = new Map<string, WholeRun>();
  /** The last ones, so that paging does not read the run each time. */
  readonly #contents = new Map<string, RunContentRow>();

  constructor(world: ArchiveWorld) {
    this.#world = world;
  }

  async page(
    runId: string,
    step: string,
    offset: number,
    limit: number,
    filter?: RecordFilter,
  ): Promise<RecordPage> {
    if (filter !== undefined) {
      const all = await this.#all(runId, step);
      const found = all.records.filter((record) => isAmong(record, filter));
      return {
        ...all,
        records: found.slice(offset, offset + limit),
        indexes: found.map(({ index }) => index),
      };
    }
    const file = this.#files.get(runId);
    if (file !== undefined) return pageOf(file, step, offset, limit);
    const content = await this.#contentOf(runId);
    if (content === undefined) return nothing;
    const { loadRecords } = await this.#world.loadStore();
    return loadRecords(await this.#world.openDatabase(), content, step, offset, limit);
  }

  async open(runId: string): Promise<LookedAtRun | undefined> {
    const { loadRun } = await this.#world.loadStore();
    const run = await loadRun(await this.#world.openDatabase(), runId);
    if (run === undefined) return undefined;
    const data = await this.data(runId);
    const { state, flow } = run.content;
    return {
      row: run.row,
      state,
      flow,
      ...(data !== undefined && { data: { count: data.count, total: data.total } }),
    };
  }

  /** Reads a run file; it can be looked at until the page closes. */
  async readFile(text: string): Promise<Result<LookedAtRun, Wording>> {
    const { readRunFile } = await this.#world.loadStore();
    const read = readRunFile(text);
    if (!read.ok) return read;
    // A file must not be taken for the run of this browser that it was made of.
    const id = `file:${read.value.row.id}`;
    const run = { ...read.value, row: { ...read.value.row, id } };
    this.#files.set(id, run);
    return success({ row: run.row, state: { ...run.state, runId: id }, flow: run.flow });
  }

  /** The text of a run file; undefined where nothing is kept of the run. */
  async writeFile(runId: string, components: readonly Component[]): Promise<string | undefined> {
    const run = await this.#wholeOf(runId);
    if (run === undefined) return undefined;
    const { writeRunFile } = await this.#world.loadStore();
    return writeRunFile(run, createCatalog(components), this.#world.now());
  }

  /** What a run began with, so that another one can begin with it. */
  async data(runId: string): Promise<SameData | undefined> {
    const content = await this.#contentOf(runId);
    if (content === undefined) return undefined;
    const row = await (await this.#world.openDatabase()).runs.get(runId);
    const known = new Map<string, readonly MessageRecord[]>();
    for (const id of firstSteps(content.flow)) known.set(id, (await this.#all(runId, id)).records);
    return dataOf(content, row?.asked.scope ?? { kind: 'flow' }, (step) => known.get(step) ?? []);
  }

  /** The messages that a step of the run refused, as they came. */
  async refused(runId: string, step: string): Promise<readonly ArrivingMessage[]> {
    const content = await this.#contentOf(runId);
    return content !== undefined && Object.hasOwn(content.refused, step)
      ? (content.refused[step] ?? [])
      : [];
  }

  /** What one side of a step gave now, beside what it gave in the run before; undefined = there is none before. */
  async changes(
    runId: string,
    step: string,
    side: 'input' | 'output',
  ): Promise<StepChanges | undefined> {
    const { listRuns } = await this.#world.loadStore();
    const db = await this.#world.openDatabase();
    const own = await db.runs.get(runId);
    if (own === undefined) return undefined;
    for (const row of await listRuns(db, own.flow)) {
      if (row.id === runId || row.at >= own.at) continue;
      const then = await this.#records(row.id, step);
      if (then.records.length === 0) continue;
      const now = await this.#records(runId, step);
      return {
        ...compareMessages(sideOf(then.records, side), sideOf(now.records, side)),
        before: row.at,
        isPart: then.letGo > 0 || now.letGo > 0,
      };
    }
    return undefined;
  }

  /** What this thread still has is read a second time from nowhere. */
  async #records(runId: string, step: string): Promise<RecordPage> {
    return this.#world.inMemory(runId, step) ?? (await this.#all(runId, step));
  }

  #all(runId: string, step: string): Promise<RecordPage> {
    return this.page(runId, step, 0, Number.MAX_SAFE_INTEGER);
  }

  async #contentOf(runId: string): Promise<RunContentRow | undefined> {
    const known = this.#contents.get(runId);
    if (known !== undefined) return known;
    const { loadRun } = await this.#world.loadStore();
    const run = await loadRun(await this.#world.openDatabase(), runId);
    if (run === undefined) return undefined;
    this.#contents.clear();
    this.#contents.set(runId, run.content);
    return run.content;
  }

  async #wholeOf(runId: string): Promise<WholeRun | undefined> {
    const { loadRun } = await this.#world.loadStore();
    const run = await loadRun(await this.#world.openDatabase(), runId);
    if (run === undefined) return undefined;
    const { size: _size, ...row } = run.row;
    const steps = [];
    for (const [step, { total, first }] of Object.entries(run.content.kept))
      steps.push({ step, total, first, records: (await this.#all(runId, step)).records });
    return { row, state: run.content.state, flow: run.content.flow, steps };
  }
}

function pageOf({ steps }: WholeRun, step: string, offset: number, limit: number): RecordPage {
  const of = steps.find((each) => each.step === step);
  if (of === undefined) return nothing;
  const { records, total } = of;
  return {
    records: records.slice(offset, offset + limit),
    total,
    letGo: total - records.length,
    indexes: records.map(({ index }) => index),
  };
}

function sideOf(records: readonly MessageRecord[], side: 'input' | 'output'): readonly Json[] {
  return records.flatMap(({ input, output = [] }) =>
    side === 'output' ? output : input === undefined ? [] : [input],
  );
}
