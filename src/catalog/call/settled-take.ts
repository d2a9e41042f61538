import { isJsonObject, type Json } from '../../shared/index.ts';
import type { HttpCall } from '../component/call.ts';
import { nextPageSchema, type NextPage } from '../component/take.ts';
import { atPointer } from '../json-pointer.ts';
import type { Settings } from '../settings.ts';
import { typedPlace } from './typed-place.ts';

/** Where messages and what follows are in an answer, once the settings have had their say. */
export interface SettledTake {
  readonly messages?: string;
  /** Nobody says where the list is: it is looked for. */
  readonly finds?: true;
  readonly next?: NextPage;
  /** The person wants no more pages than that. */
  readonly maxPages?: number;
}

/**
 * Undefined: the description alone says it, or says nothing. Unfinished: a way of paging is chosen, and what it needs is
 * not there; asking for the first page alone would make half a list look whole.
 */
export function settledTake(
  { take }: Pick<HttpCall, 'take'>,
  settings: Settings,
): SettledTake | 'unfinished' | undefined {
  const isOpen =
    typeof take?.messages === 'object' ||
    typeof take?.maxPages === 'object' ||
    isChosen(take?.next);
  if (take === undefined || !isOpen) return undefined;
  const next = isChosen(take.next) ? chosen(take.next, settings) : take.next;
  if (next === 'unfinished') return next;
  const maxPages = pagesWanted(take.maxPages, settings);
  return {
    ...listPlace(take.messages, settings),
    ...(next === undefined ? {} : { next }),
    ...(maxPages === undefined ? {} : { maxPages }),
  };
}

/** What the description says by itself. */
export function declaredTake({ take }: HttpCall): SettledTake {
  return {
    ...(typeof take?.messages === 'string' ? { messages: take.messages } : {}),
    ...(take?.next === undefined || isChosen(take.next) ? {} : { next: take.next }),
    ...(typeof take?.maxPages === 'number' ? { maxPages: take.maxPages } : {}),
  };
}

type Take = NonNullable<HttpCall['take']>;
type ChosenNext = Extract<NonNullable<Take['next']>, { readonly table: unknown }>;

function isChosen(next: Take['next']): next is ChosenNext {
  return next !== undefined && 'table' in next;
}

function listPlace(
  said: Take['messages'],
  settings: Settings,
): Pick<SettledTake, 'messages' | 'finds'> {
  if (said === undefined || typeof said === 'string')
    return said === undefined ? {} : { messages: said };
  const typed = atPointer(settings, said.at);
  if (typed === '' && said.find === undefined) return { messages: '' };
  const messages = typedPlace(typed);
  if (messages !== undefined) return { messages };
  return said.find === true ? { finds: true } : {};
}

function pagesWanted(said: Take['maxPages'], settings: Settings): number | undefined {
  const wanted = typeof said === 'object' ? atPointer(settings, said.at) : said;
  return typeof wanted === 'number' && wanted >= 1 ? wanted : undefined;
}

/** Of a way of paging: what is a place in the answer, or in what is sent. */
const places: ReadonlySet<string> = new Set(['at', 'into', 'more', 'pages', 'total']);

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
      const meant = places.has(name) ? typedPlace(said) : said;
      return meant === undefined || meant === null || meant === '' ? [] : [[name, meant] as const];
    },
  );
  const parsed = nextPageSchema.safeParse(Object.fromEntries(filled));
  return parsed.success ? parsed.data : 'unfinished';
}
