import type { Variant, Wording } from '../../shared/index.ts';

/** The words for each variant: its name, else what only it has, its kind, and at last its number. */
export function variantWords(variants: readonly Variant[]): readonly Wording[] {
  const kinds = variants.map(({ kind }) => kind);
  return variants.map(({ title, fields, kind }, at): Wording => {
    if (title !== undefined) return { code: 'mapping.variant-named', params: { name: title } };
    const isOnlyOne = kinds.filter((other) => other === kind).length === 1;
    if (isOnlyOne) return { code: 'mapping.variant-kind', params: { kind } };
    return fields.length > 0
      ? { code: 'mapping.variant-fields', params: { names: fields.join(', ') } }
      : { code: 'mapping.variant-number', params: { number: at + 1 } };
  });
}
