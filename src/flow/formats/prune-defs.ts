import type { JsonSchema } from '../../shared/index.ts';

/** The schema with only those `$defs` (and `definitions`) that something in it leads to. */
export function pruneDefs(schema: JsonSchema): JsonSchema {
  if (schema.$defs === undefined && schema.definitions === undefined) return schema;
  const { $defs = {}, definitions = {}, ...body } = schema;
  const used = new Set<string>();
  const open: unknown[] = [body];
  for (const part of open) collect(part, used, open, { $defs, definitions });
  const kept = (
    name: '$defs' | 'definitions',
    all: Readonly<Record<string, JsonSchema>>,
  ): JsonSchema => {
    const left = Object.entries(all).filter(([key]) => used.has(`${name}/${key}`));
    return left.length === 0 ? {} : { [name]: Object.fromEntries(left) };
  };
  return { ...body, ...kept('$defs', $defs), ...kept('definitions', definitions) };
}

type Groups = Readonly<Record<'$defs' | 'definitions', Readonly<Record<string, JsonSchema>>>>;

function collect(node: unknown, used: Set<string>, open: unknown[], groups: Groups): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') follow(value, used, open, groups);
    else open.push(value);
  }
}

function follow(ref: string, used: Set<string>, open: unknown[], groups: Groups): void {
  const [, group, encoded] = /^#\/(\$defs|definitions)\/([^/]+)/.exec(ref) ?? [];
  if (group === undefined || encoded === undefined) return;
  const name = unescaped(encoded);
  const key = `${group}/${name}`;
  if (used.has(key)) return;
  used.add(key);
  open.push(groups[group as keyof Groups][name]);
}

function unescaped(encoded: string): string {
  const text = encoded.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
