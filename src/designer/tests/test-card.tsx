import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Check, ChevronDown, CircleAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  expectationModes,
  mayDifferAt,
  placeIn,
  type Expectation,
  type ExpectationMode,
  type FlowTest,
  type TestDifference,
  type TestReport,
} from '../../runtime/contract.ts';
import type { Flow } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { toRelativeTime } from '../ui/relative-time.ts';
import { differenceInWords, fieldInWords, schemaOf } from './difference-words.ts';
import css from './tests.module.css';

interface TestCardProps {
  readonly test: FlowTest;
  readonly report: TestReport | undefined;
  readonly isRunning: boolean;
  readonly flow: Flow;
}

/** One test: what it found when it last ran, and how alike each step must be. */
export function TestCard({ test, report, isRunning, flow }: TestCardProps) {
  const { testCommands, toasts } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(test.name);

  async function remove(pressed: HTMLElement) {
    const around = placeAround(pressed);
    const putBack = await testCommands.remove(test.id);
    toasts.show({
      text: say('tests.deleted', { name: test.name }),
      action: { label: say('common.undo'), run: putBack },
    });
    around?.focus();
  }

  return (
    <li className={css.test} aria-label={test.name}>
      <div className={css.head}>
        <TextInput
          className={css.name}
          size="xs"
          variant="unstyled"
          aria-label={say('tests.name')}
          maxLength={80}
          readOnly={readOnly}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => {
            if (name.trim() === '') setName(test.name);
            else if (name.trim() !== test.name) testCommands.rename(test, name.trim());
          }}
        />
        <Verdict report={report} isRunning={isRunning} />
        <ActionIcon
          size={28}
          aria-label={say('tests.delete', { name: test.name })}
          disabled={readOnly}
          data-removes
          onClick={({ currentTarget }) => void remove(currentTarget)}
        >
          <Trash2 size={15} />
        </ActionIcon>
      </div>
      <p className={css.facts}>
        {[
          say('tests.kept', { when: toRelativeTime(test.at, Date.now()) }),
          say('tests.steps', { count: test.steps.length }),
        ].join(' · ')}
      </p>
      {report !== undefined && !report.passed && (
        <Findings test={test} report={report} flow={flow} readOnly={readOnly} />
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        className={css.more}
        aria-expanded={open}
        rightSection={<ChevronDown size={13} data-open={open || undefined} />}
        onClick={() => setOpen(!open)}
      >
        {say('tests.how-alike')}
      </Button>
      {open && (
        <ul className={css.steps}>
          {test.steps.map((expectation) => (
            <ExpectationRow
              key={expectation.step}
              expectation={expectation}
              flow={flow}
              readOnly={readOnly}
              onChange={(changed) => void testCommands.change(withExpectation(test, changed))}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Where one goes on when a test is gone: at the next one, at the one before, else at the dialog itself. */
function placeAround(pressed: HTMLElement): HTMLElement | null {
  const dialog = pressed.closest<HTMLElement>('[role="dialog"]');
  const all = Array.from(dialog?.querySelectorAll<HTMLElement>('[data-removes]') ?? []);
  const at = all.indexOf(pressed);
  return all[at + 1] ?? all[at - 1] ?? dialog;
}

function Verdict({ report, isRunning }: Pick<TestCardProps, 'report' | 'isRunning'>) {
  if (isRunning) return <span className={css.verdict}>{say('tests.running')}</span>;
  if (report === undefined) return <span className={css.verdict}>{say('tests.not-run')}</span>;
  return (
    <span className={css.verdict} data-tone={report.passed ? 'passed' : 'failed'}>
      {report.passed ? <Check size={14} aria-hidden /> : <CircleAlert size={14} aria-hidden />}
      {report.passed
        ? say('tests.passed')
        : say('tests.differs', { count: Math.max(1, report.differences.length + report.more) })}
    </span>
  );
}

const mostShown = 8;

/** What differs, step by step, each with the way to say that it may. */
function Findings({
  test,
  report,
  flow,
  readOnly,
}: Pick<TestCardProps, 'test' | 'flow'> & {
  readonly report: TestReport;
  readonly readOnly: boolean;
}) {
  const { catalog, testCommands, view } = useWorkbench();
  if (report.failure !== undefined)
    return <p className={css.failure}>{sayWording(report.failure)}</p>;
  const shown = report.differences.slice(0, mostShown);
  const more = report.differences.length + report.more - shown.length;
  const steps = [...new Set(shown.map(({ step }) => step))];

  function allow(difference: TestDifference) {
    const place = placeIn(difference);
    const expectation = test.steps.find(({ step }) => step === difference.step);
    if (place !== undefined && expectation !== undefined)
      void testCommands.change(withExpectation(test, mayDifferAt(expectation, place)));
  }

  return (
    <div className={css.findings}>
      {steps.map((id) => {
        const step = flow.steps.find((each) => each.id === id);
        return (
          <section key={id}>
            {step !== undefined && (
              <button
                type="button"
                className={css.step}
                onClick={() => {
                  view.setState({ dialog: undefined });
                  view.reveal(id, 'mapping');
                }}
              >
                <bdi>{step.name}</bdi>
              </button>
            )}
            <ul className={css.differences}>
              {shown
                .filter((difference) => difference.step === id)
                .map((difference) => {
                  const words = differenceInWords(difference, flow, catalog);
                  return (
                    <li key={words}>
                      <span>{words}</span>
                      {placeIn(difference) !== undefined && !readOnly && (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => allow(difference)}
                        >
                          {say('tests.may-differ')}
                        </Button>
                      )}
                    </li>
                  );
                })}
            </ul>
          </section>
        );
      })}
      {more > 0 && <p className={css.facts}>{say('tests.more', { count: more })}</p>}
      {report.asItIsNow !== undefined && !readOnly && (
        <Button
          className={css.accept}
          size="compact-sm"
          variant="default"
          leftSection={<Check size={13} />}
          onClick={() =>
            report.asItIsNow !== undefined && void testCommands.change(report.asItIsNow)
          }
        >
          {say('tests.accept')}
        </Button>
      )}
    </div>
  );
}

interface ExpectationRowProps {
  readonly expectation: Expectation;
  readonly flow: Flow;
  readonly readOnly: boolean;
  readonly onChange: (expectation: Expectation) => void;
}

function ExpectationRow({ expectation, flow, readOnly, onChange }: ExpectationRowProps) {
  const { catalog } = useWorkbench();
  const { step, mode, mayDiffer, messages } = expectation;
  const name = flow.steps.find(({ id }) => id === step)?.name ?? expectation.name;
  const what = messages.some(({ request }) => request !== undefined) ? 'sent' : 'gave';
  const schema = schemaOf(step, what, flow, catalog);
  return (
    <li className={css.expectation}>
      <NativeSelect
        size="xs"
        label={name}
        disabled={readOnly}
        value={mode}
        data={expectationModes.map((each) => ({ value: each, label: say(`tests.mode-${each}`) }))}
        onChange={(event) =>
          onChange({ ...expectation, mode: event.currentTarget.value as ExpectationMode })
        }
      />
      {mode === 'except' && (
        <span className={css.facts}>
          {mayDiffer.length === 0
            ? say('tests.except-none')
            : say('tests.except-these', {
                fields: mayDiffer.map((place) => fieldInWords(schema, place)).join(', '),
              })}
        </span>
      )}
    </li>
  );
}

function withExpectation(test: FlowTest, changed: Expectation): FlowTest {
  return {
    ...test,
    steps: test.steps.map((each) => (each.step === changed.step ? changed : each)),
  };
}
