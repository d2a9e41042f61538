import type { Wording } from '../../../shared/index.ts';
import type { FieldSource, RefusedField } from './refusal-facts.ts';

const keyRefused = /^failures\.key-refused(-by)?$/;

/** Who asked without an account had no key that could be refused. */
export function withoutAccount(failure: Wording): Wording {
  return { ...failure, code: failure.code.replace(keyRefused, 'failures.key-needed$1') };
}

/**
 * A mapping's "no" with the titles that a person knows, and with the step that gave the value: the run itself knows
 * names only, and "ID" may be the name of both ends.
 */
export function refusalWording(
  failure: Wording,
  fields: readonly RefusedField[],
  stepName: (id: string) => string | undefined,
): Wording {
  const [first] = fields;
  if (!failure.code.startsWith('mapping.') || first === undefined) return failure;
  const { field, source } = failure.params;
  const [from, ...more] = first.sources;
  return {
    code: failure.code,
    params: {
      ...failure.params,
      ...(typeof field === 'string' && first.title !== '' ? { field: first.title } : {}),
      // Of several sources it is not known which one it was.
      ...(typeof source === 'string' && from !== undefined && more.length === 0
        ? { source: sourceWords(from, stepName) }
        : {}),
    },
  };
}

function sourceWords(
  { step, field }: FieldSource,
  stepName: (id: string) => string | undefined,
): string {
  return [stepName(step), field].filter(Boolean).join(' › ');
}
