import type { JsonPath, JsonSchema } from '../../shared/index.ts';
import type { Binding, RefBinding } from '../binding.ts';
import { setAt } from '../tree/edit-tree.ts';
import { placeIn, wholeTarget, type Place } from '../tree/place.ts';
import type { SourceType } from '../types/source-type.ts';
import type { Finding } from './finding.ts';

/** A place in the binding tree, what it fills and what it may read. */
export interface Field extends Place {
  readonly schema: JsonSchema;
  readonly required: boolean;
  readonly sources: readonly SourceType[];
  /** Bindings that surely make something here, as they are written: inside "only if … is not empty". */
  readonly there?: ReadonlySet<string> | undefined;
  /** What the tree's place would hold if the binding here were `inner`. */
  readonly put: (inner: Binding | undefined) => Placed;
  /** The binding here stands at the target path itself, not inside "only if", a table or a text that does. */
  readonly isDirect: boolean;
}

export interface Placed {
  readonly at: JsonPath;
  readonly binding: Binding | undefined;
}

/** What the checks of the kinds share: whom to tell, and how to go on inside. */
export interface Checking {
  readonly target: JsonSchema;
  readonly locale: string | undefined;
  /** Of the whole group, the one field that is looked at; undefined = all. */
  readonly only: string | undefined;
  report(field: Field, found: Finding): void;
  check(binding: Binding | undefined, field: Field): void;
  /** A ref that leads nowhere has been reported: its type says nothing. */
  isBroken(ref: RefBinding): boolean;
  /** The words for the field. */
  titleOf(field: Field): string;
  /** The field's schema with no reference to anything outside itself. */
  schemaOf(field: Field): JsonSchema;
}

/** The field that a whole binding fills. */
export function rootField(schema: JsonSchema, sources: readonly SourceType[]): Field {
  return {
    ...wholeTarget,
    schema,
    required: true,
    sources,
    put: (binding) => ({ at: [], binding }),
    isDirect: true,
  };
}

/** A property of a group, or a part of a list. */
export function fieldIn(
  outer: Field,
  holder: Binding,
  step: string | number,
  inside: Pick<Field, 'schema' | 'required'> & Partial<Pick<Field, 'sources'>>,
): Field {
  const place = placeIn(outer, step);
  return {
    sources: outer.sources,
    // Inside a list the same words may read another entry.
    there: typeof step === 'string' ? outer.there : undefined,
    ...inside,
    at: place.at,
    isOperand: place.isOperand,
    put: outer.isDirect
      ? (binding) => ({ at: place.at, binding })
      : (binding) => outer.put(setAt(holder, [step], binding)),
    isDirect: outer.isDirect,
  };
}

/** A binding that helps to fill the same field: a branch, a row's value, a part of a text. */
export function partOf(
  outer: Field,
  rebuild: (inner: Binding | undefined) => Binding | undefined,
  inside: Partial<Pick<Field, 'schema' | 'required' | 'sources' | 'there'>> = {},
): Field {
  return { ...outer, ...inside, put: (inner) => outer.put(rebuild(inner)), isDirect: false };
}

/** The same, for what only has to be worth something: what is looked up, compared or repeated. */
export function operandOf(
  outer: Field,
  rebuild: (inner: Binding) => Binding,
  sources: readonly SourceType[] = outer.sources,
): Field {
  const part = partOf(outer, (inner) => inner && rebuild(inner), {
    schema: {},
    required: false,
    sources,
  });
  return { ...part, isOperand: true };
}
