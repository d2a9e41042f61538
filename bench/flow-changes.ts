import {
  applyOperation,
  copySteps,
  pasteSteps,
  removeSteps,
  usesOfSteps,
  type Change,
  type Flow,
  type Operation,
} from '../src/flow/index.ts';
import { aFlow, catalog, findCustomers } from '../src/flow/testing/a-flow.ts';
import { median } from './measure.ts';
import type { Report } from './report.ts';

const goes = 5;

/** What the page waits for when very much is pasted into a flow, or taken out of it and brought back. */
export function flowChanges(report: Report): void {
  const pasted = inTurns(() => pastedOnTop(inColumn(1_000)));
  report.note(`a column of 1,000 onto itself: ${told(pasted)}`);
  report.row('flow.paste-1000-ms', median(pasted));
  const deleted = inTurns(() => deletedAndBack(inColumn(2_000)));
  report.note(`2,000 deleted and back: ${told(deleted)}`);
  report.row('flow.delete-2000-ms', median(deleted));
}

function pastedOnTop(flow: Flow): number {
  let made = 0;
  return timed(() => {
    const copied = copySteps(flow, catalog, idsOf(flow));
    const { operation } = pasteSteps(flow, copied, () => `n${String(made++)}`);
    const { flow: next } = applied(flow, operation);
    if (next.steps.length !== 2_000) throw new Error('the paste did not come');
  });
}

function deletedAndBack(flow: Flow): number {
  return timed(() => {
    const uses = usesOfSteps(flow, catalog, idsOf(flow));
    const { flow: none, inverse } = applied(flow, removeSteps(flow, idsOf(flow)));
    const { flow: back } = applied(none, inverse);
    if (uses.length + none.steps.length > 0 || back.edges.length !== flow.edges.length)
      throw new Error('not everything went and came back');
  });
}

function inColumn(count: number): Flow {
  const steps = Array.from({ length: count }, (_, at) => findCustomers(`s${String(at)}`));
  const positions = steps.map(({ id }, at) => [id, { x: 0, y: at * 140 }] as const);
  const flow = aFlow({ steps });
  return { ...flow, layout: { ...flow.layout, positions: Object.fromEntries(positions) } };
}

function idsOf({ steps }: Flow): readonly string[] {
  return steps.map(({ id }) => id);
}

function applied(flow: Flow, operation: Operation): Change {
  const result = applyOperation(flow, operation);
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

function timed(act: () => void): number {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

/** The first go warms up and is not counted. */
function inTurns(go: () => number): readonly number[] {
  return Array.from({ length: goes + 1 }, go).slice(1);
}

function told(times: readonly number[]): string {
  return times.map((time) => time.toFixed(0)).join(', ');
}
