import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JsonPath, JsonSchema } from '../../shared/index.ts';
import { schemaAt, titleOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import type { FieldChange, MessageChange, StepChanges } from '../../worker/worker-client.ts';
import { useEarlierRuns } from '../queries/earlier-runs.ts';
import { useWorkbench } from '../state/workbench.ts';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import { Cell } from './data-view/cell.tsx';
import { cellText } from './data-view/cell-text.ts';
import { useNow } from './use-now.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './earlier-runs.module.css';

/** What a step gave, or got, beside the run before: worked out by the run worker, told in words. */
export function ChangesSide({ run, facts }: { readonly run: string; readonly facts: StepFacts }) {
  const { runs } = useWorkbench();
  const [side, setSide] = useState<'output' | 'input'>('output');
  const step = facts.step.id;
  // A run is comparable once it is kept.
  const kept = useEarlierRuns(facts.flow.id)?.length;
  const { data, isPending, isError } = useQuery({
    queryKey: ['changes', run, step, side, kept],
    queryFn: async () => (await runs.changes(run, step, side)) ?? null,
    gcTime: 30_000,
    retry: false,
  });
  const schema = side === 'output' ? facts.output : facts.input;
  return (
    <section className={css.changes} aria-label={say('earlier.changes')}>
      <SegmentedControl
        size="xs"
        aria-label={say('run-panel.sides')}
        value={side}
        onChange={(to) => setSide(to)}
        data={[
          { value: 'output', label: say('run-panel.side-output') },
          { value: 'input', label: say('run-panel.side-input') },
        ]}
      />
      <div role="status">
        {isPending ? (
          <p>{say('earlier.changes-wait')}</p>
        ) : isError ? (
          <p>{say('earlier.changes-failed')}</p>
        ) : data === null ? (
          <p>{say('earlier.changes-no-before')}</p>
        ) : (
          <Counted of={data} />
        )}
      </div>
      {data?.told.map((change) => (
        <Change key={`${change.kind} ${change.at}`} of={change} schema={schema} />
      ))}
    </section>
  );
}

function Counted({ of }: { readonly of: StepChanges }) {
  const now = useNow(true, 30_000);
  const counts = (['added', 'removed', 'changed', 'same'] as const).filter((what) => of[what] > 0);
  const changed = of.added + of.removed + of.changed;
  return (
    <>
      <p title={toFullTime(of.before)}>
        {say('earlier.changes-since', { when: toRelativeTime(of.before, now) })}
      </p>
      {changed === 0 ? (
        <p>{say('earlier.changes-none')}</p>
      ) : (
        <p className={css.changeCounts}>
          {counts.map((what) => (
            <span key={what}>{say(`earlier.changes-${what}`, { count: of[what] })}</span>
          ))}
        </p>
      )}
      <p className={css.quiet}>
        {[
          of.by === undefined
            ? say('earlier.changes-by-place')
            : say('earlier.changes-by', { field: of.by }),
          ...(of.isPart ? [say('earlier.changes-part')] : []),
          ...(changed > of.told.length
            ? [say('earlier.changes-first', { count: of.told.length })]
            : []),
        ].join(' ')}
      </p>
    </>
  );
}

function Change({
  of,
  schema,
}: {
  readonly of: MessageChange;
  readonly schema: JsonSchema | undefined;
}) {
  return (
    <article className={css.change}>
      <p>
        <strong>{say(`earlier.change-${of.kind}`)}</strong> {of.name ?? String(of.at + 1)}
        {of.kind !== 'changed' && (
          <>
            {': '}
            <Cell of={cellText(of.value)} />
          </>
        )}
      </p>
      {of.kind === 'changed' &&
        of.fields.map((field) => <Field key={field.path.join('/')} of={field} schema={schema} />)}
      {of.kind === 'changed' && of.more > 0 && (
        <p className={css.quiet}>{say('earlier.changes-more-fields', { count: of.more })}</p>
      )}
    </article>
  );
}

function Field({
  of: { path, before, now },
  schema,
}: {
  readonly of: FieldChange;
  readonly schema: JsonSchema | undefined;
}) {
  const nothing = <span className={css.quiet}>{say('earlier.change-nothing')}</span>;
  return (
    <p>
      <span title={path.join('/')}>{nameOf(path, schema)}</span>:{' '}
      <s>{before === undefined ? nothing : <Cell of={cellText(before)} />}</s>{' '}
      <span className={css.quiet}>{say('earlier.change-to')}</span>{' '}
      {now === undefined ? nothing : <Cell of={cellText(now)} />}
    </p>
  );
}

/** "Address › City": titles of the schema, keys where it has none. */
function nameOf(path: JsonPath, schema: JsonSchema | undefined): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return String(part + 1);
      return titleOf(schema && schemaAt(schema, path.slice(0, at + 1)), part);
    })
    .join(' › ');
}
