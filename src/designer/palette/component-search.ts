import { operationsToChoose, type ComponentSummary } from '../../catalog/index.ts';
import { searchWords, wordsOf, type FindItems } from '../../shared/index.ts';

/** By name, by what it can do, by what it is for: the best first. */
export function componentSearch(
  components: readonly ComponentSummary[],
): FindItems<ComponentSummary> {
  return searchWords(
    components.map((component) => ({
      item: component,
      texts: [
        { text: wordsOf(component.title), weight: 10 },
        ...operationsToChoose(component).map(({ title }) => ({ text: wordsOf(title), weight: 6 })),
        ...component.categories.map((category) => ({ text: category, weight: 4 })),
        ...(component.searchWords ?? []).map((text) => ({ text, weight: 4 })),
        { text: wordsOf(component.description), weight: 1 },
      ],
    })),
  );
}
