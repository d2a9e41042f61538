import { useQueries } from '@tanstack/react-query';
import { wordsOf } from '../../shared/index.ts';
import {
  missingSettings,
  tellsDescription,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import type { Step } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { answerHere } from './ask-here.ts';
import { AskFailed } from './ask-operation.ts';
import { choicesQuery } from './choices.ts';
import { useLoadingWords } from './loading-words.ts';
import { useStepCredential } from './step-credential.ts';
import type { FieldChoices } from '../ui/schema-form/form-props.ts';

/** The options that the service itself knows, by field: `/status` of `settings` (or of `input`). */
export function useFieldChoices(
  step: Step,
  component: Component,
  operation: Operation,
  side: 'settings' | 'input',
): Readonly<Record<string, FieldChoices>> {
  const { catalog, needComponents } = useWorkbench();
  const flow = useDocument((state) => state.flow?.id);
  const credential = useStepCredential(step);
  const wanted = (operation.choices ?? []).filter((choice) => choice.at.startsWith(`/${side}/`));
  const needed = component.credentials.length > 0 && component.credentialOptional !== true;
  const connected = !needed || credential !== undefined;
  const isReady = ({ needs = [] }: (typeof wanted)[number]) =>
    missingSettings(operation, needs, step.settings).length === 0;
  const results = useQueries({
    queries: wanted.map((choice) => ({
      ...choicesQuery({
        component,
        choice,
        settings: step.settings,
        credential,
        catalog,
        needComponents,
      }),
      enabled: connected && isReady(choice),
    })),
  });
  const title = wordsOf(component.title);
  const reading = useLoadingWords();
  const isTold = (from: string) =>
    component.operations.some((one) => one.id === from && tellsDescription(one));
  return Object.fromEntries(
    wanted.map((choice, at): [string, FieldChoices] => {
      const result = results[at];
      const field = choice.at.slice(side.length + 1);
      if (!connected)
        return [
          field,
          { state: 'waiting', words: say('inspector.options-connect-first', { component: title }) },
        ];
      if (!isReady(choice))
        return [field, { state: 'waiting', words: say('inspector.options-choose-above-first') }];
      if (result?.data !== undefined) {
        // A flow that calls itself would not come to an end.
        const options =
          field === `/${operation.callsFlow ?? ''}`
            ? result.data.filter(({ value }) => value !== flow)
            : result.data;
        return options.length === 0
          ? [field, { state: 'waiting', words: noneOf(component, choice.from) }]
          : [field, { state: 'ready', options }];
      }
      if (result?.isError !== true || result.isFetching)
        return [field, { state: 'loading', ...(isTold(choice.from) && reading) }];
      const { error } = result;
      const words =
        error instanceof AskFailed ? sayWording(error.wording) : say('inspector.options-failed');
      return [field, { state: 'failed', words, retry: () => void result.refetch() }];
    }),
  );
}

function noneOf(component: Component, from: string): string {
  const asked = component.operations.find(({ id }) => id === from);
  return asked !== undefined && answerHere(asked) !== undefined
    ? say('inspector.options-none-here', { what: wordsOf(asked.title) })
    : say('inspector.options-none', { component: wordsOf(component.title) });
}
