import {
  choicesOf,
  kindsOf,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { LiteralBinding } from '../binding.ts';
import { readNumber } from '../conversions/decimal.ts';
import { toPlainText } from '../conversions/plain-text.ts';
import { noWords, yesWords } from '../conversions/texts.ts';
import { shown } from '../evaluate/shown.ts';
import { nearestNames } from './did-you-mean.ts';
import { checkValue } from './check-value.ts';
import { mend, type Mend } from './finding.ts';
import type { MappingProblem } from './mapping-problem.ts';

/** A typed value is judged like any value; its fixes are other values that fit. */
export function checkLiteral(
  binding: LiteralBinding,
  target: JsonSchema,
  field: string,
  place: (at: JsonPath, mends: readonly Mend[]) => MappingProblem['fixes'],
): readonly MappingProblem[] {
  return checkValue(binding.value, target).map((problem) => {
    const own = problem.path.length === 0;
    const mends = own
      ? otherValues(binding.value, target).map((value) =>
          mend('use-value', { kind: 'literal', value }, { value: shown(value) }),
        )
      : [];
    return {
      ...problem,
      params: own ? { ...problem.params, field } : problem.params,
      fixes: place(problem.path, mends),
    };
  });
}

/** Other values that fit, the nearest first. */
export function otherValues(value: Json, target: JsonSchema): readonly Json[] {
  const text = toPlainText(value) ?? '';
  const choices = choicesOf(target, target);
  const candidates: Json[] = [];
  if (choices !== undefined) {
    const names = choices.map((choice) => toPlainText(choice) ?? '');
    for (const name of nearestNames(text, names))
      candidates.push(choices[names.indexOf(name)] as Json); // it is one of them
    candidates.push(
      ...choices.filter(
        (choice) => toPlainText(choice)?.toLowerCase() === text.trim().toLowerCase(),
      ),
      ...choices.slice(0, 3),
    );
  }
  const { kinds } = kindsOf(target, target);
  if (typeof value === 'string') {
    const number = readNumber(value, undefined);
    if (number !== undefined && (kinds.has('number') || kinds.has('integer')))
      candidates.push(number);
    const word = value.trim().toLowerCase();
    if (kinds.has('boolean') && yesWords.includes(word)) candidates.push(true);
    if (kinds.has('boolean') && noWords.includes(word)) candidates.push(false);
    candidates.push(value.trim());
    if (target.maxLength !== undefined)
      candidates.push([...value].slice(0, target.maxLength).join(''));
  } else if (kinds.has('string') && text !== '') candidates.push(text);
  if (typeof value === 'number') {
    candidates.push(Math.round(value));
    if (target.minimum !== undefined) candidates.push(target.minimum);
    if (target.maximum !== undefined) candidates.push(target.maximum);
  }
  if (kinds.has('array') && !Array.isArray(value)) candidates.push([value]);
  const fitting = candidates.filter((candidate) => checkValue(candidate, target).length === 0);
  return fitting.filter((candidate, at) => fitting.indexOf(candidate) === at).slice(0, 3);
}
