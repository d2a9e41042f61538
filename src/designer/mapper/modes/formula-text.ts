import {
  isJsonList,
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
} from '../../../shared/index.ts';
import type { Binding, FormulaBinding, RefBinding } from '../../../mapping/index.ts';

/** The same value as a formula; undefined when a formula would not say all of it. */
export function asFormula(binding: Binding | undefined): FormulaBinding | undefined {
  if (binding === undefined) return formula('', {});
  if (binding.kind === 'literal')
    return holdsLongNumber(binding.value) ? undefined : formula(writeJson(binding.value), {});
  if (binding.kind === 'ref') return formula('$a', { a: binding });
  if (binding.kind !== 'text') return undefined;
  const refs: Record<string, RefBinding> = {};
  const parts: string[] = [];
  for (const part of binding.parts) {
    if (typeof part === 'string') parts.push(writeJson(part));
    else if (part.kind === 'ref') parts.push(`$${nameOf(part, refs)}`);
    else return undefined;
  }
  return formula(parts.length === 0 ? '""' : parts.join(' & '), refs);
}

/** What a formula says when it only names one value or is one; undefined for every other one. */
export function fromFormula({ text, refs }: FormulaBinding): Binding | undefined {
  const plain = text.trim();
  const name = /^\$([A-Za-z_]\w*)$/.exec(plain)?.[1];
  if (name !== undefined && Object.hasOwn(refs, name)) return refs[name];
  if (!/^("|-?\d|true$|false$)/.test(plain)) return undefined;
  const read = parseJson(plain);
  if (!read.ok || holdsLongNumber(read.value) || typeof read.value === 'object') return undefined;
  return { kind: 'literal', value: read.value };
}

/** The next free name: $a to $z, then $a2 and so on. */
function freeName(taken: Readonly<Record<string, unknown>>): string {
  for (let round = 1; ; round++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const name = round === 1 ? letter : `${letter}${round}`;
      if (!Object.hasOwn(taken, name)) return name;
    }
  }
}

/** The name that a ref has among others; it gets one when it is new. */
function nameOf(ref: RefBinding, refs: Record<string, RefBinding>): string {
  const same = writeJson(ref as unknown as Json); // a ref is plain data
  const known = Object.keys(refs).find((name) => writeJson(refs[name] as unknown as Json) === same);
  const name = known ?? freeName(refs);
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
