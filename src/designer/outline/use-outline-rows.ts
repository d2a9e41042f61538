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
  /** Opens whatever the line is below of. */
  reveal(key: string): void;
}

/** The lines that are there now. A step that did not change keeps its ways. */
export function useOutlineRows(): OutlineTree {
  const { catalog } = useWorkbench();
  const steps = useDocument((state) => state.flow?.steps);
  const edges = useDocument((state) => state.flow?.edges);
  const layout = useDocument((state) => state.flow?.layout);
  const notes = layout?.notes;
  const groups = layout?.groups;
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
    () =>
      steps === undefined || edges === undefined || notes === undefined || groups === undefined
        ? []
        : outlineRows({ steps, edges }, waysOf, { notes, groups }),
    [steps, edges, notes, groups, waysOf],
  );
  const rows = useMemo(() => openRows(all, closed), [all, closed]);
  return {
    rows,
    closed,
    setOpen: ({ key }, isOpen) =>
      setClosed((now) =>
        isOpen ? new Set([...now].filter((other) => other !== key)) : new Set([...now, key]),
      ),
    reveal(key) {
      const at = all.findIndex((row) => row.key === key);
      const above = new Set<string>();
      let level = all[at]?.level ?? 0;
      for (const row of all.slice(0, Math.max(0, at)).toReversed())
        if (row.level < level) {
          above.add(row.key);
          ({ level } = row);
        }
      setClosed((now) => {
        const still = new Set([...now].filter((other) => !above.has(other)));
        return still.size === now.size ? now : still;
      });
    },
  };
}

/** What a way is called: by its name, or by its place where several lead on by one that has none. */
export function wayName({ title, number }: Extract<OutlineRow, { kind: 'way' }>): string {
  if (title === '' || title === outPort)
    return number === undefined ? say('outline.way-usual') : say('outline.way', { number });
  return number === undefined ? title : say('outline.way-numbered', { way: title, number });
}
