import { hasSample, type ComponentSummary } from '../../catalog/index.ts';
import { say, spokenLocale } from '../../words/first.ts';
import type { PaletteChoice } from '../state/palette-choice.ts';

export interface PaletteGroup {
  readonly key: string;
  readonly title: string;
  readonly components: readonly ComponentSummary[];
}

/**
 * What is kept at hand, what can be tried without an account, then services, then what works with any service by what it is
 * for. Each component once.
 */
export function groupsOf(
  components: readonly ComponentSummary[],
  { favourites }: Pick<PaletteChoice, 'favourites'>,
): readonly PaletteGroup[] {
  const known = new Map(components.map((component) => [component.id, component]));
  const atHand = favourites.flatMap((id) => known.get(id) ?? []);
  const others = components.filter((each) => !atHand.includes(each));
  const blocks = new Map<string, ComponentSummary[]>();
  for (const component of others.filter(({ kind }) => kind === 'generic')) {
    const use = component.categories[0] ?? say('canvas.palette-generic');
    blocks.set(use, [...(blocks.get(use) ?? []), component]);
  }
  const services = others.filter(({ kind }) => kind === 'connector');
  const groups: readonly PaletteGroup[] = [
    { key: 'favourites', title: say('canvas.palette-favourites'), components: atHand },
    {
      key: 'samples',
      title: say('canvas.palette-samples'),
      components: services.filter(hasSample),
    },
    {
      key: 'services',
      title: say('canvas.palette-connectors'),
      components: services.filter((each) => !hasSample(each)),
    },
    ...[...blocks]
      .toSorted(([one], [other]) => one.localeCompare(other, spokenLocale()))
      .map(([title, found]) => ({
        key: title.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
        title,
        components: found,
      })),
  ];
  return groups.filter((group) => group.components.length > 0);
}

/** The first components of the groups, with their groups. */
export function beginningOf(
  groups: readonly PaletteGroup[],
  count: number,
): readonly PaletteGroup[] {
  let left = count;
  return groups.flatMap((group) => {
    const components = group.components.slice(0, left);
    left -= components.length;
    return components.length === 0 ? [] : [{ ...group, components }];
  });
}

/** Where the Tab key goes in the list: to where it was last, else to its first component. */
export function tabStopOf(
  groups: readonly PaletteGroup[],
  reached: string | undefined,
): string | undefined {
  const ids = groups.flatMap(({ components }) => components.map(({ id }) => id));
  return reached !== undefined && ids.includes(reached) ? reached : ids[0];
}
