import {
  isJsonList,
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
} from '../../../shared/index.ts';
import type { Binding, FormulaBinding, RefBinding } from '../../../mapping/index.ts';
import { nameOfRef } from './formula/ref-names.ts';

/** The same value as a formula; undefined when a formula would not say all of it. */
export function asFormula(binding: Binding | undefined): FormulaBinding | undefined {
  if (binding === undefined) return formula('', {});
  if (binding.kind === 'literal')
    return holdsLongNumber(binding.value) ? undefined : formula(writeJson(binding.value), {});
  if (binding.kind === 'ref')
    return formula(`$${nameOfRef(binding, {})}`, { [nameOfRef(binding, {})]: binding });
  if (binding.kind !== 'text') return undefined;
  const refs: Record<string, RefBinding> = {};
  const parts: string[] = [];
  for (const part of binding.parts) {
    if (typeof part === 'string') parts.push(writeJson(part));
    else if (part.kind === 'ref') parts.push(`$${named(part, refs)}`);
    else return undefined;
  }
  return formula(parts.length === 0 ? '""' : parts.join(' & '), refs);
}

/** What a formula says when it only names one value or is one; undefined for every other one. */
export function fromFormula({ text, refs }: FormulaBinding): Binding | undefined {
  const plain = text.trim();
  const name = /^\$([\p{L}_][\p{L}\p{N}_]*)$/u.exec(plain)?.[1];
  if (name !== undefined && Object.hasOwn(refs, name)) return refs[name];
  if (!/^("|-?\d|true$|false$)/.test(plain)) return undefined;
  const read = parseJson(plain);
  if (!read.ok || holdsLongNumber(read.value) || typeof read.value === 'object') return undefined;
  return { kind: 'literal', value: read.value };
}

/** The name of a ref, which gets one among the others when it is new. */
function named(ref: RefBinding, refs: Record<string, RefBinding>): string {
  const name = nameOfRef(ref, refs);
  refs[name] = ref;
  return name;
}

function formula(text: string, refs: Readonly<Record<string, RefBinding>>): FormulaBinding {
  return { kind: 'formula', lang: 'jsonata', text, refs, result: 'single' };
}

/** Formulas count in ordinary numbers: a longer one would lose digits. */
function holdsLongNumber(value: Json): boolean {
  if (typeof value === 'bigint') return true;
  if (isJsonList(value)) return value.some(holdsLongNumber);
  return isJsonObject(value) && Object.values(value).some(holdsLongNumber);
}
