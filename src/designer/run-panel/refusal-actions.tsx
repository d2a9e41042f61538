import { Button } from '@mantine/core';
import {
  CornerDownRight,
  Gauge,
  KeyRound,
  RotateCcw,
  Send,
  SkipForward,
  Sparkles,
  Square,
  Wand2,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  limitHit,
  recordsKept,
  waitingIn,
  type Failure,
  type StepRun,
} from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { showWithUndo } from '../effects/way-back.ts';
import { useDocument, useRun, useWorkbench, type Workbench } from '../state/workbench.ts';
import { againScope } from './model/again-scope.ts';
import type { FailureFamily, RefusedField } from './model/refusal-facts.ts';
import { offersFor, type Offer } from './model/refusal-offers.ts';
import { fieldFixes, onlyNewFix, orChangeFix, skipFix, type Fix } from './refusal-fixes.ts';
import { useTryAgain } from './use-try-again.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

interface RefusalActionsProps {
  readonly facts: StepFacts;
  readonly state: StepRun | undefined;
  readonly failure: Failure;
  readonly fields: readonly RefusedField[];
  readonly family: FailureFamily;
  /** The id of the refused message. */
  readonly message: string | undefined;
  /** Whether an account was in use, and whether another one has been chosen since. */
  readonly connecting: 'first' | 'again' | 'done';
}

interface Action {
  readonly key: string;
  readonly words: string;
  readonly icon: ReactNode;
  readonly act: () => void;
}

/** What can be done about a refusal; what helps most comes first and is the filled button. What changes the flow says so. */
export function RefusalActions({
  facts,
  state,
  failure,
  fields,
  family,
  message,
  connecting,
}: RefusalActionsProps) {
  const { document, view, runs, toasts, catalog } = useWorkbench();
  const readOnly = useDocument((now) => now.readOnly);
  const tryAgain = useTryAgain();
  const [answered, setAnswered] = useState(false);
  const step = facts.step.id;
  const limit = limitHit(failure);
  const halted = state?.status === 'halted';
  const [first] = fields;
  const hasMapping = facts.operation !== undefined && Object.keys(facts.operation.slots).length > 0;
  const isMapping = family === 'mapping' && hasMapping;
  const scope = useRun((now) => now.scope);
  const runId = useRun((now) => now.run?.runId);
  const refused = Math.min(state?.counts.refused ?? 0, recordsKept);
  const repeats = !halted && refused > 0 && facts.before.length > 0;
  /** What got through is not done twice: only what was refused is tried again, and goes on to what follows. */
  const repeat = () => {
    if (runId !== undefined) void runs.start(againScope(step, scope), { again: { runId, step } });
  };

  const mend = (fix: Fix) => {
    const done = document.apply(fix.operation);
    if (!done.ok) toasts.show({ text: say('run-panel.not-fixed'), tone: 'trouble' });
    else if (fix.kind === 'skip')
      showWithUndo({ document, toasts }, say('run-panel.skips-now', { step: facts.step.name }));
    else if (fix.kind === 'start')
      showWithUndo({ document, toasts }, say('run-panel.only-new-now'));
    else
      toasts.show({
        text: say('run-panel.fixed'),
        action: { label: say('run-panel.again'), run: repeats ? repeat : tryAgain },
      });
  };
  const goOn = () => {
    setAnswered(true);
    runs.answerRefusal(step, 'skip');
  };

  const skip = readOnly ? undefined : skipFix(facts, family, say('run-panel.fix-skip'));
  const orChange = readOnly ? undefined : orChangeFix(facts, fields, family);
  const onlyNew = readOnly ? undefined : onlyNewFix(facts, family, catalog);
  const atField = fieldAction({ facts, first, hasMapping, isMapping, view, message });
  const possible: Readonly<Record<Offer, readonly Action[]>> = {
    connect:
      connecting === 'done'
        ? []
        : [
            {
              key: 'connect',
              words: say(connecting === 'first' ? 'run-panel.connect' : 'run-panel.connect-again'),
              icon: <KeyRound size={14} />,
              act: () => view.reveal(step, 'credential'),
            },
          ],
    field: atField === undefined ? [] : [atField],
    mend: (readOnly ? [] : fieldFixes(facts, fields, family)).map((fix) => ({
      key: fix.words,
      words: fix.words,
      icon: <Wand2 size={14} />,
      act: () => mend(fix),
    })),
    skip:
      skip === undefined || !halted
        ? []
        : [
            {
              key: 'skip',
              words: goOnWords(state, facts),
              icon: facts.isWrite ? <Send size={14} /> : <SkipForward size={14} />,
              act: goOn,
            },
          ],
    'skip-always':
      skip === undefined
        ? []
        : [
            {
              key: 'skip-always',
              words: skip.words,
              icon: <SkipForward size={14} />,
              act: () => {
                mend(skip);
                if (halted) goOn();
              },
            },
          ],
    'or-change':
      orChange === undefined
        ? []
        : [
            {
              key: 'or-change',
              words: orChange.words,
              icon: <Wand2 size={14} />,
              act: () => mend(orChange),
            },
          ],
    stop: [
      {
        key: 'stop',
        words: say('run-panel.stop-here'),
        icon: <Square size={11} fill="currentColor" />,
        act: () => {
          setAnswered(true);
          runs.answerRefusal(step, 'stop');
        },
      },
    ],
    'only-new':
      onlyNew === undefined
        ? []
        : [
            {
              key: 'only-new',
              words: onlyNew.words,
              icon: <Sparkles size={14} />,
              act: () => mend(onlyNew),
            },
          ],
    raise: [
      {
        key: 'raise',
        words: say(limit === 'waitSeconds' ? 'limits.raise-wait' : 'limits.raise'),
        icon: <Gauge size={14} />,
        act: () => view.setState({ dialog: 'limits' }),
      },
    ],
    again: [
      {
        key: 'again',
        words: repeats
          ? say('run-panel.again-refused', { count: refused })
          : say('run-panel.again'),
        icon: <RotateCcw size={14} />,
        act: repeats ? repeat : tryAgain,
      },
    ],
  };
  const actions = offersFor(family, {
    halted,
    skips: skip === undefined,
    changes: orChange !== undefined,
    raises: limit !== undefined && !readOnly,
  }).flatMap((offer) => possible[offer]);
  if (actions.length === 0) return null;
  return (
    <div className={css.actions}>
      {actions.map(({ key, words, icon, act }, at) => (
        <Button
          key={key}
          size="xs"
          data-guide={`answer ${key}`}
          variant={at === 0 && key !== 'only-new' ? 'filled' : 'default'}
          leftSection={icon}
          disabled={halted && answered && answers.has(key)}
          onClick={act}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}

/** The way to the field, where there is one that can be filled in. */
function fieldAction({
  facts: { step, operation },
  first,
  hasMapping,
  isMapping,
  view,
  message,
}: {
  readonly facts: StepFacts;
  readonly first: RefusedField | undefined;
  readonly hasMapping: boolean;
  readonly isMapping: boolean;
  readonly view: Workbench['view'];
  readonly message: string | undefined;
}): Action | undefined {
  const icon = <CornerDownRight size={14} />;
  if (first !== undefined && hasMapping)
    return {
      key: 'field',
      words:
        first.title === ''
          ? say('run-panel.go-to-fields')
          : say('run-panel.go-to-field', { field: first.title }),
      icon,
      act: () => view.reveal(step.id, 'mapping', first.path, message),
    };
  if (!isMapping) return undefined;
  const isCondition = operation?.slots['condition'] !== undefined;
  return {
    key: 'field',
    words: say(isCondition ? 'run-panel.go-to-condition' : 'run-panel.go-to-fields'),
    icon,
    act: () => view.reveal(step.id, 'mapping'),
  };
}

/** Said once to a run that stands still. */
const answers: ReadonlySet<string> = new Set(['skip', 'skip-always', 'stop']);

/** "Skip it this time and send the other 2": how many, where no more can come. */
function goOnWords(state: StepRun, { isWrite }: StepFacts): string {
  const count = waitingIn(state.counts);
  if (count === 0) return say('run-panel.go-on');
  return say(isWrite ? 'run-panel.go-on-send' : 'run-panel.go-on-with', { count });
}
