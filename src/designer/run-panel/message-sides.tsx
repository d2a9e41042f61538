import type { Json, JsonSchema } from '../../shared/index.ts';
import { outputsInRecord, type MessageRecord } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { DataSide } from './data-side.tsx';
import { answerFacts } from './model/answer-facts.ts';
import { wentTo } from './model/message-ways.ts';
import { sentParts } from './model/sent-parts.ts';
import { RequestView } from './request-view.tsx';
import { useShownRun } from './shown-run.ts';
import type { StepFacts } from './use-step-facts.ts';
import { WhyDropped } from './why-dropped.tsx';
import css from './run-panel.module.css';

/** What went in and what came out, beside each other. */
export function MessageSides({
  record,
  facts,
}: {
  readonly record: MessageRecord;
  readonly facts: StepFacts;
}) {
  const first = useShownRun(({ firstRecords }) => firstRecords);
  const isOver = useIsOver();
  const isStart = facts.before.length === 0;
  const { input, output = [] } = record;
  const hasInput = input !== undefined && !isEmptyGroup(input);
  const marked = record.failure?.fields.map(({ path }) => path) ?? [];
  const only = output.length === 1 ? output[0] : undefined;
  const went = wentTo(record, facts.ways);
  const list =
    facts.output === undefined
      ? undefined
      : ({ type: 'array', items: facts.output } satisfies JsonSchema);
  return (
    <div
      className={css.pair}
      data-alone={!hasInput || undefined}
      data-many={output.length > 1 || undefined}
    >
      {hasInput && (
        <DataSide
          title={say('run-panel.side-input')}
          value={input}
          schema={facts.input}
          marked={marked}
        />
      )}
      {output.length === 0 ? (
        <DataSide
          title={say('run-panel.side-output')}
          none={withoutOutput(record, isOver)}
          {...(record.state === 'dropped' && {
            more: <WhyDropped index={record.index} facts={facts} />,
          })}
        />
      ) : only !== undefined ? (
        <DataSide
          title={say('run-panel.side-output')}
          {...(went !== undefined && { note: went })}
          value={only}
          schema={facts.output}
        />
      ) : (
        <DataSide
          title={say('run-panel.side-output')}
          note={
            output.length >= outputsInRecord
              ? say('run-panel.output-cut', { count: output.length })
              : isStart && first !== undefined && output.length > first
                ? say('run-panel.list-first', { total: output.length, count: first })
                : say('run-panel.list-of', { count: output.length })
          }
          value={output}
          schema={list}
        />
      )}
    </div>
  );
}

interface SideProps {
  readonly record: MessageRecord;
  readonly facts: StepFacts;
}

export function RequestSide({ record, facts }: SideProps) {
  const isOver = useIsOver();
  if (record.request === undefined)
    return <p className={css.none}>{say('run-panel.request-none')}</p>;
  return (
    <RequestView
      request={record.request}
      schema={requestSchema(facts)}
      {...(record.state === 'held' && {
        note: say(isOver ? 'run-panel.request-not-sent' : 'run-panel.request-held'),
      })}
    />
  );
}

/** What the step took and how it is set are called as in their forms, wherever the request holds them. */
function requestSchema(facts: StepFacts): JsonSchema | undefined {
  const parts = sentParts(facts.operation);
  if (parts === undefined) return facts.input;
  const settings = { ...facts.operation?.settings, title: say('run-panel.request-settings') };
  return {
    type: 'object',
    properties: {
      ...(parts.settings !== undefined && { [parts.settings]: settings }),
      ...(facts.input && { [parts.input]: facts.input }),
    },
  };
}

export function ResponseSide({ record, facts }: SideProps) {
  const isOver = useIsOver();
  const { response } = record;
  if (response === undefined)
    return (
      <p className={css.none}>
        {say(
          record.request === undefined
            ? 'run-panel.request-none'
            : record.state === 'held'
              ? isOver
                ? 'run-panel.response-none-not-sent'
                : 'run-panel.response-none-held'
              : 'run-panel.response-none',
        )}
      </p>
    );
  const title = say('run-panel.answer-status', {
    status: String(response.status),
    words: statusWords(response.status),
  });
  const told = answerFacts(response);
  const isEmpty = response.body === undefined || response.body === '';
  return (
    <DataSide
      title={title}
      {...(told !== '' && { note: told })}
      value={isEmpty ? undefined : response.body}
      schema={response.status < 300 ? facts.output : undefined}
      none={say('run-panel.response-empty')}
    />
  );
}

function statusWords(status: number): string {
  const family = Math.min(5, Math.max(1, Math.floor(status / 100))) as 1 | 2 | 3 | 4 | 5; // clamped
  return say(`run-panel.answer-${family}`);
}

/** What was held then waits for nobody any more. */
function useIsOver(): boolean {
  return useShownRun(({ run }) => run?.finishedAt !== undefined);
}

function withoutOutput(record: MessageRecord, isOver: boolean): string {
  switch (record.state) {
    case 'dropped':
      return say('run-panel.output-dropped');
    case 'held':
      return say(isOver ? 'run-panel.output-not-sent' : 'run-panel.output-held');
    case 'refused':
      return say('run-panel.output-refused');
    case 'cancelled':
      return say('run-panel.output-cancelled');
    case 'done':
      return say('run-panel.output-none');
  }
}

function isEmptyGroup(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
