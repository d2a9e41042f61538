/**
 * Opens a flow of the browser's store in the workbench and keeps it there: the writer saves, a watcher follows what the
 * writer does, change by change.
 * The library of the store comes after the first view; until then only the flow itself is read.
 */
import type { Flow } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import { componentsIn, whyFailed } from '../state/need-components.ts';
import { firstViewStands } from '../state/first-view.ts';
import {
  storageFailure,
  type Database,
  type JournalHead,
  type JournalRow,
} from '../../storage/contract.ts';
import { followRows, type StoredFlow } from '../storage/journal.ts';
import { readAhead } from '../storage/read-ahead.ts';
import type { Workbench } from '../state/workbench.ts';
import { flushOnLeave, startAutosave, type Autosave } from './autosave.ts';
import { startJournal, type Journal } from './journal.ts';
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
  /** Keeps what is open here as a flow of its own, beside the one that somebody else saved; gives its id. */
  keepAsCopy(): Promise<string>;
  /** Saves, lets the flow go and closes it. */
  stop(): void;
}

/** The database and what is asked of it. */
type OpenedStore = readonly [Database, typeof import('./opened-store.ts')];

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
    | 'needComponents'
    | 'toasts'
    | 'unkept'
  >,
  openDatabase: () => Promise<Database>,
  id: string,
  report: (state: OpenState) => void,
): FlowSession {
  const { document, saving, samples, shelves, tests, run, view, runs, problems, unkept } = bench;
  const { needComponents } = bench;
  let rev = 0;
  /** The last change that a watcher has seen, and the first row of the journal it is in. */
  let seen = { number: 0, from: 1 };
  let ended = false;
  /** Counts changes of role: what an earlier role still waits for is then stale. */
  let turn = 0;
  let autosave: Autosave | undefined;
  let journal: Journal | undefined;
  let unfollow: (() => void) | undefined;
  let stopFetching: (() => void) | undefined;
  let opening: Promise<OpenedStore> | undefined;

  /** Asked once: what is saved when the page is left cannot wait for a file. */
  function openStore(): Promise<OpenedStore> {
    opening ??= Promise.all([openDatabase(), import('./opened-store.ts')]).catch((cause) => {
      opening = undefined;
      throw cause;
    });
    return opening;
  }

  function show(stored: StoredFlow, readOnly: boolean): void {
    rev = stored.rev;
    seen = { number: stored.number, from: stored.from };
    document.open(stored.flow, stored.history, readOnly);
    void loadBeside(stored.flow);
  }

  /** Contents of samples, their names, and the tests. */
  async function loadBeside(flow: Flow): Promise<void> {
    await firstViewStands();
    const [db, store] = await openStore();
    const [found, known, kept] = await Promise.all([
      store.loadSamples(db, flow.samples),
      store.loadShelves(db, id),
      store.loadTests(db, id),
    ]);
    if (ended) return;
    stopFetching ??= store.fetchLookedAt(bench, openDatabase);
    samples.replaceAll({ ...samples.getState().byStep, ...found });
    shelves.replaceAll({ ...shelves.getState().byStep, ...known });
    tests.replaceAll(kept);
  }

  async function loadFlow(): Promise<StoredFlow | undefined> {
    const [db, store] = await openStore();
    return store.loadFlow(db, id);
  }

  async function load(readOnly: boolean): Promise<StoredFlow | undefined> {
    const mine = (turn += 1);
    try {
      const stored = (await readAhead(id)) ?? (await loadFlow());
      if (mine !== turn) return undefined;
      if (stored === undefined) {
        report({ kind: 'missing' });
        return undefined;
      }
      const waiting = needComponents(componentsIn(stored.flow, stored.history));
      if (waiting !== undefined) await waiting;
      if (mine !== turn) return undefined;
      show(stored, readOnly);
      report({ kind: 'open' });
      setTimeout(() => void check(stored.flow, mine), checkedAfterMs);
      return stored;
    } catch (cause) {
      if (mine === turn) await showUnkept(whyFailed(cause), mine);
    }
    return undefined;
  }

  /** A browser that keeps nothing: what was made in this tab is opened, and never saved. */
  async function showUnkept(why: Wording, mine: number): Promise<void> {
    const flow = why.code === 'flows.storage-off' ? unkept.get(id) : undefined;
    if (flow === undefined) {
      report({ kind: 'failed', why });
      return;
    }
    try {
      await needComponents(componentsIn(flow));
    } catch (cause) {
      if (mine === turn) report({ kind: 'failed', why: whyFailed(cause) });
      return;
    }
    if (mine !== turn) return;
    document.open(flow, { past: [], future: [] }, false);
    saving.setState({ kind: 'failed', why }, true);
    report({ kind: 'open' });
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
    const opened = await load(false);
    if (opened === undefined) return;
    saving.setState({ kind: 'saved' }, true);
    const writing = startJournal({
      document,
      opened,
      append: async (rows) => {
        const [db, store] = await openStore();
        return store.appendToJournal(db, id, rev, rows);
      },
    });
    journal = writing;
    autosave = startAutosave({
      document,
      saving,
      now: () => Date.now(),
      explain: storageFailure,
      isUnsaved: opened.recovered.length > 0,
      save: ({ flow, history }) =>
        writing.save(history, async (part) => {
          const [db, store] = await openStore();
          const saved = await store.saveFlow(db, { flow, rev, at: Date.now(), ...part });
          if (saved.ok) rev = saved.value;
          return saved;
        }),
    });
    if (opened.recovered.length === 0) return;
    const { tellRecovered } = await import('./tell-recovered.ts');
    tellRecovered(bench, opened.recovered);
  }

  /** Saves what is open, and no longer writes it. */
  function endWriting(): Promise<void> {
    const saved = autosave?.stop() ?? Promise.resolve();
    autosave = undefined;
    journal?.stop();
    journal = undefined;
    return saved;
  }

  async function watch(): Promise<void> {
    document.setReadOnly(true);
    await endWriting();
    saving.setState({ kind: 'watching' }, true);
    if ((await load(true)) === undefined) return;
    unfollow = follow(([db, store]) => store.loadJournalAfter(db, id, seen.number), {
      // What was shown stays where the news cannot be shown; the next change asks again.
      next: (news) => void (news && take(news).catch(() => undefined)),
      error: () => undefined, // what was shown stays; the next change of the writer asks again
    });
  }

  /** What the writer did, change by change; where that cannot be followed, the flow is read again. */
  async function take({ head, rows }: { head: JournalHead; rows: readonly JournalRow[] }) {
    const { flow, past, future, readOnly } = document.getState();
    if (!readOnly || flow === undefined) return;
    const isNext = (rows[0]?.number ?? seen.number + 1) === seen.number + 1;
    const after =
      head.from === seen.from && isNext ? followRows({ flow, past, future }, rows) : undefined;
    const waiting = after && needComponents(componentsIn(after.flow, after));
    if (after === undefined || after.followed.length < rows.length || waiting !== undefined) {
      const mine = turn;
      await waiting;
      const stored = await loadFlow();
      if (stored === undefined) return;
      await needComponents(componentsIn(stored.flow, stored.history));
      if (mine === turn) show(stored, true);
      return;
    }
    seen = { ...seen, number: rows.at(-1)?.number ?? seen.number };
    if (rows.length > 0) {
      const history = { past: after.past, future: after.future };
      document.open(after.flow, history, true);
    }
    if (head.rev > rev) void loadBeside(after.flow);
    rev = Math.max(rev, head.rev);
  }

  function follow<Found>(
    query: (opened: OpenedStore) => Promise<Found>,
    on: { next(found: Found): void; error(cause: unknown): void },
  ): () => void {
    let stop: (() => void) | undefined;
    let stopped = false;
    void firstViewStands()
      .then(openStore)
      .then((opened) => {
        if (!stopped) stop = opened[0].follow(() => query(opened), on);
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
  const unbind = follow(([db, store]) => store.listBindings(db, id), {
    next: (bindings) => problems.setBound(new Set(bindings.map(({ slot }) => slot))),
    error: () => problems.setBound(undefined), // the list of flows says that the store cannot be read
  });
  const stopFlushing = flushOnLeave(() => void autosave?.flush());
  let stopLastWrite: (() => void) | undefined;
  void firstViewStands()
    .then(() => import('../storage/open-database.ts'))
    .then(({ beforeStoreGoes }) => {
      if (!ended) stopLastWrite = beforeStoreGoes(writeLast);
    });

  /** The store is about to go: what comes after this could not be kept. */
  async function writeLast(): Promise<void> {
    await autosave?.flush();
    document.setReadOnly(true);
  }

  return {
    takeOver: () => lock.takeOver(),
    saveNow: () => autosave?.flush() ?? Promise.resolve(),
    async keepAsCopy() {
      const { keepAsCopy } = await import('./keep-as-copy.ts');
      return (await keepAsCopy(document, await openDatabase())) ?? id;
    },
    stop() {
      ended = true;
      turn += 1;
      runs.cancel();
      runs.stopListening();
      stopFlushing();
      stopLastWrite?.();
      stopFetching?.();
      const { flow } = document.getState();
      if (flow !== undefined && unkept.has(id)) unkept.set(id, flow);
      unbind();
      problems.setBound(undefined);
      unfollow?.();
      const saved = endWriting();
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
