import { Badge, Button, Drawer, Group, Text, UnstyledButton } from '@mantine/core';
import { CircleAlert, Info, TriangleAlert, WandSparkles } from 'lucide-react';
import type { FlowFix, FlowProblem } from '../../flow/index.ts';
import type { Severity } from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { showWithUndo } from '../effects/way-back.ts';
import { placeOfProblem } from '../state/problem-place.ts';
import { useProblems } from '../state/problem-store.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { focusStepPanel } from '../ui/focus.ts';
import { NothingMissing } from './nothing-missing.tsx';
import css from './problems-drawer.module.css';

const shownOfStep = 20;

/** Everything that is unfinished, step by step: go there, or mend it with one press. */
export function ProblemsDrawer({ onClose }: { readonly onClose: () => void }) {
  const all = useProblems((state) => state.all);
  const flow = useDocument((state) => state.flow);
  const numberOf = (id: string | undefined) =>
    (flow && indexOf(flow).steps.get(id ?? '')?.number) ?? 0;
  const groups = new Map<string | undefined, FlowProblem[]>();
  for (const problem of all) {
    if (problem.path[0] === 'steps') continue; // the empty canvas says it
    const group = groups.get(problem.step);
    if (group === undefined) groups.set(problem.step, [problem]);
    else group.push(problem);
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={420}
      title={<strong>{say('problems.title')}</strong>}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      {groups.size === 0 && <NothingMissing onLeave={onClose} />}
      {[...groups]
        .sort(([one], [other]) => numberOf(one) - numberOf(other))
        .map(([id, problems]) => {
          const entry =
            flow === undefined || id === undefined ? undefined : indexOf(flow).steps.get(id);
          return (
            <section key={id ?? ''} className={css.group}>
              <h3 className={css.step}>
                {entry !== undefined && (
                  <ComponentIcon component={entry.step.component} size={20} />
                )}
                {entry === undefined
                  ? say('problems.flow')
                  : say('problems.of-step', { number: entry.number, step: entry.step.name })}
              </h3>
              <ul className={css.list}>
                {problems.slice(0, shownOfStep).map((problem, at) => (
                  <ProblemRow
                    key={`${problem.code}-${problem.path.join('/')}-${at}`}
                    problem={problem}
                    onLeave={onClose}
                  />
                ))}
              </ul>
              {problems.length > shownOfStep && (
                <Text size="xs" c="dimmed" pl={32}>
                  {say('problems.more', { count: problems.length - shownOfStep })}
                </Text>
              )}
            </section>
          );
        })}
    </Drawer>
  );
}

function ProblemRow({
  problem,
  onLeave,
}: {
  readonly problem: FlowProblem;
  readonly onLeave: () => void;
}) {
  const { document, view, toasts } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);

  function go() {
    const { step } = problem;
    if (step === undefined) return;
    const { tab, field } = placeOfProblem(problem);
    onLeave();
    view.reveal(step, tab, field);
    if (field === undefined || field.length === 0) focusStepPanel();
  }
  function mend(fix: FlowFix) {
    const applied = document.apply(fix.operation);
    if (applied.ok)
      showWithUndo({ document, toasts }, say('problems.fix-done', { what: sayWording(fix) }));
    else toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
  }

  return (
    <li className={css.row}>
      <SeverityIcon severity={problem.severity} />
      <div className={css.words}>
        <UnstyledButton className={css.go} onClick={go} disabled={problem.step === undefined}>
          {sayWording(problem)}
        </UnstyledButton>
        {problem.fixes.length > 0 && !readOnly && (
          <Group gap={6} mt={6}>
            {problem.fixes.slice(0, 3).map((fix, at) => (
              <Button
                key={`${fix.code}-${at}`}
                size="compact-xs"
                variant={at === 0 ? 'light' : 'default'}
                leftSection={<WandSparkles size={12} />}
                onClick={() => mend(fix)}
              >
                {sayWording(fix)}
              </Button>
            ))}
          </Group>
        )}
      </div>
      {problem.severity === 'hint' && (
        <Badge size="xs" variant="default">
          {say('problems.hint')}
        </Badge>
      )}
    </li>
  );
}

function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const word = say(`problems.${severity}`);
  if (severity === 'hint')
    return <Info size={16} color="var(--fb-muted)" role="img" aria-label={word} />;
  if (severity === 'warning')
    return <CircleAlert size={16} color="var(--fb-amber)" role="img" aria-label={word} />;
  return <TriangleAlert size={16} color="var(--fb-amber)" role="img" aria-label={word} />;
}
