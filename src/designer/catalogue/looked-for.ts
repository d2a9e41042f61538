/** Finds what can do something with a service: by the names of both, in every language that is at hand. */
import {
  operationsToChoose,
  type ComponentSummary,
  type OperationSummary,
} from '../../catalog/index.ts';
import { searchWords, wordsOf, type Searched } from '../../shared/index.ts';

export interface FoundService {
  readonly component: ComponentSummary;
  /** What it can do of what was asked for, the best first. */
  readonly operations: readonly OperationSummary[];
}

export interface LookedFor {
  readonly found: readonly FoundService[];
  /** Where nothing has all of the words: what has most of them. */
  readonly close: readonly FoundService[];
}

interface Entry {
  readonly component: ComponentSummary;
  readonly operation?: OperationSummary;
  /** What the operation is called; found by another text, only its service was meant. */
  readonly titles?: readonly string[];
}

type Find = (question: string) => readonly FoundService[];

const mostClose = 6;

/** `others`: the same components, in other languages. Prepared once, asked with every key. */
export function catalogueSearch(
  components: readonly ComponentSummary[],
  others: readonly (readonly ComponentSummary[])[] = [],
): (question: string) => LookedFor {
  const inOthers = others.map((list) => new Map(list.map((each) => [each.id, each])));
  const search = searchWords(
    components.flatMap((component) =>
      entriesOf(component, [
        component,
        ...inOthers.flatMap((list) => list.get(component.id) ?? []),
      ]),
    ),
  );
  const find: Find = (question) =>
    grouped(
      search(question).map(({ item: { component, operation, titles }, text }) => ({
        component,
        ...(operation !== undefined && titles?.includes(text) === true && { operation }),
      })),
    );
  return (question) => {
    const found = find(question);
    return { found, close: found.length > 0 ? [] : closest(question, find) };
  };
}

function entriesOf(
  component: ComponentSummary,
  inLanguages: readonly ComponentSummary[],
): readonly Searched<Entry>[] {
  const names = inLanguages.map(({ title }) => wordsOf(title));
  const around = [
    ...(component.searchWords ?? []),
    ...inLanguages.flatMap(({ categories }) => categories),
  ];
  const descriptions = inLanguages.map(({ description }) => wordsOf(description));
  return [
    {
      item: { component },
      texts: [...weighing(12, names), ...weighing(4, around), ...weighing(1, descriptions)],
    },
    ...operationsToChoose(component).map((operation) => {
      const titles = inLanguages.flatMap(({ operations }) =>
        operations.filter(({ id }) => id === operation.id).map(({ title }) => wordsOf(title)),
      );
      return {
        item: { component, operation, titles },
        texts: [...weighing(7, titles), ...weighing(3, names), ...weighing(2, around)],
      };
    }),
  ];
}

function weighing(weight: number, texts: readonly string[]) {
  return texts.map((text) => ({ text, weight }));
}

/** A service stands where it was found first. */
function grouped(hits: readonly Entry[]): readonly FoundService[] {
  const services = new Map<
    string,
    { component: ComponentSummary; operations: OperationSummary[] }
  >();
  for (const { component, operation } of hits) {
    const service = services.get(component.id) ?? { component, operations: [] };
    services.set(component.id, service);
    if (operation !== undefined) service.operations.push(operation);
  }
  return [...services.values()];
}

function closest(question: string, find: Find): readonly FoundService[] {
  const words = question.split(/\s+/).filter((word) => word.length > 2);
  const hits = new Map<string, { readonly service: FoundService; readonly words: number }>();
  for (const word of words.length > 1 ? words : [])
    for (const service of find(word)) {
      const known = hits.get(service.component.id);
      const operations = [
        ...new Set([...(known?.service.operations ?? []), ...service.operations]),
      ];
      hits.set(service.component.id, {
        service: { component: service.component, operations },
        words: (known?.words ?? 0) + 1,
      });
    }
  const most = Math.max(0, ...[...hits.values()].map((hit) => hit.words));
  return [...hits.values()]
    .filter((hit) => hit.words === most)
    .slice(0, mostClose)
    .map(({ service }) => service);
}
