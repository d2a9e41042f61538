import { schemaAt, titleOf, type JsonPath, type JsonSchema } from '../../../shared/index.ts';
import {
  conversionDescriptors,
  inferType,
  typeAtPath,
  type Binding,
  type ForEachPart,
  type SourceType,
} from '../../../mapping/index.ts';
import { itemsOf, resolve, type Json } from '../../../shared/index.ts';
import { say, sayWording } from '../../../words/index.ts';

/** One filled field and what it is made of, in words. */
export interface MappingLine {
  readonly key: string;
  readonly path: JsonPath;
  /** "Address › City". */
  readonly field: string;
  /** "CRM › E-mails › Address (first)". */
  readonly from: string;
}

export function mappingLines(
  binding: Binding | undefined,
  root: JsonSchema,
  types: readonly SourceType[],
): readonly MappingLine[] {
  const lines: MappingLine[] = [];
  if (binding !== undefined) walk(binding, [], types);
  return lines;

  function walk(here: Binding, path: JsonPath, seen: readonly SourceType[]): void {
    if (here.kind === 'object') {
      for (const [name, inner] of Object.entries(here.props)) walk(inner, [...path, name], seen);
    } else if (here.kind === 'list') {
      here.parts.forEach((part, at) => {
        const inside = [...path, at];
        if (!('forEach' in part)) {
          walk(part.item, inside, seen);
          return;
        }
        add(path, say('mapper.made-each', { list: madeOf(part.forEach, seen) }), `${at} each`);
        walk(part.item, inside, [entryOf(part, seen), ...seen]);
      });
    } else add(path, madeOf(here, seen));
  }

  function add(path: JsonPath, from: string, extra = ''): void {
    lines.push({
      key: JSON.stringify(path) + extra,
      path: path.length > 0 && typeof path.at(-1) === 'number' ? path.slice(0, -1) : path,
      field: namesOn(path, root),
      from,
    });
  }
}

/** What a binding is made of, in a few words. */
function madeOf(binding: Binding, seen: readonly SourceType[]): string {
  switch (binding.kind) {
    case 'literal':
      return literalWords(binding.value);
    case 'ref': {
      const source = seen.find(({ from }) => from === binding.from);
      const names = binding.path.flatMap((segment, at) => {
        if (typeof segment === 'string') {
          const found = source && typeAtPath(source, binding.path.slice(0, at + 1));
          return [found?.ok === true ? found.title : segment];
        }
        if ('each' in segment) return [];
        return [
          say(
            'first' in segment
              ? 'mapper.picked-first'
              : 'last' in segment
                ? 'mapper.picked-last'
                : 'mapper.picked-at',
            { number: 'at' in segment ? segment.at + 1 : 0 },
          ),
        ];
      });
      return [source?.title ?? say('mapper.made-gone'), ...names].join(' › ');
    }
    case 'text':
      return binding.parts
        .map((part) =>
          typeof part === 'string' ? say('common.quoted', { text: part }) : madeOf(part, seen),
        )
        .join(' + ');
    case 'convert':
      return [
        madeOf(binding.of, seen),
        ...binding.with.map(({ name }) => conversionWords(name)),
      ].join(', ');
    case 'table':
      return say('mapper.made-table', { of: madeOf(binding.on, seen) });
    case 'when':
      return say('mapper.made-when', {
        of: binding.branches.map(({ then }) => madeOf(then, seen)).join(' / '),
      });
    case 'formula':
      return say('mapper.made-formula', {
        of: Object.values(binding.refs)
          .map((ref) => madeOf(ref, seen))
          .join(', '),
      });
    case 'object':
      return say('mapper.kind-of-object');
    case 'list':
      return say('mapper.kind-of-list');
  }
}

function literalWords(value: Json): string {
  if (typeof value === 'string') return say('common.quoted', { text: value });
  if (typeof value === 'boolean') return say(value ? 'mapper.yes' : 'mapper.no');
  return value === null ? say('mapper.nothing') : String(value);
}

function conversionWords(name: string): string {
  const code = conversionDescriptors.find((descriptor) => descriptor.name === name)?.code ?? '';
  return sayWording({ code, params: {} });
}

function entryOf(part: ForEachPart, seen: readonly SourceType[]): SourceType {
  const list = inferType(part.forEach, seen);
  return {
    from: `item:${part.name}`,
    title: titleOf(list, part.name),
    schema: resolve(itemsOf(list, list) ?? {}, list),
  };
}

function namesOn(path: JsonPath, root: JsonSchema): string {
  return path
    .flatMap((step, at) =>
      typeof step === 'string' ? [titleOf(schemaAt(root, path.slice(0, at + 1)), step)] : [],
    )
    .join(' › ');
}
