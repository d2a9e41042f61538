/**
 * The one door for JSON text.
 *
 * 1. Integers beyond 2^53 become `bigint` and are written back digit for digit. A decimal becomes the nearest number that
 *    a computer keeps (15 to 17 digits); one too large for that is refused, so no number is ever endless.
 * 2. A text without a run of 16 digits takes the fast path (`JSON.parse`): no integer in it can lose digits.
 * 3. What leaves is plain data: an own property `__proto__` is refused, so no text can reach a prototype.
 */
import { isInteger, isSafeNumber, parse as parseLossless, stringify } from 'lossless-json';
import { isJsonList, isJsonObject, type Json } from './json.ts';
import { failure, success, type Result } from './result.ts';

export interface JsonSyntaxProblem {
  readonly message: string;
  /** 1-based; 0 when the position is not known. */
  readonly line: number;
  readonly column: number;
}

const longDigits = /\d{16}/;
const largePower = /\d[eE]\+?\d{3}/;

/** Reads JSON text; integers keep every digit. The reason names line and column of the first mistake. */
export function parseJson(text: string): Result<Json, JsonSyntaxProblem> {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    const value = read(source);
    return source.includes('__proto__') && holdsProto(value)
      ? failure({
          message: 'the name "__proto__" is not allowed',
          ...positionOf(source, source.indexOf('__proto__')),
        })
      : success(value);
  } catch (cause) {
    return failure(explain(source, cause));
  }
}

/** Writes JSON text; `bigint` values are written digit for digit, which takes ten times as long. */
export function writeJson(value: Json, indent?: number): string {
  try {
    return JSON.stringify(value, undefined, indent);
  } catch (cause) {
    // What the platform refuses here is a bigint.
    if (!(cause instanceof TypeError)) throw cause;
    return stringify(value, undefined, indent) ?? 'null';
  }
}

function read(source: string): Json {
  const exactly = (): Json =>
    parseLossless(source, undefined, (digits) => toNumber(digits, source)) as Json;
  if (longDigits.test(source)) return exactly();
  const value = JSON.parse(source) as Json;
  return largePower.test(source) && holdsEndless(value) ? exactly() : value;
}

function toNumber(digits: string, source: string): number | bigint {
  if (isInteger(digits) && !isSafeNumber(digits)) return BigInt(digits);
  const number = Number(digits);
  if (Number.isFinite(number)) return number;
  const shown = digits.length > 30 ? `${digits.slice(0, 29)}…` : digits;
  throw new SyntaxError(
    `the number ${shown} is too large at position ${String(source.indexOf(digits))}`,
  );
}

function holdsEndless(value: Json): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => holdsEndless(inner as Json)); // values of JSON are JSON
}

function holdsProto(value: Json): boolean {
  if (isJsonList(value)) return value.some(holdsProto);
  if (!isJsonObject(value)) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsProto);
}

function explain(text: string, cause: unknown): JsonSyntaxProblem {
  const message = cause instanceof Error ? cause.message : String(cause);
  const found = /position (\d+)/.exec(message);
  if (found?.[1] !== undefined) return { message, ...positionOf(text, Number(found[1])) };
  if (/end of JSON input|end of input/i.test(message))
    return { message, ...positionOf(text, text.length) };
  const place = placeOfMistake(text);
  return { message, ...(place === undefined ? { line: 0, column: 0 } : positionOf(text, place)) };
}

/** The platform's own reader says for some texts what is wrong, but not where. */
function placeOfMistake(text: string): number | undefined {
  try {
    parseLossless(text);
    return undefined;
  } catch (cause) {
    const found = /position (\d+)/.exec(cause instanceof Error ? cause.message : '');
    return found?.[1] === undefined ? undefined : Number(found[1]);
  }
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
