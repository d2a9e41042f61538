import { useMemo, useState } from 'react';
import { operationOf, outPort, type Step } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { portsOf, type StepPorts } from '../state/step-ports.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { openRows, outlineRows, type OutlineRow } from './outline-rows.ts';

export interface OutlineTree {
  readonly rows: readonly OutlineRow[];
  readonly closed: ReadonlySet<string>;
  setOpen(row: OutlineRow, isOpen: boolean): void;
}

/** The lines that are there now. A step that did not change keeps its ways. */
export function useOutlineRows(): OutlineTree {
  const { catalog } = useWorkbench();
  const steps = useDocument((state) => state.flow?.steps);
  const edges = useDocument((state) => state.flow?.edges);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [waysOf] = useState(() => {
    const known = new WeakMap<Step, StepPorts['out']>();
    return (step: Step) => {
      let ways = known.get(step);
      if (ways === undefined)
        known.set(step, (ways = portsOf(step, operationOf(step, catalog)).out));
      return ways;
    };
  });
  const all = useMemo(
    () => (steps === undefined || edges === undefined ? [] : outlineRows({ steps, edges }, waysOf)),
    [steps, edges, waysOf],
  );
  const rows = useMemo(() => openRows(all, closed), [all, closed]);
  return {
    rows,
    closed,
    setOpen: ({ key }, isOpen) =>
      setClosed((now) =>
        isOpen ? new Set([...now].filter((other) => other !== key)) : new Set([...now, key]),
      ),
  };
}

/** What a way is called: by its name, or by its place where several lead on by one that has none. */
export function wayName({ title, number }: Extract<OutlineRow, { kind: 'way' }>): string {
  if (title === '' || title === outPort)
    return number === undefined ? say('outline.way-usual') : say('outline.way', { number });
  return number === undefined ? title : say('outline.way-numbered', { way: title, number });
}
