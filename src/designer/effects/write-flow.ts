/**
 * The tab that writes: each change into the journal, the flow saved a moment later, checkpoints beside it.
 *
 * 1. It claims the flow before it writes: a tab that wrote before, lost the lock and does not know yet, meets a conflict.
 * 2. Where somebody wrote after this tab has read, nothing is written: the flow is read again, or, where something was
 *    done to it here already, that is a conflict too.
 */
import type { Result } from '../../shared/index.ts';
import { storageFailure } from '../../storage/contract.ts';
import { firstViewStands } from '../state/first-view.ts';
import type { StoredFlow } from '../storage/journal.ts';
import { forgetUnsavedText } from '../storage/unsaved-text.ts';
import type { Workbench } from '../state/workbench.ts';
import { keepCheckpoints } from './automatic-checkpoints.ts';
import { startAutosave } from './autosave.ts';
import { startJournal } from './journal.ts';
import type { KnownOfStore, OpenedStore } from './known-of-store.ts';

export interface FlowWriter {
  /** The page may end before anything is saved: what is not, is kept where it is found again. */
  handOn(): void;
  flush(): Promise<void>;
  /** Saves what is open, and no longer writes it. */
  stop(): Promise<void>;
}

export function writeFlow(
  {
    document,
    saving,
    newId,
    catalog,
  }: Pick<Workbench, 'document' | 'saving' | 'newId' | 'catalog'>,
  openStore: () => Promise<OpenedStore>,
  opened: StoredFlow,
  known: KnownOfStore,
  /** Somebody wrote between the reading and the claim, and nothing was done here: read it again. */
  onStale: () => void = () => undefined,
): FlowWriter {
  const { id } = opened.flow;
  const writer = crypto.randomUUID();
  const seen = { rev: opened.rev, number: opened.number, writer: opened.writer };
  let claiming: Promise<Result<void, 'conflict'>> | undefined;
  let isOver = false;
  let handsOn: OpenedStore[1] | undefined;
  let isHandedOn = false;

  /** Asked for until the store answers. */
  function claimed(): Promise<Result<void, 'conflict'>> {
    claiming ??= openStore()
      .then(([db, store]) => {
        handsOn = store;
        return store.claimFlow(db, id, writer, seen);
      })
      .catch((cause: unknown) => {
        claiming = undefined;
        throw cause;
      });
    return claiming;
  }

  async function claimFirst(): Promise<void> {
    await firstViewStands();
    if (isOver) return;
    const answer = await claimed();
    if (!answer.ok && !isOver && document.getState().flow === opened.flow) onStale();
  }

  saving.setState({ kind: 'saved' }, true);
  const journal = startJournal({
    document,
    opened,
    append: async (rows) => {
      const mine = await claimed();
      if (!mine.ok) return mine;
      const [db, store] = await openStore();
      return store.appendToJournal(db, id, { rev: known.rev, rows, writer });
    },
  });
  const autosave = startAutosave({
    document,
    saving,
    now: () => Date.now(),
    explain: storageFailure,
    isUnsaved: opened.recovered.length > 0,
    async save({ flow, history }) {
      const saved = await journal.save(history, async (part) => {
        const mine = await claimed();
        if (!mine.ok) return mine;
        const [db, store] = await openStore();
        const now = { rev: known.rev, at: Date.now(), writer };
        const kept = await store.saveFlow(db, { flow, ...now, ...part });
        if (kept.ok) known.rev = kept.value;
        return kept;
      });
      if (isHandedOn && journal.unsaved().length === 0) forgetHandedOn();
      return saved;
    },
  });
  const openToKeep = () => Promise.all([openStore(), import('./to-checkpoint.ts')]);
  const stopKeeping = keepCheckpoints({
    document,
    newId,
    now: () => Date.now(),
    async lastKept() {
      await firstViewStands();
      const [[db, store]] = await openToKeep();
      return store.lastCheckpointAt(db, id);
    },
    async keep(due) {
      const [[db, store], { toCheckpoint }] = await openToKeep();
      await store.keepAutomatic(db, toCheckpoint(due));
    },
  });

  // A store that does not answer is asked again, and its trouble told, by what is to be written.
  void claimFirst().catch(() => undefined);

  function forgetHandedOn(): void {
    isHandedOn = false;
    forgetUnsavedText(id);
  }

  return {
    handOn() {
      const { flow } = document.getState();
      const rows = journal.unsaved();
      if (flow === undefined || rows.length === 0) return;
      handsOn?.keepUnsaved(flow, rows, [writer, opened.writer], catalog);
      isHandedOn = true;
    },
    flush: () => autosave.flush(),
    stop() {
      isOver = true;
      stopKeeping();
      const saved = autosave.stop();
      journal.stop();
      return saved;
    },
  };
}
