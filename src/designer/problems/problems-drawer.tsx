import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FlowProblem } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useProblems, useDocument } from '../state/workbench.ts';
import { indexOf } from '../state/step-index.ts';
import { walkButtons } from '../ui/walk-buttons.ts';
import { isMustFix, isShown } from './must-fix.ts';
import { ProblemGroup } from './problem-group.tsx';
import { ReadyState } from './ready-state.tsx';
import css from './problems-drawer.module.css';

type Shown = 'all' | 'must' | 'advice';
/** Drawn at once, and again with each press. */
const groupsAtOnce = 40;

/** Whether the flow can run, and everything that is unfinished, step by step: go there, or mend it with one press. */
export function ProblemsDrawer({ onClose }: { readonly onClose: () => void }) {
  const found = useProblems((state) => state.all).filter(isShown);
  const [shown, setShown] = useState<Shown>('all');
  const [groupCount, setGroupCount] = useState(groupsAtOnce);
  const list = useRef<HTMLDivElement>(null);
  const onMended = useKeptFocus(list, found.length);
  const must = found.filter(isMustFix);
  const advice = found.length - must.length;
  const hasBoth = must.length > 0 && advice > 0;
  const wanted = hasBoth ? shown : 'all';
  const groups = useGroups(
    found.filter((problem) => wanted === 'all' || isMustFix(problem) === (wanted === 'must')),
  );
  const hidden = groups.length - groupCount;

  function showMore(): void {
    const before = rowsIn(list).length;
    flushSync(() => setGroupCount((count) => count + groupsAtOnce));
    rowsIn(list)[before]?.focus();
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={<strong>{say('problems.title')}</strong>}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <ReadyState must={must} onLeave={onClose} />
      {hasBoth && (
        <SegmentedControl
          className={css.filter}
          size="xs"
          fullWidth
          aria-label={say('problems.filter')}
          value={shown}
          onChange={(value) => setShown(value as Shown)} // one of those below
          data={[
            { value: 'all', label: say('problems.filter-all', { count: found.length }) },
            { value: 'must', label: say('problems.filter-must', { count: must.length }) },
            { value: 'advice', label: say('problems.filter-advice', { count: advice }) },
          ]}
        />
      )}
      {must.length === 0 && advice > 0 && <h3 className={css.also}>{say('problems.also-look')}</h3>}
      <div ref={list} onKeyDown={walkButtons}>
        {groups.slice(0, groupCount).map(({ step, problems }) => (
          <ProblemGroup
            key={step ?? ''}
            step={step}
            problems={problems}
            onLeave={onClose}
            onMended={onMended}
          />
        ))}
      </div>
      {hidden > 0 && (
        <Button variant="default" fullWidth onClick={showMore}>
          {say('problems.more-steps', { count: hidden })}
        </Button>
      )}
    </Drawer>
  );
}

interface StepProblems {
  readonly step: string | undefined;
  readonly problems: readonly FlowProblem[];
}

/** By step, in the order of their numbers; what is of the flow as a whole comes first. */
function useGroups(problems: readonly FlowProblem[]): readonly StepProblems[] {
  const flow = useDocument((state) => state.flow);
  const numberOf = (id: string | undefined) =>
    (flow && indexOf(flow).steps.get(id ?? '')?.number) ?? 0;
  const groups = new Map<string | undefined, FlowProblem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.step);
    if (group === undefined) groups.set(problem.step, [problem]);
    else group.push(problem);
  }
  return [...groups]
    .map(([step, own]) => ({ step, problems: own }))
    .sort((one, other) => numberOf(one.step) - numberOf(other.step));
}

type List = { readonly current: HTMLElement | null };

function rowsIn({ current }: List): readonly HTMLElement[] {
  return [...(current?.querySelectorAll<HTMLElement>('[data-walk]') ?? [])];
}

/** What was mended is gone, and the focus with it: the problem at its place takes it. */
function useKeptFocus(list: List, count: number): (at: HTMLElement) => void {
  const left = useRef<number>(undefined);
  useEffect(() => {
    const at = left.current;
    left.current = undefined;
    if (at === undefined || document.activeElement !== document.body) return;
    const rows = rowsIn(list);
    const next = rows[Math.min(at, rows.length - 1)] ?? document.querySelector('[data-ready-act]');
    if (next instanceof HTMLElement) next.focus();
  }, [list, count]);
  return (row) => {
    left.current = rowsIn(list).indexOf(row);
  };
}
