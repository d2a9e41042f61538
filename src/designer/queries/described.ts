import { queryOptions } from '@tanstack/react-query';
import {
  atPointer,
  settingsWithDefaults,
  type Catalog,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import { sayOwnWords, type Json } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import type { NeedComponents } from '../state/need-components.ts';
import { askOperation } from './ask-operation.ts';

interface DescribedBy {
  readonly component: Component;
  readonly operation: Operation;
  readonly settings: Readonly<Record<string, Json>>;
  readonly credential: CredentialRow | undefined;
  readonly catalog: Catalog;
  readonly needComponents: NeedComponents;
}

const minutes = 60_000;
/** One message tells it; documents on the way to it are no pages. */
const mostMessages = 1;

/** What the service says of an operation's fields for these settings; `null` where it says nothing. Never asked by time. */
export function describedQuery({
  component,
  operation,
  settings,
  credential,
  catalog,
  needComponents,
}: DescribedBy) {
  const { from = '', needs = [], also = [], hosts } = operation.describedBy ?? {};
  const asked = [...needs, ...also, ...(hosts === undefined ? [] : [hosts])];
  const whole = { settings: settingsWithDefaults(operation, settings) };
  return queryOptions({
    queryKey: [
      'described',
      component.id,
      component.version,
      from,
      JSON.stringify(asked.map((place) => atPointer(whole, place) ?? null)),
      credential?.id ?? '',
      credential?.at ?? 0,
    ],
    staleTime: Infinity,
    gcTime: 30 * minutes,
    retry: false,
    queryFn: async ({ client, queryKey }): Promise<Json> => {
      const describing = component.operations.find(({ id }) => id === from);
      if (describing === undefined) return null;
      const [message] = await askOperation({
        component,
        catalog,
        needComponents,
        operation: describing,
        settings: whole.settings,
        credential: credential?.token,
        mostPages: mostMessages,
        anew: client.getQueryData(queryKey) !== undefined,
      });
      return message === undefined ? null : sayOwnWords(message, sayWording);
    },
  });
}
