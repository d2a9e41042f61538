import { queryOptions } from '@tanstack/react-query';
import {
  atPointer,
  planCall,
  takeAnswer,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import type { Json, Wording } from '../../shared/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { callService, leaveService } from './proxy-client.ts';

export interface ChoiceOption {
  readonly value: Json;
  readonly label: string;
}

/** The service (or the way to it) did not give the options. */
export class ChoicesFailed extends Error {
  readonly wording: Wording;
  constructor(wording: Wording) {
    super(wording.code);
    this.wording = wording;
  }
}

interface ChoicesOf {
  readonly component: Component;
  readonly choice: NonNullable<Operation['choices']>[number];
  readonly settings: Readonly<Record<string, Json>>;
  readonly credential: CredentialRow | undefined;
}

const minutes = 60_000;
/** A list of options longer than this is no list to choose from. */
const mostPages = 10;

/** The options of one field, as the service has them now: the read operation that the field names, all its pages. */
export function choicesQuery({ component, choice, settings, credential }: ChoicesOf) {
  return queryOptions({
    queryKey: [
      'choices',
      component.id,
      choice.from,
      choice.at,
      credential?.id ?? '',
      credential?.at ?? 0,
    ],
    staleTime: 5 * minutes,
    gcTime: 15 * minutes,
    retry: false,
    queryFn: async (): Promise<readonly ChoiceOption[]> => {
      const operation = component.operations.find(({ id }) => id === choice.from);
      if (operation === undefined) return [];
      const planned = planCall({ component, operation, settings, input: {} });
      if (!planned.ok) throw new ChoicesFailed(planned.reason);
      let request: typeof planned.value | undefined = planned.value;
      const options: ChoiceOption[] = [];
      for (let page = 0; request !== undefined && page < mostPages; page += 1) {
        const answer = await callService(request, credential?.token);
        if (answer.kind === 'unanswered') throw new ChoicesFailed(answer.problem);
        const taken = takeAnswer({ operation, request, answer });
        if (!taken.ok) throw new ChoicesFailed(taken.reason);
        for (const message of taken.value.messages) options.push(...optionsIn(message, choice));
        request = taken.value.next;
      }
      return options;
    },
  });
}

/** One message is one option; an operation that gives its whole list at once gives all of them. */
function optionsIn(message: Json, choice: ChoicesOf['choice']): readonly ChoiceOption[] {
  if (Array.isArray(message))
    return (message as readonly Json[]).flatMap((entry) => optionsIn(entry, choice));
  const value = atPointer(message, choice.value);
  const label = atPointer(message, choice.label);
  return value === undefined ? [] : [{ value, label: String(label ?? value) }];
}
