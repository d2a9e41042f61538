import { createStore, type StoreApi } from 'zustand/vanilla';
import { waysNeverTaken, type FlowTest, type TestReport } from '../../runtime/contract.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { Flow } from '../../flow/index.ts';

/** The tests of the open flow, and what the last run of each has found. */
export interface TestsState {
  readonly tests: readonly FlowTest[];
  readonly reports: Readonly<Record<string, TestReport>>;
  /** The test that runs now. */
  readonly running: string | undefined;
  /** The person stopped the last one. */
  readonly isStopped: boolean;
}

export interface TestsStore extends StoreApi<TestsState> {
  put(test: FlowTest): void;
  remove(id: string): void;
  report(report: TestReport): void;
  replaceAll(tests: readonly FlowTest[]): void;
}

export function createTestsStore(): TestsStore {
  const store = createStore<TestsState>(() => ({
    tests: [],
    reports: {},
    running: undefined,
    isStopped: false,
  }));
  return {
    ...store,
    put: (test) =>
      store.setState(({ tests, reports }) => {
        const isKnown = tests.some(({ id }) => id === test.id);
        return {
          tests: isKnown
            ? tests.map((each) => (each.id === test.id ? test : each))
            : [...tests, test],
          reports: withoutReport(reports, test.id),
        };
      }),
    remove: (id) =>
      store.setState(({ tests, reports }) => ({
        tests: tests.filter((test) => test.id !== id),
        reports: withoutReport(reports, id),
      })),
    report: (report) =>
      store.setState(({ reports }) => ({ reports: { ...reports, [report.test]: report } })),
    replaceAll: (tests) =>
      store.setState({ tests, reports: {}, running: undefined, isStopped: false }),
  };
}

/** What a test found before it was changed says nothing any more. */
function withoutReport(
  reports: TestsState['reports'],
  id: string,
): Readonly<Record<string, TestReport>> {
  const { [id]: _old, ...others } = reports;
  return others;
}

/** Whether no test takes a way out of a step. Worked out once for a flow and its tests. */
export function isNeverTaken(
  flow: Flow,
  catalog: Catalog,
  tests: readonly FlowTest[],
  step: string,
  port: string,
): boolean {
  if (tests.length === 0) return false;
  if (known?.flow !== flow || known.tests !== tests) {
    const ways = waysNeverTaken(flow, catalog, tests);
    known = { flow, tests, ways: new Set(ways.map((way) => nameOf(way.step, way.port))) };
  }
  return known.ways.has(nameOf(step, port));
}

let known:
  | {
      readonly flow: Flow;
      readonly tests: readonly FlowTest[];
      readonly ways: ReadonlySet<string>;
    }
  | undefined;

function nameOf(step: string, port: string): string {
  return `${step}\n${port}`;
}
