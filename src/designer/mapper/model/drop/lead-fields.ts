import {
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../../../shared/index.ts';
import { matchByName } from '../../../../mapping/index.ts';

/** A field of a group that could be meant where one value is wanted. */
export interface LeadField {
  readonly name: string;
  readonly title: string;
}

const most = 4;

/** The fields of a group that fit a place, the one with its name first. */
export function leadFields(
  group: JsonSchema,
  wanted: JsonSchema,
  root: JsonSchema,
  label: string,
): readonly LeadField[] {
  const properties = propertiesOf(group, group);
  const here = resolve(wanted, root);
  const named = matchByName(
    { type: 'object', properties: { [label]: { title: label, ...here } } },
    [{ from: 'group', title: '', schema: group }],
  ).flatMap(({ sourcePath: [name] }) => (typeof name === 'string' ? [name] : []));
  const fitting = Object.keys(properties).filter((name) =>
    fits(properties[name] ?? {}, group, here, root),
  );
  return [...new Set([...named, ...fitting])]
    .filter((name) => isSingle(properties[name] ?? {}, group))
    .slice(0, most)
    .map((name) => ({ name, title: titleOf(resolve(properties[name], group), name) }));
}

function isSingle(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds } = kindsOf(schema, root);
  return !kinds.has('object') && !kinds.has('array');
}

/** Text takes any single value; everything else wants its own kind. */
function fits(field: JsonSchema, group: JsonSchema, wanted: JsonSchema, root: JsonSchema): boolean {
  const given = kindsOf(field, group);
  const needs = kindsOf(wanted, root);
  if (given.open || needs.open) return true;
  const format = wanted.format;
  if (format !== undefined && resolve(field, group).format !== format) return false;
  return [...given.kinds].every(
    (kind) =>
      needs.kinds.has(kind) ||
      (isNumber(kind) && [...needs.kinds].some(isNumber)) ||
      needs.kinds.has('string'),
  );
}

function isNumber(kind: string): boolean {
  return kind === 'number' || kind === 'integer';
}
