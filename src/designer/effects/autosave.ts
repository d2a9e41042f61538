/**
 * Keeps the open flow in the browser.
 *
 * 1. 300 ms after the last change, and at once when the page is hidden or left.
 * 2. One save at a time; what changed meanwhile is saved next. A failed save is tried again at the next change or by hand.
 * 3. A save that meets a newer one (`conflict`) stops: nothing is overwritten, nothing here is thrown away.
 */
import type { Result, Wording } from '../../shared/index.ts';
import type { Flow } from '../../flow/index.ts';
import type { DocumentState, DocumentStore } from '../state/document-store.ts';
import type { SaveStore } from '../state/save-store.ts';
import type { History } from '../storage/journal.ts';

export interface Autosave {
  /** Saves now what is not saved yet. */
  flush(): Promise<void>;
  /** Saves and ends. */
  stop(): Promise<void>;
}

export interface AutosavePorts {
  readonly document: DocumentStore;
  readonly saving: SaveStore;
  /** Throws when the store cannot; `explain` says why. */
  readonly save: (saved: { flow: Flow; history: History }) => Promise<Result<unknown, 'conflict'>>;
  readonly explain: (cause: unknown) => Wording;
  readonly now: () => number;
  readonly delayMs?: number;
  /** What is open is not what is saved. */
  readonly isUnsaved?: boolean;
}

/** What was done here can be kept as a copy. */
export const savedElsewhere: Wording = { code: 'flows.storage-conflict', params: {} };

export function startAutosave(ports: AutosavePorts): Autosave {
  const { document, saving, save, explain, now, delayMs = 300, isUnsaved = false } = ports;
  let kept = isUnsaved ? undefined : document.getState().flow;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | undefined;
  let conflicted = false;

  async function write({ flow, past, future }: DocumentState): Promise<void> {
    if (flow === undefined || conflicted || flow === kept) return;
    try {
      const saved = await save({ flow, history: { past, future } });
      if (saved.ok) {
        kept = flow;
        if (document.getState().flow === kept) saving.setState({ kind: 'saved', at: now() }, true);
      } else {
        conflicted = true;
        saving.setState({ kind: 'failed', why: savedElsewhere }, true);
      }
    } catch (cause) {
      saving.setState({ kind: 'failed', why: explain(cause) }, true);
    }
  }

  /** `last` is taken at the call: who stops may close the document right after. */
  async function flush(last?: DocumentState): Promise<void> {
    clearTimeout(timer);
    while (writing !== undefined) await writing;
    writing = write(last ?? document.getState()).finally(() => {
      writing = undefined;
    });
    await writing;
  }

  const unsubscribe = document.subscribe(({ flow }) => {
    if (flow === undefined || flow === kept) return;
    if (!conflicted) saving.setState({ kind: 'saving' }, true);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  });

  if (isUnsaved) void flush();

  return {
    flush: () => flush(),
    stop() {
      unsubscribe();
      return flush(document.getState());
    },
  };
}
