/** The tab that writes: each change into the journal, the flow saved a moment later, checkpoints beside it. */
import { storageFailure } from '../../storage/contract.ts';
import { firstViewStands } from '../state/first-view.ts';
import type { StoredFlow } from '../storage/journal.ts';
import type { Workbench } from '../state/workbench.ts';
import { keepCheckpoints } from './automatic-checkpoints.ts';
import { startAutosave } from './autosave.ts';
import { startJournal } from './journal.ts';
import type { KnownOfStore, OpenedStore } from './known-of-store.ts';

export interface FlowWriter {
  flush(): Promise<void>;
  /** Saves what is open, and no longer writes it. */
  stop(): Promise<void>;
}

export function writeFlow(
  { document, saving, newId }: Pick<Workbench, 'document' | 'saving' | 'newId'>,
  openStore: () => Promise<OpenedStore>,
  opened: StoredFlow,
  known: KnownOfStore,
): FlowWriter {
  const { id } = opened.flow;
  saving.setState({ kind: 'saved' }, true);
  const journal = startJournal({
    document,
    opened,
    append: async (rows) => {
      const [db, store] = await openStore();
      return store.appendToJournal(db, id, known.rev, rows);
    },
  });
  const autosave = startAutosave({
    document,
    saving,
    now: () => Date.now(),
    explain: storageFailure,
    isUnsaved: opened.recovered.length > 0,
    save: ({ flow, history }) =>
      journal.save(history, async (part) => {
        const [db, store] = await openStore();
        const saved = await store.saveFlow(db, { flow, rev: known.rev, at: Date.now(), ...part });
        if (saved.ok) known.rev = saved.value;
        return saved;
      }),
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

  return {
    flush: () => autosave.flush(),
    stop() {
      stopKeeping();
      const saved = autosave.stop();
      journal.stop();
      return saved;
    },
  };
}
