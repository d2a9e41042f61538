/** Moves steps for the person: into a readable order, or onto a line. Each is one change, and one undo. */
import {
  alignSteps,
  operationOf,
  type Alignment,
  type Box,
  type Places,
} from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { heightFor, placeOf, stepWidth } from '../state/step-box.ts';
import { portsOf } from '../state/step-ports.ts';
import type { Workbench } from '../state/workbench.ts';
import { showWithUndo } from './way-back.ts';

type Bench = Pick<Workbench, 'document' | 'catalog' | 'toasts' | 'preview'>;

/** All steps, or those that are named; what is not among them stays where it is. */
export async function tidyAloud(bench: Bench, ids?: readonly string[]): Promise<void> {
  const { flow } = bench.document.getState();
  if (flow === undefined) return;
  const { positions } = flow.layout;
  const places = await bench.preview.arrange({
    boxes: boxesOf(bench, ids),
    arrows: flow.edges.map(({ from, fromPort, to }) => ({ from, fromPort, to })),
    groups: flow.layout.groups.map(({ id, steps }) => ({ id, steps })),
  });
  if (bench.document.getState().flow?.id !== flow.id) return;
  if (places === undefined) {
    bench.toasts.show({ text: say('arranging.tidy-slow'), tone: 'trouble' });
    return;
  }
  const wanted = withoutMoved(places, positions, bench);
  moveAloud(bench, wanted, {
    label: 'tidy',
    done: say('arranging.tidied', { count: Object.keys(wanted).length }),
    nothing: say('arranging.tidy-already'),
  });
}

/** What the person has put elsewhere while the places were looked for stays there. */
function withoutMoved(places: Places, before: Places, { document }: Bench): Places {
  const now: Places = document.getState().flow?.layout.positions ?? {};
  return Object.fromEntries(
    Object.entries(places).filter(
      ([id]) => now[id]?.x === before[id]?.x && now[id]?.y === before[id]?.y,
    ),
  );
}

export function alignAloud(bench: Bench, ids: readonly string[], how: Alignment): void {
  moveAloud(bench, alignSteps(boxesOf(bench, ids), how), {
    label: 'align-steps',
    done: say('arranging.aligned', { count: ids.length }),
    nothing: say('arranging.aligned-already'),
  });
}

function boxesOf({ document, catalog }: Bench, ids?: readonly string[]): readonly Box[] {
  const { flow } = document.getState();
  if (flow === undefined) return [];
  const wanted = ids === undefined ? undefined : new Set(ids);
  return flow.steps.flatMap((step, at): readonly Box[] => {
    if (wanted?.has(step.id) === false) return [];
    const ways = portsOf(step, operationOf(step, catalog)).out.map(({ id }) => id);
    const { x, y } = placeOf(flow, step.id, at);
    return [{ id: step.id, x, y, width: stepWidth, height: heightFor(ways.length), ways }];
  });
}

function moveAloud(
  bench: Bench,
  places: Places,
  { label, done, nothing }: { label: 'tidy' | 'align-steps'; done: string; nothing: string },
): void {
  const { document, toasts } = bench;
  const { flow, readOnly } = document.getState();
  if (flow === undefined || readOnly) return;
  // Steps may have gone while the places were looked for.
  const positions = Object.fromEntries(
    flow.steps.flatMap(({ id }) => {
      const [before, now] = [flow.layout.positions[id], places[id]];
      const isMoved = now !== undefined && (before?.x !== now.x || before.y !== now.y);
      return isMoved ? [[id, now]] : [];
    }),
  );
  const count = Object.keys(positions).length;
  if (count === 0) {
    toasts.show({ text: nothing });
    return;
  }
  const operations = [{ type: 'step.move', positions } as const];
  const applied = document.apply({ type: 'batch', label, params: { count }, operations });
  if (applied.ok) showWithUndo(bench, done);
  else toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
}
