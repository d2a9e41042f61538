/**
 * Opens a flow of the browser's store in the workbench and keeps it there: the writer saves, a watcher follows.
 * The library of the store comes after the first view; until then only the flow itself is read.
 */
import type { Flow } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import { whenShown } from '../state/first-view.ts';
import {
  loadSamples,
  loadShelves,
  loadTests,
  storageFailure,
  type Database,
} from '../../storage/contract.ts';
import { listBindings } from '../storage/credential-storage.ts';
import { loadFlow, saveFlow, type StoredFlow } from '../storage/flow-storage.ts';
import { readAhead } from '../storage/read-ahead.ts';
import type { Workbench } from '../state/workbench.ts';
import { flushOnLeave, startAutosave, type Autosave } from './autosave.ts';
import { fetchLookedAt } from './fetch-samples.ts';
import { holdWriteLock } from './write-lock.ts';

export type OpenState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly why: Wording };

export interface FlowSession {
  takeOver(): void;
  /** Tries again to save what could not be saved. */
  saveNow(): Promise<void>;
  /** Saves, lets the flow go and closes it. */
  stop(): void;
}

/** What is stored was written from checked flows: it is drawn first. */
const checkedAfterMs = 1_000;

export function openFlow(
  bench: Pick<
    Workbench,
    | 'document'
    | 'saving'
    | 'samples'
    | 'shelves'
    | 'tests'
    | 'run'
    | 'view'
    | 'runs'
    | 'problems'
    | 'catalog'
  >,
  openDatabase: () => Promise<Database>,
  id: string,
  report: (state: OpenState) => void,
): FlowSession {
  const { document, saving, samples, shelves, tests, run, view, runs, problems } = bench;
  let rev = 0;
  let ended = false;
  /** Counts changes of role: what an earlier role still waits for is then stale. */
  let turn = 0;
  let autosave: Autosave | undefined;
  let unfollow: (() => void) | undefined;

  function show(stored: StoredFlow, readOnly: boolean): void {
    rev = stored.rev;
    document.open(stored.flow, stored.history, readOnly);
    void whenShown.then(openDatabase).then(async (db) => {
      const [found, known, kept] = await Promise.all([
        loadSamples(db, stored.flow.samples),
        loadShelves(db, id),
        loadTests(db, id),
      ]);
      if (ended) return;
      samples.replaceAll({ ...samples.getState().byStep, ...found });
      shelves.replaceAll({ ...shelves.getState().byStep, ...known });
      tests.replaceAll(kept);
    });
  }

  async function load(readOnly: boolean): Promise<boolean> {
    const mine = (turn += 1);
    try {
      const stored = (await readAhead(id)) ?? (await loadFlow(await openDatabase(), id));
      if (mine !== turn) return false;
      if (stored === undefined) report({ kind: 'missing' });
      else {
        show(stored, readOnly);
        report({ kind: 'open' });
        setTimeout(() => void check(stored.flow, mine), checkedAfterMs);
        return true;
      }
    } catch (cause) {
      if (mine === turn) report({ kind: 'failed', why: storageFailure(cause) });
    }
    return false;
  }

  /** A flow that this version cannot read is told so, however far the page came with it. */
  async function check(flow: Flow, mine: number): Promise<void> {
    const { isReadable } = await import('../storage/check-stored.ts');
    if (mine === turn && !isReadable(flow))
      report({ kind: 'failed', why: { code: 'flows.stored-unreadable', params: {} } });
  }

  async function write(): Promise<void> {
    unfollow?.();
    unfollow = undefined;
    if (!(await load(false))) return;
    saving.setState({ kind: 'saved' }, true);
    autosave = startAutosave({
      document,
      saving,
      now: () => Date.now(),
      explain: storageFailure,
      async save({ flow, history }) {
        const saved = await saveFlow(await openDatabase(), { flow, history, rev, at: Date.now() });
        if (saved.ok) rev = saved.value;
        return saved;
      },
    });
  }

  async function watch(): Promise<void> {
    document.setReadOnly(true);
    await autosave?.stop();
    autosave = undefined;
    saving.setState({ kind: 'watching' }, true);
    if (!(await load(true))) return;
    unfollow = follow(loadFlow, {
      next: (stored) => {
        if (stored !== undefined && stored.rev > rev) show(stored, true);
      },
      error: () => undefined, // what was shown stays; the next save of the writer asks again
    });
  }

  function follow<Found>(
    query: (db: Database, flow: string) => Promise<Found>,
    on: { next(found: Found): void; error(cause: unknown): void },
  ): () => void {
    let stop: (() => void) | undefined;
    let stopped = false;
    void whenShown.then(openDatabase).then((db) => {
      if (!stopped) stop = db.follow(() => query(db, id), on);
    });
    return () => {
      stopped = true;
      stop?.();
    };
  }

  const lock = holdWriteLock(id, {
    gained: () => void write(),
    lost: () => void watch(),
    asked: () => autosave?.flush() ?? Promise.resolve(),
  });
  const unbind = follow(listBindings, {
    next: (bindings) => problems.setBound(new Set(bindings.map(({ slot }) => slot))),
    error: () => problems.setBound(undefined), // the list of flows says that the store cannot be read
  });
  const stopFetching = fetchLookedAt(bench, openDatabase);
  const stopFlushing = flushOnLeave(() => void autosave?.flush());

  return {
    takeOver: () => lock.takeOver(),
    saveNow: () => autosave?.flush() ?? Promise.resolve(),
    stop() {
      ended = true;
      turn += 1;
      runs.cancel();
      runs.stopListening();
      stopFlushing();
      stopFetching();
      unbind();
      problems.setBound(undefined);
      unfollow?.();
      const saved = autosave?.stop() ?? Promise.resolve();
      document.close();
      samples.replaceAll({});
      shelves.replaceAll({});
      tests.replaceAll([]);
      run.clear();
      view.reset();
      void saved.finally(() => lock.release());
    },
  };
}
