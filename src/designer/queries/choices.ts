import { queryOptions } from '@tanstack/react-query';
import {
  atPointer,
  tellsDescription,
  type Catalog,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import type { Json } from '../../shared/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { answerHere } from './ask-here.ts';
import type { NeedComponents } from '../state/need-components.ts';
import { askOperation } from './ask-operation.ts';

export interface ChoiceOption {
  readonly value: Json;
  readonly label: string;
  /** What it stands under, and what is said of it. */
  readonly group?: string;
  readonly help?: string;
}

interface ChoicesOf {
  readonly component: Component;
  readonly choice: NonNullable<Operation['choices']>[number];
  readonly settings: Readonly<Record<string, Json>>;
  readonly credential: CredentialRow | undefined;
  readonly catalog: Catalog;
  readonly needComponents: NeedComponents;
}

const minutes = 60_000;
/** A list of options longer than this is no list to choose from. */
const mostPages = 10;

/** The options of one field, as the service has them now: the read operation that the field names, all its pages. */
export function choicesQuery({
  component,
  choice,
  settings,
  credential,
  catalog,
  needComponents,
}: ChoicesOf) {
  const asked = component.operations.find(({ id }) => id === choice.from);
  return queryOptions({
    queryKey: [
      'choices',
      component.id,
      choice.from,
      choice.at,
      JSON.stringify((choice.needs ?? []).map((place) => atPointer({ settings }, place) ?? null)),
      credential?.id ?? '',
      credential?.at ?? 0,
    ],
    staleTime: freshFor(asked),
    gcTime: 15 * minutes,
    retry: false,
    queryFn: async ({ client, queryKey }): Promise<readonly ChoiceOption[]> => {
      if (asked === undefined) return [];
      const messages = await askOperation({
        component,
        operation: asked,
        catalog,
        needComponents,
        settings,
        credential: credential?.token,
        mostPages,
        anew: client.getQueryData(queryKey) !== undefined,
      });
      return choicesIn(messages, choice);
    },
  });
}

/** What this browser has is asked anew each time: it costs nothing. A description costs more than a list. */
function freshFor(asked: Operation | undefined): number {
  if (asked === undefined) return 5 * minutes;
  if (answerHere(asked) !== undefined) return 0;
  return (tellsDescription(asked) ? 30 : 5) * minutes;
}

/** Each value once, in the service's order: a chat stands in every message that came from it. */
export function choicesIn(
  messages: readonly Json[],
  choice: ChoicesOf['choice'],
): readonly ChoiceOption[] {
  const options = messages.flatMap((message) => optionsIn(message, choice));
  return [...new Map(options.map((option) => [JSON.stringify(option.value), option])).values()];
}

/** One message is one option; an operation that gives its whole list at once gives all of them. */
function optionsIn(message: Json, choice: ChoicesOf['choice']): readonly ChoiceOption[] {
  if (Array.isArray(message))
    return (message as readonly Json[]).flatMap((entry) => optionsIn(entry, choice));
  const value = atPointer(message, choice.value);
  const label = atPointer(message, choice.label);
  if (value === undefined) return [];
  return [{ value, label: String(label ?? value), ...textOf('group'), ...textOf('help') }];

  function textOf(part: 'group' | 'help'): { [Part in typeof part]?: string } {
    const place = choice[part];
    const words = place === undefined ? undefined : atPointer(message, place);
    return typeof words === 'string' && words !== '' ? { [part]: words } : {};
  }
}
