import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { spokenLanguage } from '../../words/index.ts';
import { inOtherLanguages } from '../queries/other-languages.ts';
import { useWorkbench } from '../state/workbench.ts';
import { catalogueSearch } from './looked-for.ts';

/** In the language of the page at once, in the others as soon as their words are there. */
export function useCatalogueSearch() {
  const { catalog, writtenCatalog } = useWorkbench();
  const language = spokenLanguage();
  const { data: others } = useQuery({
    queryKey: ['catalogue-in-other-languages', language],
    queryFn: () => inOtherLanguages(language, writtenCatalog.list),
    staleTime: Infinity,
    retry: false,
  });
  return useMemo(() => catalogueSearch(catalog.list, others), [catalog, others]);
}
