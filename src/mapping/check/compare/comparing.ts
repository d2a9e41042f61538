import type { JsonSchema } from '../../../shared/index.ts';
import type { Binding } from '../../binding.ts';
import { conversionsFor } from '../../conversions/conversions-for.ts';
import type { Inferred } from '../../types/inferred.ts';
import { withConversions, type Mend } from '../finding.ts';

/** What is compared: the binding, its type, the field it fills, and the words for both ends. */
export interface Comparing {
  readonly binding: Binding;
  readonly type: Inferred;
  readonly target: JsonSchema;
  readonly required: boolean;
  readonly field: string;
  readonly source: string;
  /** The flow's language, when it is known. */
  readonly locale: string | undefined;
  /** Bindings that make the wanted group or list field by field, for what no conversion mends. */
  readonly byFields: () => readonly Mend[];
}

/** The binding with each conversion that leads from one type to another. */
export function conversionMends(
  { binding, locale }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Mend[] {
  return conversionsFor(from, to, locale).map((offer) => ({
    code: offer.code,
    params: offer.params,
    binding: withConversions(binding, offer.with),
  }));
}
