import { NativeSelect, Stack, Text } from '@mantine/core';
import { effectOf, type Operation } from '../../../catalog/index.ts';
import {
  mayTryAgain,
  mostAtOnce,
  mostTries,
  usualAtOnce,
  usualTries,
  type Step,
} from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import css from './failure-choice.module.css';

const triesOffered = [1, 2, 3, 5, mostTries];
const atOnceOffered = [1, 2, 4, 8, mostAtOnce];

interface CallsChoiceProps {
  readonly step: Step;
  readonly operation: Operation;
  readonly readOnly: boolean;
}

/** How often a step asks its service in vain, and how many messages it works on at once; folded as what is seldom changed. */
export function CallsChoice({ step, operation, readOnly }: CallsChoiceProps) {
  const { document } = useWorkbench();
  const effect = effectOf(operation, step.settings);
  const usual = { tries: usualTries(operation), atOnce: usualAtOnce(effect) };
  const tries = step.retry?.attempts ?? usual.tries;
  const atOnce = step.parallel ?? usual.atOnce;
  const again = mayTryAgain(operation, effect);
  return (
    <details className={css.fold}>
      <summary>
        {say('inspector.calls')}
        <span className={css.chosen}>
          {[
            say('inspector.calls-tried', { count: again ? tries : 1 }),
            say('inspector.calls-parallel', { count: atOnce }),
          ].join(', ')}
        </span>
      </summary>
      <Stack gap={12}>
        {again ? (
          <NativeSelect
            label={say('inspector.calls-tries')}
            description={say('inspector.calls-tries-help')}
            disabled={readOnly}
            value={tries}
            data={choices(triesOffered, [tries, usual.tries], usual.tries, 'tried')}
            onChange={({ currentTarget }) => {
              const chosen = Number(currentTarget.value);
              document.apply({
                type: 'step.set-tries',
                step: step.id,
                tries: chosen === usual.tries ? undefined : chosen,
              });
            }}
          />
        ) : (
          <Text size="sm">{say('inspector.calls-never-twice')}</Text>
        )}
        <NativeSelect
          label={say('inspector.calls-at-once')}
          description={say('inspector.calls-at-once-help')}
          disabled={readOnly}
          value={atOnce}
          data={choices(atOnceOffered, [atOnce], usual.atOnce, 'parallel')}
          onChange={({ currentTarget }) => {
            const chosen = Number(currentTarget.value);
            document.apply({
              type: 'step.set-parallel',
              step: step.id,
              parallel: chosen === usual.atOnce ? undefined : chosen,
            });
          }}
        />
      </Stack>
    </details>
  );
}

/** What is offered, and what is so now, in words. */
function choices(
  offered: readonly number[],
  others: readonly number[],
  usual: number,
  what: 'tried' | 'parallel',
) {
  return [...new Set([...offered, ...others])]
    .toSorted((one, other) => one - other)
    .map((count) => {
      const words = say(`inspector.calls-${what}`, { count });
      return {
        value: String(count),
        label: count === usual ? say('inspector.calls-usual', { what: words }) : words,
      };
    });
}
