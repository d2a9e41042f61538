import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { say } from '../../words/index.ts';
import { withoutAccount, type Category } from './categories.ts';
import css from './catalogue.module.css';

interface CategoryFilterProps {
  readonly categories: readonly Category[];
  readonly total: number;
  /** How many need no account of the person's own. */
  readonly free: number;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

/** Narrows the list to what something is for: beside it, on a phone one field above it. */
export function CategoryFilter({ categories, total, free, chosen, onChoose }: CategoryFilterProps) {
  const narrow = useMediaQuery('(max-width: 899.98px)', false, { getInitialValueInEffect: false });
  const services = categories.filter(({ of }) => of === 'services');
  const blocks = categories.filter(({ of }) => of === 'blocks');
  if (narrow) {
    const option = ({ key, title, count }: Category) => ({
      value: key,
      label: `${title} (${String(count)})`,
    });
    return (
      <NativeSelect
        aria-label={say('catalogue.categories')}
        value={chosen ?? ''}
        data={[
          { value: '', label: `${say('catalogue.in-all')} (${String(total)})` },
          { value: withoutAccount, label: `${say('catalogue.in-free')} (${String(free)})` },
          { group: say('catalogue.in-services'), items: services.map(option) },
          { group: say('catalogue.in-blocks'), items: blocks.map(option) },
        ]}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      />
    );
  }
  const button = (key: string | undefined, title: string, count: number) => (
    <button
      key={key ?? ''}
      type="button"
      className={css.category}
      aria-pressed={key === chosen}
      onClick={() => onChoose(key)}
    >
      <span>{title}</span>
      <span className={css.number}>{count}</span>
    </button>
  );
  return (
    <div role="group" aria-label={say('catalogue.categories')} className={css.rail}>
      {button(undefined, say('catalogue.in-all'), total)}
      {button(withoutAccount, say('catalogue.in-free'), free)}
      <h2 className={css.railTitle}>{say('catalogue.in-services')}</h2>
      {services.map(({ key, title, count }) => button(key, title, count))}
      <h2 className={css.railTitle}>{say('catalogue.in-blocks')}</h2>
      {blocks.map(({ key, title, count }) => button(key, title, count))}
    </div>
  );
}
