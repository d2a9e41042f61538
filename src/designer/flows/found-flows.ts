import { searchWords } from '../../shared/index.ts';
import { spokenLocale } from '../../words/index.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';

/** Where in the list a person looks. */
export type Place =
  | { readonly kind: 'all' }
  | { readonly kind: 'archive' }
  | { readonly kind: 'folder' | 'tag'; readonly name: string };

export interface PlaceInList {
  readonly place: Place;
  readonly count: number;
}

type TitleOf = (component: string) => string;

/** Finds by name, folder, tags and the titles of what its steps use; the archive is looked into only by itself. */
export function findFlows(
  flows: readonly ListedFlow[],
  place: Place,
  question: string,
  titleOf: TitleOf,
): readonly ListedFlow[] {
  const find = searchWords(
    flows
      .filter((flow) => isIn(flow, place))
      .map((flow) => ({
        item: flow,
        texts: [
          { text: flow.name, weight: 10 },
          ...flow.tags.map((text) => ({ text, weight: 8 })),
          ...(flow.folder === undefined ? [] : [{ text: flow.folder, weight: 6 }]),
          ...[...new Set(flow.components)].map((id) => ({ text: titleOf(id), weight: 4 })),
        ],
      })),
  );
  return find(question).map(({ item }) => item);
}

/** Everything, each folder, each tag and the archive; nothing where there is only one place. */
export function placesIn(flows: readonly ListedFlow[]): readonly PlaceInList[] {
  const current = flows.filter((flow) => isIn(flow, { kind: 'all' }));
  const named = [
    ...namesOf(current.flatMap(({ folder }) => folder ?? [])).map((name) => folderCalled(name)),
    ...namesOf(current.flatMap(({ tags }) => tags)).map((name) => tagCalled(name)),
  ];
  const isArchived = current.length < flows.length;
  if (named.length === 0 && !isArchived) return [];
  const places: readonly Place[] = [
    { kind: 'all' },
    ...named,
    ...(isArchived ? [{ kind: 'archive' } as const] : []),
  ];
  return places.map((place) => ({
    place,
    count: flows.filter((flow) => isIn(flow, place)).length,
  }));
}

/** The folders there are, those of archived flows too. */
export function foldersIn(flows: readonly ListedFlow[]): readonly string[] {
  return namesOf(flows.flatMap(({ folder }) => folder ?? []));
}

/** "weekly, Sales, weekly" as a list. */
export function tagsIn(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.kind === other.kind && nameOf(one) === nameOf(other);
}

function isIn(flow: ListedFlow, place: Place): boolean {
  const isArchived = flow.archivedAt !== undefined;
  switch (place.kind) {
    case 'archive':
      return isArchived;
    case 'all':
      return !isArchived;
    case 'folder':
      return !isArchived && flow.folder === place.name;
    case 'tag':
      return !isArchived && flow.tags.includes(place.name);
  }
}

const folderCalled = (name: string): Place => ({ kind: 'folder', name });
const tagCalled = (name: string): Place => ({ kind: 'tag', name });
const nameOf = (place: Place) => ('name' in place ? place.name : undefined);
const namesOf = (names: readonly string[]) =>
  [...new Set(names)].toSorted((one, other) => one.localeCompare(other, spokenLocale()));
