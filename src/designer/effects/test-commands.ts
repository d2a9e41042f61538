/**
 * Tests of a flow: kept from runs, run in the run worker on recorded answers, kept in this browser beside the flow.
 *
 * 1. No service is asked and nothing is sent by a test.
 * 2. What is stopped says nothing: what it found before stands, and no test follows it.
 * 3. A test that is kept is run at once: what differs although nothing has changed (times, new ids) may differ from then on.
 * 4. What was begun in a flow is about that flow: another one that is opened meanwhile gets nothing of it.
 */
import type { Flow } from '../../flow/index.ts';
import { allowing, type FlowTest, type TestReport } from '../../runtime/contract.ts';
import { keepTest, removeTest, type Database } from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import { onceAtATime } from './once-at-a-time.ts';
import type { TestCommands, Workbench } from '../state/workbench.ts';

type Stores = Pick<Workbench, 'document' | 'run' | 'runs' | 'tests' | 'toasts' | 'view'>;

/** What a person asked for: it goes on in the flow that was open then, until it is stopped. */
interface Errand {
  readonly flow: Flow;
  isWanted(): boolean;
}

export function createTestCommands(
  bench: Stores & { readonly openDatabase: () => Promise<Database> },
): TestCommands {
  const { document, runs, tests, toasts, view, openDatabase } = bench;
  let stops = 0;
  /** One test runs at a time: "stop" is about the one that is said to run. */
  let turn: Promise<unknown> = Promise.resolve();
  let underWay: { readonly flow: string; readonly test: string } | undefined;

  function begin(): Errand | undefined {
    const { flow } = document.getState();
    if (flow === undefined) return undefined;
    const mine = stops;
    // Of a flow that was left nobody waits for what is found.
    if (underWay !== undefined && underWay.flow !== flow.id) void runs.stopTest(underWay.test);
    return { flow, isWanted: () => mine === stops && isOpen(flow.id) };
  }

  function isOpen(flow: string): boolean {
    return document.getState().flow?.id === flow;
  }

  /** The test as it is now, unless it was deleted or another way to look at it was chosen; a new name changes nothing. */
  function asNow({ id, steps }: FlowTest): FlowTest | undefined {
    return tests.getState().tests.find((test) => test.id === id && test.steps === steps);
  }

  async function runNow(errand: Errand, test: FlowTest): Promise<TestReport | undefined> {
    const { flow } = document.getState();
    if (!errand.isWanted() || flow === undefined) return undefined;
    underWay = { flow: flow.id, test: test.id };
    tests.setState({ running: test.id, isStopped: false });
    try {
      const report = await runs.runTest(test, flow);
      return errand.isWanted() ? report : undefined;
    } catch {
      if (errand.isWanted()) toasts.show({ text: say('common.test-stopped'), tone: 'trouble' });
      return undefined;
    } finally {
      underWay = undefined;
      if (isOpen(flow.id)) tests.setState({ running: undefined });
    }
  }

  function run(errand: Errand, test: FlowTest): Promise<TestReport | undefined> {
    const mine = turn.then(() => runNow(errand, test));
    turn = mine;
    return mine;
  }

  async function runAndReport(errand: Errand, test: FlowTest): Promise<void> {
    const report = await run(errand, test);
    if (report !== undefined && asNow(test) !== undefined) tests.report(report);
  }

  /** Into the flow that it is a test of, which may have been left meanwhile. */
  function put(flow: string, test: FlowTest): void {
    if (isOpen(flow)) tests.put(test);
    if (document.getState().readOnly) return;
    void openDatabase()
      .then((db) => keepTest(db, flow, test))
      .catch(() => toasts.show({ text: say('tests.not-kept'), tone: 'trouble' }));
  }

  return {
    keepRun: onceAtATime(async () => {
      const errand = begin();
      if (errand === undefined) return;
      const { id } = errand.flow;
      const kept = await runs.keepAsTest(
        say('tests.default-name', { number: tests.getState().tests.length + 1 }),
      );
      if (!kept.ok) {
        toasts.show({ text: say(`tests.cannot-${kept.reason}`), tone: 'trouble' });
        return;
      }
      put(id, kept.value);
      if (!isOpen(id)) return;
      view.setState({ dialog: 'tests' });
      const first = await run(errand, kept.value);
      const now = asNow(kept.value);
      if (first === undefined || now === undefined) return;
      const test = first.differences.length === 0 ? now : allowing(now, first.differences);
      if (test !== now) put(id, test);
      await runAndReport(errand, test);
    }),
    async runAll() {
      const errand = begin();
      if (errand === undefined) return;
      for (const test of tests.getState().tests) {
        if (!errand.isWanted()) return;
        const now = asNow(test);
        if (now !== undefined) await runAndReport(errand, now);
      }
    },
    stop() {
      const { running } = tests.getState();
      if (running === undefined) return;
      stops += 1;
      tests.setState({ isStopped: true });
      void runs.stopTest(running);
    },
    async change(test) {
      const errand = begin();
      if (errand === undefined) return;
      put(errand.flow.id, test);
      await runAndReport(errand, test);
    },
    async remove(id) {
      const { flow } = document.getState();
      const test = tests.getState().tests.find((each) => each.id === id);
      tests.remove(id);
      void openDatabase()
        .then((db) => removeTest(db, id))
        .catch(() => undefined); // it comes back with the next start, nothing else
      return () => {
        if (test !== undefined && flow !== undefined) put(flow.id, test);
      };
    },
    rename: (test, name) => {
      const { flow } = document.getState();
      const report = tests.getState().reports[test.id];
      if (flow !== undefined) put(flow.id, { ...test, name });
      if (report !== undefined) tests.report(report);
    },
  };
}
