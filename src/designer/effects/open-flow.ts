/**
 * Opens a flow of the browser's store in the workbench and keeps it there: the writer saves, a watcher follows what the
 * writer does, change by change.
 * The library of the store comes after the first view; until then only the flow itself is read.
 */
import type { Flow } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import { componentsIn, whyFailed } from '../state/need-components.ts';
import { firstViewStands } from '../state/first-view.ts';
import type { Database } from '../../storage/contract.ts';
import type { StoredFlow } from '../storage/journal.ts';
import { readAhead } from '../storage/read-ahead.ts';
import { unsavedText } from '../storage/unsaved-text.ts';
import type { Workbench } from '../state/workbench.ts';
import { savedElsewhere } from './autosave.ts';
import { keepOnLeave } from './leaving.ts';
import { readBeside } from './read-beside.ts';
import { takeNews } from './follow-writer.ts';
import { writeFlow, type FlowWriter } from './write-flow.ts';
import { holdWriteLock } from './write-lock.ts';
import type { OpenedStore, KnownOfStore } from './known-of-store.ts';

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
    | 'newId'
  >,
  openDatabase: () => Promise<Database>,
  id: string,
  report: (state: OpenState) => void,
): FlowSession {
  const { document, saving, samples, shelves, tests, run, view, runs, problems, unkept } = bench;
  const { needComponents } = bench;
  const known: KnownOfStore = { rev: 0, number: 0, from: 1 };
  let ended = false;
  /** Counts changes of role: what an earlier role still waits for is then stale. */
  let turn = 0;
  let writer: FlowWriter | undefined;
  /** Whether all is kept that this tab did while it wrote. Else it is nowhere but here: it stays until the person has decided. */
  let kept = Promise.resolve(true);
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
    known.rev = stored.rev;
    known.number = stored.number;
    known.from = stored.from;
    document.open(stored.flow, stored.history, readOnly);
    samples.readBy(() => loadBeside(stored.flow));
    void firstViewStands().then(() => (ended ? undefined : samples.whenRead()));
  }

  async function loadBeside(flow: Flow): Promise<void> {
    const opened = await openStore();
    const fill = await readBeside(bench, opened, flow);
    if (ended) return;
    stopFetching ??= opened[1].fetchLookedAt(bench, openDatabase);
    fill();
  }

  async function loadFlow(): Promise<StoredFlow | undefined> {
    const [db, store] = await openStore();
    return store.loadFlow(db, id);
  }

  /** What the last page that wrote the flow could not save; trouble with it is no trouble with the flow. */
  async function takeUp(): Promise<void> {
    if (unsavedText(id) === undefined) return;
    const [db, store] = await openStore();
    await store.takeUnsaved(db, id, Date.now()).catch(() => undefined);
  }

  async function load(readOnly: boolean): Promise<StoredFlow | undefined> {
    const mine = (turn += 1);
    try {
      if (!readOnly) await takeUp();
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
    let trouble = flow === undefined ? why : undefined;
    if (flow !== undefined)
      await needComponents(componentsIn(flow))?.catch((cause: unknown) => {
        trouble = whyFailed(cause);
      });
    if (mine !== turn) return;
    if (flow === undefined || trouble !== undefined) {
      report({ kind: 'failed', why: trouble ?? why });
      return;
    }
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
    if (!(await kept)) return;
    const opened = await load(false);
    if (opened === undefined) return;
    writer = writeFlow(bench, openStore, opened, known, () => void endWriting().then(write));
    if (opened.recovered.length === 0) return;
    const { tellRecovered } = await import('./tell-recovered.ts');
    tellRecovered(bench, opened.recovered);
  }

  function endWriting(): Promise<boolean> {
    const saved = writer?.stop().then(() => saving.getState().kind !== 'failed');
    writer = undefined;
    kept = saved ?? kept;
    return kept;
  }

  async function watch(): Promise<void> {
    document.setReadOnly(true);
    if (!(await endWriting())) {
      saving.setState({ kind: 'failed', why: savedElsewhere }, true);
      return;
    }
    saving.setState({ kind: 'watching' }, true);
    if ((await load(true)) === undefined) return;
    const ports = {
      bench,
      known,
      readAgain,
      onSaved: () => {
        const { flow } = document.getState();
        if (flow !== undefined) void loadBeside(flow);
      },
    };
    unfollow = follow(([db, store]) => store.loadJournalAfter(db, id, known.number), {
      // What was shown stays where the news cannot be shown; the next change asks again.
      next: (news) => void (news && takeNews(ports, news).catch(() => undefined)),
      error: () => undefined, // what was shown stays; the next change of the writer asks again
    });
  }

  async function readAgain(after: Promise<unknown> | undefined): Promise<void> {
    const mine = turn;
    await after;
    const stored = await loadFlow();
    if (stored === undefined) return;
    await needComponents(componentsIn(stored.flow, stored.history));
    if (mine === turn) show(stored, true);
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
    asked: () => writer?.flush() ?? Promise.resolve(),
  });
  const unbind = follow(([db, store]) => store.listBindings(db, id), {
    next: (bindings) => problems.setBound(new Set(bindings.map(({ slot }) => slot))),
    error: () => problems.setBound(undefined), // the list of flows says that the store cannot be read
  });
  const stopFlushing = keepOnLeave(async () => {
    writer?.handOn();
    await writer?.flush();
  });
  let stopLastWrite: (() => void) | undefined;
  void firstViewStands()
    .then(() => import('../storage/open-database.ts'))
    .then(({ beforeStoreGoes }) => {
      if (!ended) stopLastWrite = beforeStoreGoes(writeLast);
    });

  /** The store is about to go: what comes after this could not be kept. */
  async function writeLast(): Promise<void> {
    await writer?.flush();
    document.setReadOnly(true);
  }

  return {
    takeOver: () => lock.takeOver(),
    saveNow: () => writer?.flush() ?? Promise.resolve(),
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
      samples.readBy(() => Promise.resolve());
      samples.replaceAll({});
      shelves.replaceAll({});
      tests.replaceAll([]);
      run.clear();
      view.reset();
      void saved.finally(() => lock.release());
    },
  };
}
