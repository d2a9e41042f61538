import { resolve, type JsonSchema } from '../../../shared/index.ts';
import { xmlNoteOf, type XmlNote } from '../annotations.ts';

/** One field of an element, as its schema's note says it is written. */
export interface XmlField {
  readonly key: string;
  readonly name: string;
  readonly note: XmlNote;
  /** Of one value, where there are many. */
  readonly schema: JsonSchema;
  readonly isList: boolean;
}

/**
 * The schema of a value without references and without "or nothing"; of several types the one that `typeName` names,
 * else the first.
 */
export function shapeOf(schema: JsonSchema, root: JsonSchema, typeName?: string): JsonSchema {
  let here = resolve(schema, root);
  for (let depth = 0; depth < 8; depth++) {
    const branches = (here.oneOf ?? here.anyOf ?? [])
      .map((branch) => resolve(branch, root))
      .filter(({ type }) => type !== 'null');
    const chosen = branches.find((branch) => typeOf(branch) === typeName) ?? branches[0];
    if (chosen === undefined) return here;
    here = chosen;
  }
  return here;
}

function typeOf(branch: JsonSchema): string | undefined {
  const field = Object.values(branch.properties ?? {}).find(
    (property) => xmlNoteOf(property).type === true,
  );
  return typeof field?.const === 'string' ? field.const : undefined;
}

/** The fields of an element in the order in which they are written. */
export function fieldsOf(shape: JsonSchema, root: JsonSchema): readonly XmlField[] {
  return Object.entries(shape.properties ?? {})
    .map(([key, property]): XmlField => {
      const note = xmlNoteOf(property);
      const here = shapeOf(property, root);
      const isList = here.type === 'array';
      return {
        key,
        name: note.name ?? key,
        note,
        schema: isList ? (here.items ?? {}) : property,
        isList,
      };
    })
    .toSorted((one, other) => (one.note.order ?? last) - (other.note.order ?? last));
}

const last = Number.MAX_SAFE_INTEGER;

/** It is not said what may be inside. */
export function isOpen(shape: JsonSchema): boolean {
  return shape.type === undefined && shape.properties === undefined;
}
