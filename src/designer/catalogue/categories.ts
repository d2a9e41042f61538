import { hasSample, type ComponentSummary } from '../../catalog/index.ts';
import { spokenLocale } from '../../words/index.ts';

/** Something by which the catalogue is narrowed: its key is the same in every language. */
export interface Category {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  /** Services have it, or only what works with any service. */
  readonly of: 'services' | 'blocks';
}

/** `written`: the same components as they are written. The names of categories there are their keys. */
export function categoriesIn(
  components: readonly ComponentSummary[],
  written: readonly ComponentSummary[],
): readonly Category[] {
  const keys = keysOf(written);
  const found = new Map<string, Category>();
  for (const { id, kind, categories } of components)
    categories.forEach((title, at) => {
      const key = keys.get(id)?.[at] ?? title;
      const known = found.get(key);
      const isService = kind === 'connector' || known?.of === 'services';
      found.set(key, {
        key,
        title,
        count: (known?.count ?? 0) + 1,
        of: isService ? 'services' : 'blocks',
      });
    });
  return [...found.values()].toSorted((one, other) =>
    one.title.localeCompare(other.title, spokenLocale()),
  );
}

/** A pseudo category: what can be tried without an account of one's own. */
export const withoutAccount = 'free';

/** Which components the category has. */
export function inCategory(
  category: string | undefined,
  written: readonly ComponentSummary[],
): (component: ComponentSummary) => boolean {
  if (category === undefined) return () => true;
  if (category === withoutAccount) return needsNoAccount;
  const keys = keysOf(written);
  return ({ id }) => keys.get(id)?.includes(category) === true;
}

function keysOf(written: readonly ComponentSummary[]): ReadonlyMap<string, readonly string[]> {
  return new Map(written.map(({ id, categories }) => [id, categories]));
}

function needsNoAccount(component: ComponentSummary): boolean {
  return hasSample(component) || component.credentials?.length === 0;
}
