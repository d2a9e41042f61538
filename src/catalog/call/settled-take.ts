import { isJsonObject, type Json } from '../../shared/index.ts';
import { nextPageSchema, type HttpCall, type NextPage } from '../component.ts';
import { atPointer } from '../json-pointer.ts';
import type { Settings } from '../settings.ts';

/** Where messages and what follows are in an answer, once the settings have had their say. */
export interface SettledTake {
  readonly messages?: string;
  readonly next?: NextPage;
}

/**
 * Undefined: the description alone says it, or says nothing. Unfinished: a way of paging is chosen, and what it needs is
 * not there; asking for the first page alone would make half a list look whole.
 */
export function settledTake(
  { take }: HttpCall,
  settings: Settings,
): SettledTake | 'unfinished' | undefined {
  const isOpen = typeof take?.messages === 'object' || isChosen(take?.next);
  if (take === undefined || !isOpen) return undefined;
  const messages =
    typeof take.messages === 'object' ? atPointer(settings, take.messages.at) : take.messages;
  const next = isChosen(take.next) ? chosen(take.next, settings) : take.next;
  if (next === 'unfinished') return next;
  return {
    ...(typeof messages === 'string' && isPointer(messages) ? { messages } : {}),
    ...(next === undefined ? {} : { next }),
  };
}

/** What the description says by itself. */
export function declaredTake({ take }: HttpCall): SettledTake {
  return {
    ...(typeof take?.messages === 'string' ? { messages: take.messages } : {}),
    ...(take?.next === undefined || isChosen(take.next) ? {} : { next: take.next }),
  };
}

type Next = NonNullable<HttpCall['take']>['next'];
type ChosenNext = Extract<NonNullable<Next>, { readonly table: unknown }>;

function isChosen(next: Next): next is ChosenNext {
  return next !== undefined && 'table' in next;
}

/** Undefined: no way of paging is chosen. */
function chosen(
  { from, table }: ChosenNext,
  settings: Settings,
): NextPage | 'unfinished' | undefined {
  const way = atPointer(settings, from);
  const template = typeof way === 'string' && Object.hasOwn(table, way) ? table[way] : undefined;
  if (template === undefined) return undefined;
  const filled = Object.entries(template as Readonly<Record<string, Json>>).flatMap(
    ([name, value]) => {
      const place = isJsonObject(value) ? value['at'] : undefined;
      const said = typeof place === 'string' ? atPointer(settings, place) : value;
      return said === undefined || said === null || said === '' ? [] : [[name, said] as const];
    },
  );
  const parsed = nextPageSchema.safeParse(Object.fromEntries(filled));
  return parsed.success ? parsed.data : 'unfinished';
}

function isPointer(text: string): boolean {
  return text === '' || text.startsWith('/');
}
