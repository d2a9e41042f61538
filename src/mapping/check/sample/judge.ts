import type { Json, JsonPath, JsonSchema, WordParams } from '../../../shared/index.ts';
import type { Binding } from '../../binding.ts';
import type { Evaluation } from '../../compile-binding.ts';
import type { MappingFailure } from '../../evaluate/frame.ts';
import { checkValue } from '../check-value.ts';
import { fieldKey, madeBy } from './place-in-binding.ts';
import { valueAt } from '../value-at.ts';

/** One thing that is wrong with what one sample gave. */
export interface Misfit {
  readonly code: string;
  readonly params: WordParams;
  readonly path: JsonPath;
  readonly value: Json | undefined;
  readonly source: MappingFailure['source'];
}

/** What could not be made, and what was made and does not fit. What nobody filled is the check before any run's business. */
export function judge(made: Evaluation, binding: Binding, target: JsonSchema): readonly Misfit[] {
  const failures = made.problems.map(({ code, params, target: path, source, value }): Misfit => ({
    code,
    params,
    path,
    value,
    source,
  }));
  const failed = new Set(failures.map(({ path }) => JSON.stringify(path)));
  const misfits = checkValue(made.value, target).flatMap(({ code, params, path }): Misfit[] => {
    if (failed.has(JSON.stringify(path))) return [];
    const maker = madeBy(binding, path, made.value);
    if (maker === undefined) return [];
    const { binding: here, inside, isSure } = maker;
    const source =
      isSure && here.kind === 'ref'
        ? { from: here.from, path: [...here.path, ...names(inside)] }
        : undefined;
    return [{ code, params, path, value: valueAt(made.value, path), source }];
  });
  return [...failures, ...misfits];
}

/** Equal ones: the same words about the same field. */
export function misfitKey({ code, path }: Misfit): string {
  return `${code} ${fieldKey(path)}`;
}

function names(path: JsonPath): readonly string[] {
  return path.filter((step) => typeof step === 'string');
}
