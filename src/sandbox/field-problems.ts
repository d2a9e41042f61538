import type { z } from 'zod';

/** One thing that is wrong with a sent record, and the place of it. */
export interface FieldProblem {
  /** Where: property names and list positions from the root. */
  readonly path: readonly (string | number)[];
  readonly code: FieldProblemCode;
  /** What is wrong and what would be right, in words for the person who fills the field. */
  readonly message: string;
}

export type FieldProblemCode =
  | 'required'
  | 'wrong_type'
  | 'not_allowed'
  | 'malformed'
  | 'too_short'
  | 'too_long'
  | 'too_small'
  | 'too_big'
  | 'unknown_field';

/**
 * Checks a record against its shape and says what is wrong: one thing a field, in the order of the shape.
 * The shape must not turn the record into something else: what is valid is used as it came.
 */
export function checkFields<Shape>(
  shape: z.ZodType<Shape>,
  record: unknown,
):
  | { readonly ok: true; readonly value: Shape }
  | { readonly ok: false; readonly problems: FieldProblem[] } {
  // Without `reportInput` a missing field and a field of another type cannot be told apart.
  const parsed = shape.safeParse(record, { reportInput: true });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: firstOfEachField(parsed.error.issues.flatMap(explain)) };
}

/** An empty name is also a name without a letter: a person needs to hear one thing about one field. */
function firstOfEachField(problems: readonly FieldProblem[]): FieldProblem[] {
  const places = problems.map(({ path }) => pointerTo(path));
  return problems.filter(({ path }, index) => places.indexOf(pointerTo(path)) === index);
}

/** The place of a problem as a JSON Pointer (RFC 6901): `/emails/0/address`. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function explain(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const problem = (code: FieldProblemCode, message: string): FieldProblem[] => [
    { path, code, message },
  ];
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? problem('required', 'This field is needed.')
        : problem(
            'wrong_type',
            `${expected(issue.expected)} is expected here, but ${came(issue.input)} came.`,
          );
    case 'invalid_value':
      return issue.input === undefined
        ? problem('required', 'This field is needed.')
        : problem(
            'not_allowed',
            `${quote(issue.input)} is not one of: ${issue.values.map(String).join(', ')}.`,
          );
    case 'invalid_format':
      return problem('malformed', malformed(issue));
    case 'too_small':
      if (issue.origin === 'string') return problem('too_short', 'This field must not be empty.');
      return problem('too_small', `The least that is allowed here is ${String(issue.minimum)}.`);
    case 'too_big':
      if (issue.origin === 'string')
        return problem('too_long', `At most ${String(issue.maximum)} characters fit here.`);
      if (issue.origin === 'array')
        return problem('too_long', `At most ${String(issue.maximum)} entries fit here.`);
      return problem('too_big', `The most that is allowed here is ${String(issue.maximum)}.`);
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: 'unknown_field',
        message: `There is no field "${key}" that can be set.`,
      }));
    default:
      return problem('malformed', issue.message);
  }
}

function malformed(issue: z.core.$ZodIssueInvalidStringFormat): string {
  const value = quote(issue.input);
  if (issue.format === 'email')
    return `${value} is not a complete e-mail address, such as ada@example.com.`;
  if (issue.format === 'date') return `${value} is not a date, such as 1990-12-31.`;
  return `${value} does not fit here: ${issue.message}`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'Text',
  number: 'A number',
  int: 'A whole number',
  boolean: 'Yes or no (true or false)',
  array: 'A list',
  object: 'A group of fields',
};

function expected(type: string): string {
  return typeWords[type] ?? type;
}

function came(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return `${(typeWords[typeof value] ?? typeof value).toLowerCase()} (${quote(value)})`;
}

function quote(value: unknown): string {
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
