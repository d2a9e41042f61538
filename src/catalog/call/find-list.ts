/** The list of an answer, where nobody said where it is. What could be two things is never guessed. */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type Result,
} from '../../shared/index.ts';
import type { CallFailure } from '../call-contract.ts';
import { cannot } from './make-part.ts';

/** So deep are lists looked for: `data.customers.items`. */
const deepest = 3;

/**
 * The answer itself where it is a list, else the only list in it, the outermost first. Lists that are all empty are an
 * empty list, whichever was meant; so is no answer at all.
 */
export function findList(body: Json): Result<readonly Json[], CallFailure> {
  if (isJsonList(body)) return success(body);
  if (body === '' || body === null) return success([]);
  const found = listsIn(body);
  const [first] = found;
  if (first === undefined) return failure(cannot('list-none'));
  if (found.every(({ list }) => list.length === 0)) return success([]);
  return found.length === 1
    ? success(first.list)
    : failure(cannot('list-several', { names: namesOf(found) }));
}

/** Where else lists with entries are in an answer, as a person writes it; undefined where there are none. */
export function listsElsewhere(body: Json): string | undefined {
  const found = listsIn(body).filter(({ list }) => list.length > 0);
  return found.length === 0 ? undefined : namesOf(found);
}

interface Found {
  readonly place: string;
  readonly list: readonly Json[];
}

/** The lists that are least deep inside. */
function listsIn(body: Json): readonly Found[] {
  let groups: readonly (readonly [place: string, value: Json])[] = [['', body]];
  for (let depth = 0; depth < deepest && groups.length > 0; depth++) {
    const inside = groups.flatMap(([place, group]) =>
      isJsonObject(group)
        ? Object.entries(group).map(
            ([name, value]) => [place === '' ? name : `${place}.${name}`, value] as const,
          )
        : [],
    );
    const lists = inside.flatMap(([place, value]) =>
      isJsonList(value) ? [{ place, list: value }] : [],
    );
    if (lists.length > 0) return lists;
    groups = inside;
  }
  return [];
}

const namesShown = 5;

function namesOf(found: readonly Found[]): string {
  const shown = found.slice(0, namesShown).map(({ place }) => `“${place.slice(0, 60)}”`);
  return `${shown.join(', ')}${found.length > namesShown ? ', …' : ''}`;
}
