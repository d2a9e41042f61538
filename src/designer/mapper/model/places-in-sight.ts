import {
  itemsOf,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Segment, SourceType } from '../../../mapping/index.ts';

/** A place in a source's data, as the data's tree names it: `{ each }` for every list on the way. */
export interface PlaceInSight {
  readonly source: SourceType;
  readonly schema: JsonSchema;
  readonly path: readonly Segment[];
  /** Names on the way to it, its own last; none for the source itself. */
  readonly titles: readonly string[];
}

/** Deeper than this nobody looks, and a schema that holds itself would never end. */
const deepest = 6;

/** Every place in sight, each before what is inside it. */
export function* placesInSight(sources: readonly SourceType[]): Generator<PlaceInSight> {
  for (const source of sources) {
    const schema = resolve(source.schema, source.schema);
    yield* placesFrom({ source, schema, path: [], titles: [] }, 0);
  }
}

function* placesFrom(place: PlaceInSight, depth: number): Generator<PlaceInSight> {
  yield place;
  if (depth === deepest) return;
  const { source, schema, path, titles } = place;
  const root = source.schema;
  const { kinds } = kindsOf(schema, root);
  if (kinds.has('array')) {
    const entry = resolve(itemsOf(schema, root), root);
    yield* placesFrom(
      { source, schema: entry, path: [...path, { each: true }], titles },
      depth + 1,
    );
  }
  if (kinds.has('object')) {
    for (const [name, property] of Object.entries(propertiesOf(schema, root))) {
      const inner = resolve(property, root);
      const inside = { path: [...path, name], titles: [...titles, titleOf(inner, name)] };
      yield* placesFrom({ source, schema: inner, ...inside }, depth + 1);
    }
  }
}
