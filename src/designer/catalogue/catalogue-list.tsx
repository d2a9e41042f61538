import { CloseButton, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { hasSample, type ComponentSummary } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { useAskedFor } from './asked-for.ts';
import { categoriesIn, inCategory, withoutAccount } from './categories.ts';
import { CategoryFilter } from './category-filter.tsx';
import type { FoundService } from './looked-for.ts';
import { NothingFound } from './nothing-found.tsx';
import { ServiceCards } from './service-cards.tsx';
import { useCatalogueSearch } from './use-catalogue-search.ts';
import css from './catalogue.module.css';

/** All services, searched by their names and by what they can do, narrowed by what they are for. */
export function CatalogueList() {
  const { catalog, writtenCatalog } = useWorkbench();
  const [{ text, category: asked }, ask] = useAskedFor();
  const results = useRef<HTMLDivElement>(null);
  const search = useCatalogueSearch();
  const looked = useMemo(() => search(text), [search, text]);
  const categories = useMemo(
    () => categoriesIn(catalog.list, writtenCatalog.list),
    [catalog, writtenCatalog],
  );
  const isThere = asked === withoutAccount || categories.some(({ key }) => key === asked);
  const category = isThere ? asked : undefined;
  const isIn = useMemo(() => inCategory(category, writtenCatalog.list), [category, writtenCatalog]);
  const isAsked = text.trim() !== '';
  const found = looked.found.filter(({ component }) => isIn(component));
  const firstCard = () => results.current?.querySelector<HTMLElement>('a[data-card]');

  return (
    <>
      <div className={css.intro}>
        <h1 className={css.title}>{say('catalogue.title')}</h1>
        <p className={css.lead}>{say('catalogue.lead')}</p>
        <TextInput
          type="search"
          size="md"
          aria-label={say('catalogue.search')}
          placeholder={say('catalogue.search-help')}
          leftSection={<Search size={17} />}
          value={text}
          onChange={(event) => ask({ q: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') firstCard()?.focus();
            else if (event.key === 'Enter' && isAsked) firstCard()?.click();
            else return;
            event.preventDefault();
          }}
          rightSection={
            isAsked && (
              <CloseButton
                aria-label={say('catalogue.clear-search')}
                onClick={() => ask({ q: '' })}
              />
            )
          }
        />
      </div>
      <div className={css.columns}>
        <CategoryFilter
          categories={categories}
          total={catalog.list.length}
          free={catalog.list.filter(inCategory(withoutAccount, writtenCatalog.list)).length}
          chosen={category}
          onChoose={(key) => ask({ in: key })}
        />
        <div ref={results} className={css.results}>
          <p role="status" className={isAsked || category !== undefined ? css.count : css.hidden}>
            {isAsked || category !== undefined
              ? say('catalogue.found', { count: found.length })
              : ''}
          </p>
          {found.length === 0 ? (
            <NothingFound
              text={text}
              close={looked.close.filter(({ component }) => isIn(component))}
              elsewhere={looked.found.length}
              onElsewhere={() => ask({ in: undefined })}
            />
          ) : isAsked || category !== undefined ? (
            <ServiceCards heading={say('catalogue.list')} isHeard services={found} />
          ) : (
            sections(found).map(({ key, services }) => (
              <ServiceCards key={key} heading={say(`catalogue.group-${key}`)} services={services} />
            ))
          )}
        </div>
      </div>
    </>
  );
}

type SectionKey = 'samples' | 'services' | 'blocks';

/** Before anything was asked: what can be tried comes first, blocks that work with any service last. */
function sections(all: readonly FoundService[]) {
  const keyOf = (component: ComponentSummary): SectionKey =>
    component.kind === 'generic' ? 'blocks' : hasSample(component) ? 'samples' : 'services';
  const keys: readonly SectionKey[] = ['samples', 'services', 'blocks'];
  return keys
    .map((key) => ({ key, services: all.filter(({ component }) => keyOf(component) === key) }))
    .filter(({ services }) => services.length > 0);
}
