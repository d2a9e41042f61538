import { kindsOf, resolve, union, type JsonSchema } from '../../shared/index.ts';
import type {
  Binding,
  ForEachPart,
  FormulaBinding,
  ListPart,
  RefBinding,
  TextBinding,
} from '../binding.ts';
import { formulaEngine } from '../formula/installed.ts';
import type { FormulaType } from '../formula/port.ts';
import { typeAfter } from './conversion-types.ts';
import { coversAll } from './covers-all.ts';
import type { Inferred } from './inferred.ts';
import { entryOf, orNull, schemaOfValue, withoutNull } from './schema-make.ts';
import { typeAtPath, type SourceType } from './source-type.ts';

/** The type of what a binding makes. What cannot be known (an unknown path, parts of formulas) is an open schema. */
export function inferType(binding: Binding, sources: readonly SourceType[]): JsonSchema {
  return infer(binding, sources).schema;
}

export function infer(binding: Binding, sources: readonly SourceType[]): Inferred {
  switch (binding.kind) {
    case 'literal':
      return always(schemaOfValue(binding.value));
    case 'ref':
      return inferRef(binding, sources);
    case 'text':
      return always(typeOfText(binding, sources));
    case 'convert':
      return binding.with.reduce(
        (type, conversion) => typeAfter(conversion, type),
        infer(binding.of, sources),
      );
    case 'table': {
      const thens = binding.rows.map((row) => row.then);
      return binding.otherwise === undefined && coversAll(binding, infer(binding.on, sources))
        ? either(thens, sources)
        : either([...thens, binding.otherwise], sources);
    }
    case 'when':
      return either([...binding.branches.map((branch) => branch.then), binding.otherwise], sources);
    case 'object': {
      const fields = Object.entries(binding.props).map(
        ([name, inner]) => [name, infer(inner, sources)] as const,
      );
      const required = fields.filter(([, field]) => !field.mayMiss).map(([name]) => name);
      return always({
        type: 'object',
        properties: Object.fromEntries(fields.map(([name, field]) => [name, field.schema])),
        ...(required.length === 0 ? {} : { required }),
        additionalProperties: false,
      });
    }
    case 'list':
      return always({
        type: 'array',
        items: union(
          binding.parts.map((part) => infer(part.item, insidePart(part, sources)).schema),
        ),
      });
    case 'formula':
      return inferFormula(binding, sources);
  }
}

/** Known from its text, in a thread where somebody opened the formulas' door; elsewhere anything. */
function inferFormula(formula: FormulaBinding, sources: readonly SourceType[]): Inferred {
  const type = typeOfFormula(formula, sources);
  if (type !== undefined) return type;
  return formula.result === 'list'
    ? { schema: { type: 'array' }, mayMiss: false }
    : { schema: {}, mayMiss: true };
}

/** Undefined: nobody has opened the formulas' door. */
export function typeOfFormula(
  formula: FormulaBinding,
  sources: readonly SourceType[],
): FormulaType | undefined {
  const fields = Object.entries(formula.refs).map(([name, ref]) => {
    return [name, inferRef(ref, sources)] as const;
  });
  return formulaEngine()?.typeOf(formula, new Map(fields));
}

/** At least as long as its own words, and no longer than they and all its fields together. */
function typeOfText({ parts }: TextBinding, sources: readonly SourceType[]): JsonSchema {
  let minLength = 0;
  let maxLength: number | undefined = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      const { length } = [...part];
      minLength += length;
      maxLength = maxLength === undefined ? undefined : maxLength + length;
      continue;
    }
    const { schema, mayMiss } = infer(part, sources);
    const { kinds, nullable } = kindsOf(schema, schema);
    const known = resolve(schema, schema);
    const isText = kinds.size === 1 && kinds.has('string');
    if (isText && !mayMiss && !nullable) minLength += known.minLength ?? 0;
    maxLength =
      isText && maxLength !== undefined && known.maxLength !== undefined
        ? maxLength + known.maxLength
        : undefined;
  }
  return {
    type: 'string',
    ...(minLength > 0 ? { minLength } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

/** What the inside of a list's part sees: everything around it, and for "for each" its entry. */
export function insidePart(part: ListPart, sources: readonly SourceType[]): readonly SourceType[] {
  return 'forEach' in part ? [entrySource(part, sources), ...sources] : sources;
}

function entrySource(part: ForEachPart, sources: readonly SourceType[]): SourceType {
  const list = infer(part.forEach, sources).schema;
  const title = part.forEach.kind === 'ref' ? titleOfRef(part.forEach, sources) : part.name;
  return { from: `item:${part.name}`, title, schema: withoutNull(entryOf(list)) };
}

/** The title of what a ref reads. */
export function titleOfRef(ref: RefBinding, sources: readonly SourceType[]): string {
  const source = sources.find(({ from }) => from === ref.from);
  return source === undefined ? '' : typeAtPath(source, ref.path).title;
}

function inferRef(ref: RefBinding, sources: readonly SourceType[]): Inferred {
  const source = sources.find(({ from }) => from === ref.from);
  const found = source === undefined ? undefined : typeAtPath(source, ref.path);
  const type: Inferred = found?.ok === true ? found : { schema: {}, mayMiss: true };
  if (!type.mayMiss) return type;
  const { ifMissing } = ref;
  if (ifMissing === 'null') return always(orNull(type.schema));
  if (ifMissing === 'stop') return always(type.schema);
  if (typeof ifMissing !== 'object') return type;
  const instead = infer(ifMissing.use, sources);
  return { schema: union([type.schema, instead.schema]), mayMiss: instead.mayMiss };
}

function either(
  bindings: readonly (Binding | undefined)[],
  sources: readonly SourceType[],
): Inferred {
  const types = bindings
    .filter((inner) => inner !== undefined)
    .map((inner) => infer(inner, sources));
  return {
    schema: union(types.map((type) => type.schema)),
    mayMiss: bindings.includes(undefined) || types.some((type) => type.mayMiss),
  };
}

function always(schema: JsonSchema): Inferred {
  return { schema, mayMiss: false };
}
