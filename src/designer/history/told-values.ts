import type { Binding, Segment } from '../../mapping/index.ts';
import { shortened, writeJson, type Json, type JsonSchema } from '../../shared/index.ts';
import { say } from '../../words/index.ts';

const longest = 36;
/** Some services take a key in their address: of an address, its place is told. */
const keyInAddress = /^(https?:\/\/)(?:[^/@\s]*@)?([^?#\s]*[?#]).*$/i;

/** What fills a field, in a few words. */
export function bindingWords(
  binding: Binding | undefined,
  schema: JsonSchema,
  /** The step, and what lies on the way to the field. */
  sourceOf: (from: string, path: readonly Segment[]) => readonly string[],
): string {
  switch (binding?.kind) {
    case undefined:
      return say('versions.nothing');
    case 'literal':
      return valueWords(binding.value, schema);
    case 'ref':
      return sourceOf(binding.from, binding.path).filter(Boolean).join(' › ');
    case 'formula':
      return say('versions.formula');
    default:
      return say('versions.put-together');
  }
}

export function valueWords(value: Json | undefined, schema: JsonSchema): string {
  if (value === undefined || value === null || value === '') return say('versions.nothing');
  const options = schema.oneOf ?? schema.anyOf ?? [];
  const chosen = options.find((option) => option.const === value)?.title;
  if (chosen !== undefined) return quoted(chosen);
  if (value === true || value === false) return say(value ? 'versions.yes' : 'versions.no');
  if (typeof value === 'string') return quoted(value.replace(keyInAddress, '$1$2…'));
  return typeof value === 'object' ? say('versions.put-together') : writeJson(value);
}

/** A text as it is told: one line, cut. */
export function quoted(text: string | undefined): string {
  const line = text?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (line === '') return say('versions.nothing');
  return say('versions.quoted', { text: shortened(line, longest) });
}
