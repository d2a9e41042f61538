/** A page with a run worker of its own: both in one thread, with a store and a clock of the test's. */
import { foldRun, type RunEvent, type RunState } from '../../runtime/contract.ts';
import { createMemoryPorts, type HostPorts, type ReceivedCall } from '../../runtime/index.ts';
import {
  fakeClock,
  fakeService,
  field,
  group,
  testComponents,
  type FlowBuilder,
  type Script,
} from '../../runtime/testing/index.ts';
import { Database } from '../../storage/index.ts';
import { createPollState } from '../poll-state.ts';
import { createRunCommands, type RunNews } from '../run-commands.ts';
import { fakeWorker, type FakeWorker } from './fake-worker.ts';
import type { OpenDoor } from '../webhook-door.ts';
import { createRunClient, type KeptNews, type ListenNews, type RunAsk } from '../worker-client.ts';

/**
 * `lends`: what a run gets instead of the ports of one thread's memory. `comeThrough`: when calls do; they never will where it
 * rejects.
 */
export function aPage(
  script: Script,
  lends: (ports: HostPorts) => HostPorts = (ports) => ports,
  comeThrough?: Promise<void>,
) {
  // A count would begin anew where a test loads modules anew, and meet the stores of an earlier file.
  const db = new Database(`run-client-${crypto.randomUUID()}`);
  const clock = fakeClock();
  const service = fakeService(script);
  const workers: FakeWorker[] = [];
  const state = createPollState();
  let ids = 0;
  const doors: { call: (call: ReceivedCall) => void; isOpen: boolean }[] = [];
  const startWorker = (): FakeWorker => {
    const worker = fakeWorker((inside) =>
      createRunCommands({
        tell: (news: RunNews) => {
          inside.postMessage({ news });
        },
        portsFor: (keep) =>
          lends({
            ...createMemoryPorts({ service, now: clock.now }),
            state,
            records: { keep },
          }),
        openDatabase: () => Promise.resolve(db),
        loadStore: () => import('../../storage/index.ts'),
        exclusively: (act) => act(),
        now: clock.now,
        sleep: (ms) => clock.sleep(ms),
        later: (ms, act) => void clock.sleep(ms).then(act),
        uuid: () => `run-${String(++ids)}`,
        webhooks: {
          open(signal) {
            const door = { call: (_call: ReceivedCall): void => undefined, isOpen: true };
            doors.push(door);
            signal.addEventListener('abort', () => {
              door.isOpen = false;
            });
            return Promise.resolve<OpenDoor>({
              registration: {
                id: 'w1',
                url: 'http://localhost/hooks/w1',
                reach: 'this-computer' as const,
                expires: 9,
              },
              receive(onCall, onLost, { onOpen }) {
                door.call = (call) => void onCall(call);
                if (comeThrough === undefined) onOpen?.();
                else void comeThrough.then(onOpen, onLost);
                return () => {
                  door.isOpen = false;
                };
              },
            });
          },
        },
      }),
    );
    workers.push(worker);
    return worker;
  };
  const client = createRunClient(startWorker, (ms) => clock.sleep(ms), clock.now);
  const events: RunEvent[] = [];
  const news: ListenNews[] = [];
  client.onEvents((batch) => events.push(...batch.events));
  client.onListening((item) => news.push(item));
  const kept: KeptNews[] = [];
  client.onKept((item) => kept.push(item));
  /** Lets time go on until the run has ended. */
  async function untilOver(): Promise<void> {
    while (events.at(-1)?.type !== 'run.finished') {
      await clock.advance(10);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return {
    db,
    kept,
    client,
    clock,
    service,
    workers,
    events,
    news,
    doors,
    untilOver,
    state: () => events.reduce<RunState | undefined>(foldRun, undefined),
  };
}

export function ask(flow: FlowBuilder, rest: Partial<RunAsk> = {}): RunAsk {
  return {
    runId: 'r1',
    flow: flow.build(),
    scope: { kind: 'flow' },
    writes: 'allow',
    samples: {},
    credentials: {},
    components: testComponents,
    ...rest,
  };
}

export const slim = group({ name: field('rows', 'name') });
