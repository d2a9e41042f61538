import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { applyOperation, newFlow, type Flow } from '../../flow/index.ts';
import { sizeOf, wordsOf, type Wording } from '../../shared/index.ts';
import { say, sayWording, spokenLanguage } from '../../words/index.ts';
import { planAddStep } from './add-step.ts';
import { atPlaces } from './at-places.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { ifNobodyWrites } from './write-lock.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { useWorkbench } from '../state/workbench.ts';
import { copyFlow } from '../storage/copy-flow.ts';
import { fileFlow, type FilingChange } from '../storage/filing-storage.ts';
import {
  changeStored,
  keepNewFlow,
  loadFlow,
  putBack,
  removeFlow,
} from '../storage/flow-storage.ts';
import { keepImported, type FlowToImport } from '../storage/import-flow.ts';
import { database } from '../storage/open-database.ts';
import { hasRoomFor } from '../storage/room.ts';
import { storageFailure } from '../../storage/contract.ts';

/** What can be done with flows as a whole. Trouble is said in a toast; nothing is lost by it. */
export function useFlowActions() {
  const { catalog, toasts, unkept, view, newId } = useWorkbench();
  const [, navigate] = useLocation();

  return useMemo(() => {
    async function attempt(act: () => Promise<void>): Promise<void> {
      try {
        await act();
      } catch (cause) {
        tell(storageFailure(cause));
      }
    }
    function tell(why: Wording): void {
      const room = {
        label: say('workspace.room-open'),
        run: () => view.setState({ dialog: 'room' }),
      };
      toasts.show({
        text: sayWording(why),
        tone: 'trouble',
        ...(why.code === 'flows.storage-full' && { action: room }),
      });
    }
    /** A browser that keeps nothing: the flow lasts as long as the page. */
    async function keepOrHold(flow: Flow, keep: () => Promise<unknown>): Promise<void> {
      try {
        await keep();
      } catch (cause) {
        if (storageFailure(cause).code !== 'flows.storage-off') throw cause;
        unkept.set(flow.id, flow);
      }
    }
    /** Keeps a flow under an id of its own and opens it, at a step where there is one to begin with; gives its id. */
    async function keep(flow: Flow, step?: string): Promise<string | undefined> {
      let kept: string | undefined;
      await attempt(async () => {
        await keepOrHold(flow, () => keepNewFlow(database, flow, Date.now()));
        kept = flow.id;
        opened(flow.id, step);
      });
      return kept;
    }
    function opened(flow: string, step?: string): void {
      navigate(`/flows/${flow}${step === undefined ? '' : `?step=${step}`}`);
      // Browsers clear what was never asked to stay; most decide without asking the person.
      void navigator.storage?.persist?.().catch(() => false);
    }
    async function begin(template: Flow): Promise<string | undefined> {
      const { loadPlaces } = await import('../queries/proxy-client.ts');
      const places = await loadPlaces().catch(() => []);
      const flow = atPlaces(template, places);
      return keep({ ...inRegion(flow), id: newFlowId() }, flow.steps[0]?.id);
    }
    async function alone(id: string, act: () => Promise<void>): Promise<void> {
      await attempt(async () => {
        if (!(await ifNobodyWrites(id, act)))
          toasts.show({ text: say('flows.open-elsewhere'), tone: 'trouble' });
      });
    }

    return {
      /** Keeps what a file held, all of it or nothing, and opens it. Tells whether it did. */
      takeIn: onceAtATime(async (file: FlowToImport) => {
        let isKept = false;
        await attempt(async () => {
          if (!(await hasRoomFor(sizeOf(file))))
            throw new DOMException('There is no room for it.', 'QuotaExceededError');
          await keepOrHold(file.flow, () => keepImported(database, file, Date.now()));
          isKept = true;
          opened(file.flow.id);
        });
        return isKept;
      }),
      create: onceAtATime((name: string = say('flows.new-name')) =>
        keep(newFlow(name, newFlowId, region())),
      ),
      /** A new flow that begins with the component, with an operation of it where that is chosen already. */
      beginWith: onceAtATime(async (component: string, operation?: string) => {
        const title = wordsOf(catalog.summary(component)?.title);
        const empty = newFlow(say('flows.new-name-with', { title }), newFlowId, region());
        const planned = planAddStep(empty, catalog, component, undefined, newId, operation);
        const begun = planned && applyOperation(empty, planned.operation);
        return begun?.ok === true ? keep(begun.value.flow, planned?.step) : keep(empty);
      }),
      begin,
      beginTemplate: onceAtATime(async ({ name, text, load }: FlowToUse) => {
        const flow = await load(spokenLanguage()).catch(() => undefined);
        if (flow !== undefined) return begin({ ...flow, name: say(name), description: say(text) });
        toasts.show({ text: say('flows.template-not-loaded'), tone: 'trouble' });
        return undefined;
      }),
      duplicate: (id: string) =>
        attempt(async () => {
          const stored = await loadFlow(database, id);
          if (stored === undefined) return;
          const name = say('flows.copy-name', { name: stored.flow.name });
          const copy = { id: newFlowId(), name, accounts: 'left' } as const;
          await copyFlow(database, stored.flow, copy, Date.now());
          const isToBeConnected = stored.flow.credentials.length > 0;
          toasts.show({
            text: say(isToBeConnected ? 'flows.copied-without-accounts' : 'flows.copied', { name }),
          });
        }),
      file: (id: string, change: FilingChange) => attempt(() => fileFlow(database, id, change)),
      archive: (id: string, name: string) =>
        attempt(async () => {
          await fileFlow(database, id, { archivedAt: Date.now() });
          toasts.show({
            text: say('flows.archived', { name }),
            action: {
              label: say('common.undo'),
              run: () => void attempt(() => fileFlow(database, id, { archivedAt: null })),
            },
          });
        }),
      rename: (id: string, name: string) =>
        alone(id, async () => {
          const renamed = await changeStored(
            database,
            id,
            { type: 'flow.rename', name },
            Date.now(),
          );
          if (!renamed.ok && renamed.reason !== 'conflict')
            toasts.show({ text: sayWording(renamed.reason), tone: 'trouble' });
        }),
      remove: (id: string) =>
        alone(id, async () => {
          const removed = await removeFlow(database, id);
          if (removed === undefined) return;
          toasts.show({
            text: say('flows.deleted', { name: removed.flow.name }),
            action: {
              label: say('common.undo'),
              run: () => void attempt(() => putBack(database, removed)),
            },
          });
        }),
    };
  }, [catalog, toasts, navigate, unkept, view, newId]);
}

export function newFlowId(): string {
  return crypto.randomUUID();
}

/** Times of a template are the person's own: seven in the morning where they are. */
function inRegion(flow: Flow): Flow {
  const { locale, timeZone } = region();
  const start = flow.start.kind === 'schedule' ? { ...flow.start, timeZone } : flow.start;
  return { ...flow, locale, timeZone, start };
}

/** The person's own language and time zone: how a new flow reads and writes dates and numbers. */
function region(): { locale: string; timeZone: string } {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { locale, timeZone };
}
