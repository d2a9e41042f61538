import { isJsonObject, type Json } from '../json.ts';
import { typeOfValue } from './kind-names.ts';
import type { Variant } from './variants.ts';

/** The position of the variant that a value is; undefined when nothing in it tells. */
export function variantOf(value: Json, variants: readonly Variant[]): number | undefined {
  const decided = variants.find((variant) => isSurely(value, variant));
  if (decided !== undefined) return decided.at;
  const [only, ...more] = variants.filter(({ decidedBy }) => decidedBy.by === 'order');
  return more.length === 0 && only !== undefined && fitsKind(value, only) ? only.at : undefined;
}

function isSurely(value: Json, { decidedBy }: Variant): boolean {
  switch (decidedBy.by) {
    case 'field':
      return decidedBy.values.some((known) => known === fieldOf(value, decidedBy.field));
    case 'kind': {
      const type = typeOfValue(value);
      return decidedBy.kinds.some(
        (kind) => kind === type || (kind === 'number' && type === 'integer'),
      );
    }
    case 'presence':
      return decidedBy.fields.every((field) => fieldOf(value, field) !== undefined);
    case 'order':
      return false;
  }
}

function fieldOf(value: Json, field: string): Json | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, field)) return undefined;
  return value[field];
}

/** The only variant that nothing tells must at least be of the value's kind. */
function fitsKind(value: Json, { kind }: Variant): boolean {
  const isGroup = isJsonObject(value);
  return isGroup === (kind === 'group');
}
