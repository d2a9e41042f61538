import { itemsOf, kindsOf, resolve, type JsonSchema } from '../../../../shared/index.ts';

/** What a value is made of, as far as a drop is concerned: so many lists around one thing. */
export interface DataShape {
  readonly lists: number;
  readonly leaf: 'single' | 'group' | 'anything';
  /** Of the leaf. */
  readonly schema: JsonSchema;
}

const deepest = 5;

/** The lists around a thing and what it is; what may be several different things is "anything". */
export function dataShape(schema: JsonSchema, root: JsonSchema): DataShape {
  let here = resolve(schema, root);
  let lists = 0;
  while (lists < deepest) {
    const { kinds, open } = kindsOf(here, root);
    const entry = itemsOf(here, root);
    if (open || kinds.size !== 1 || !kinds.has('array') || entry === undefined) break;
    here = resolve(entry, root);
    lists++;
  }
  return { lists, leaf: leafOf(here, root), schema: here };
}

function leafOf(schema: JsonSchema, root: JsonSchema): DataShape['leaf'] {
  const { kinds, open } = kindsOf(schema, root);
  if (open || kinds.size === 0) return 'anything';
  if (kinds.has('object')) return kinds.size === 1 ? 'group' : 'anything';
  return kinds.has('array') ? 'anything' : 'single';
}
