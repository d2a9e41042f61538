import {
  choicesOf,
  kindsOf,
  resolve,
  type Json,
  type JsonSchema,
  type Severity,
  type WordParams,
  type Wording,
} from '../../shared/index.ts';
import type { Binding, RefBinding } from '../binding.ts';
import type { Conversion } from '../conversion.ts';

/** A problem before it has a place: what is wrong, and the bindings that would mend it. */
export interface Finding extends Wording {
  readonly severity: Severity;
  readonly fixes: readonly Mend[];
}
export interface Mend extends Wording {
  readonly binding: Binding | undefined;
}

export function finding(
  code: string,
  params: WordParams,
  fixes: readonly Mend[] = [],
  severity: Severity = 'error',
): Finding {
  return { code: `mapping.${code}`, params, fixes, severity };
}

export function mend(code: string, binding: Binding | undefined, params: WordParams = {}): Mend {
  return { code: `mapping.fix-${code}`, params, binding };
}

/** The binding with a chain after it. Choosing an end of a list is part of a ref's path (one way for each). */
export function withConversions(binding: Binding, chain: readonly Conversion[]): Binding {
  const [first, ...rest] = chain;
  if (first === undefined) return binding;
  if (binding.kind === 'ref' && (first.name === 'first' || first.name === 'last')) {
    return withConversions(pickEnd(binding, first.name), rest);
  }
  if (binding.kind === 'convert') return { ...binding, with: [...binding.with, ...chain] };
  return { kind: 'convert', of: binding, with: [...chain] };
}

function pickEnd(ref: RefBinding, end: 'first' | 'last'): RefBinding {
  const pick = end === 'first' ? ({ first: true } as const) : ({ last: true } as const);
  const path = [...ref.path];
  const each = path.findIndex((segment) => typeof segment === 'object' && 'each' in segment);
  if (each >= 0) path[each] = pick;
  else path.push(pick);
  return { ...ref, path };
}

/** A value that a field takes when there is nothing better: its own default, its first choice, or an empty one. */
export function plainDefault(target: JsonSchema): Json | undefined {
  const here = resolve(target, target);
  if (here.default !== undefined) return here.default;
  const choice = choicesOf(here, here)?.[0];
  if (choice !== undefined) return choice;
  const { kinds } = kindsOf(here, here);
  if (kinds.has('string'))
    return here.format === undefined && here.pattern === undefined && (here.minLength ?? 0) === 0
      ? ''
      : undefined;
  if (kinds.has('number') || kinds.has('integer'))
    return (here.minimum ?? 0) <= 0 && (here.maximum ?? 0) >= 0 ? 0 : here.minimum;
  if (kinds.has('boolean')) return false;
  return kinds.has('array') && (here.minItems ?? 0) === 0 ? [] : undefined;
}
