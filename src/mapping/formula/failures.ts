/**
 * Failures of formulas, from JSONata's codes to sentences. Its hundred codes become the sentences a person can do
 * something with (`mapping.formula-…` in the words); code and position stay in the params.
 */
import type { Json, WordParams } from '../../shared/index.ts';
import { shown } from '../evaluate/shown.ts';
import type { FormulaMistake } from './syntax.ts';

/** A formula made nothing, and why. */
export class FormulaFailure {
  readonly code: `formula-${string}`;
  readonly params: WordParams;
  /** What it stumbled over, where there is such a value. */
  readonly value: Json | undefined;

  constructor(code: `formula-${string}`, params: WordParams, value?: Json) {
    this.code = code;
    this.params = params;
    this.value = value;
  }
}

const sentences: Readonly<Record<string, string>> = {
  // The text is no formula.
  S0101: 'text-open',
  S0102: 'number-too-large',
  S0103: 'text-escape',
  S0104: 'text-escape',
  S0105: 'name-open',
  S0106: 'remark-open',
  S0201: 'unexpected',
  S0202: 'expected',
  S0203: 'expected-at-end',
  S0204: 'unexpected',
  S0205: 'unexpected',
  S0206: 'unexpected',
  S0207: 'ends-early',
  S0208: 'needs-variable',
  S0209: 'misplaced',
  S0210: 'misplaced',
  S0211: 'misplaced',
  S0212: 'needs-variable',
  S0213: 'not-a-field',
  S0214: 'needs-variable',
  S0215: 'misplaced',
  S0216: 'misplaced',
  S0217: 'no-parent',
  S0301: 'pattern-wrong',
  S0302: 'pattern-open',
  S0401: 'unexpected',
  S0402: 'unexpected',
  S0500: 'unexpected',
  // It cannot be worked out with this data.
  T0410: 'argument-wrong',
  T0411: 'argument-missing',
  T0412: 'argument-list-wrong',
  D1001: 'number-endless',
  D1002: 'minus-not-number',
  T1003: 'key-not-text',
  D1004: 'pattern-empty',
  T1005: 'function-unknown',
  T1006: 'function-unknown',
  T1007: 'function-unknown',
  T1008: 'function-unknown',
  D1009: 'key-twice',
  T1010: 'pattern-wrong',
  D1011: 'too-deep',
  D1012: 'too-slow',
  D1013: 'name-refused',
  T2001: 'left-not-number',
  T2002: 'right-not-number',
  T2003: 'range-not-whole',
  T2004: 'range-not-whole',
  T2006: 'function-unknown',
  T2007: 'order-mixed',
  T2008: 'order-not-comparable',
  T2009: 'kinds-differ',
  T2010: 'not-comparable',
  T2011: 'change-wrong',
  T2012: 'change-wrong',
  T2013: 'change-wrong',
  D2014: 'too-many',
  D2015: 'too-many',
  D3001: 'number-endless',
  D3010: 'find-empty',
  D3011: 'argument-wrong',
  D3012: 'replaced-not-text',
  D3020: 'argument-wrong',
  D3030: 'not-a-number',
  D3040: 'argument-wrong',
  D3050: 'argument-wrong',
  D3060: 'root-negative',
  D3061: 'number-endless',
  D3070: 'order-mixed',
  D3100: 'argument-wrong',
  D3110: 'not-a-date',
  D3120: 'inner-wrong',
  D3121: 'inner-wrong',
  D3137: 'own-words',
  D3138: 'single-several',
  D3139: 'single-none',
  D3140: 'address-wrong',
  D3141: 'own-words',
  // Ours.
  'gives-function': 'gives-function',
  'name-refused': 'name-refused',
  'not-latin': 'not-latin',
  'pattern-slow': 'pattern-slow',
  'too-large': 'too-deep',
  'unknown-zone': 'zone-unknown',
};

export function failureOf(mistake: FormulaMistake): FormulaFailure {
  const { code, position, token, value, index, message } = mistake;
  const params: WordParams = {
    code,
    ...(position === undefined ? { where: 'unknown' } : { where: 'known', position }),
    token: inWords(token),
    value: inWords(value),
    ...(typeof index === 'number' ? { index } : {}),
    ...(sentenceOf(code) === 'own-words' && message !== undefined ? { words: message } : {}),
  };
  return new FormulaFailure(`formula-${sentenceOf(code)}`, params, jsonOf(value));
}

function sentenceOf(code: string): string {
  const known = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  // How a number (308x, 309x) or a date (313x) is to be written.
  return known ?? (/^D3(08|09|13)\d$/.test(code) ? 'picture-wrong' : 'failed');
}

function inWords(value: unknown): string {
  return typeof value === 'function' || value === undefined ? '' : shown(value as Json); // what is no JSON is a function
}

/** What a failure carries goes into reports: only what is plain, and no group or list with all that is in it. */
function jsonOf(value: unknown): Json | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
    case 'bigint':
      return value;
    default:
      return value === null ? null : undefined;
  }
}
