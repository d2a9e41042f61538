/**
 * The functions that a formula may call, as data: which there are, what they are about, an example of each with what
 * it gives. What they do, and what they take, is in the words (`words/formulas.ts`); a test holds the examples to it.
 */
import type { Json } from '../../shared/index.ts';

export type FunctionGroup = 'text' | 'number' | 'list' | 'group' | 'date' | 'choice' | 'check';

export interface FormulaFunction {
  readonly name: string;
  readonly group: FunctionGroup;
  /** One line that can be tried as it is, and what it gives. */
  readonly example: string;
  readonly gives: Json | undefined;
}

const entry = (
  group: FunctionGroup,
  name: string,
  example: string,
  gives: Json | undefined,
): FormulaFunction => ({ group, name, example, gives });

/** In the order of a list to choose from: groups together, the common ones first. */
export const formulaFunctions: readonly FormulaFunction[] = [
  entry('text', 'uppercase', '$uppercase("Ada")', 'ADA'),
  entry('text', 'lowercase', '$lowercase("Ada")', 'ada'),
  entry('text', 'trim', '$trim("  two   words ")', 'two words'),
  entry('text', 'length', '$length("Ada")', 3),
  entry('text', 'substring', '$substring("Lovelace", 0, 4)', 'Love'),
  entry('text', 'substringBefore', '$substringBefore("ada@example.com", "@")', 'ada'),
  entry('text', 'substringAfter', '$substringAfter("ada@example.com", "@")', 'example.com'),
  entry('text', 'contains', '$contains("Lovelace", "lace")', true),
  entry('text', 'replace', '$replace("1.234", ".", ",")', '1,234'),
  entry('text', 'split', '$split("a, b", ", ")', ['a', 'b']),
  entry('text', 'join', '$join(["a", "b"], ", ")', 'a, b'),
  entry('text', 'pad', '$pad("7", -3, "0")', '007'),
  entry('text', 'match', '$match("A1 B2", /[0-9]/).match', ['1', '2']),
  entry('text', 'string', '$string(12.5)', '12.5'),
  entry('text', 'base64encode', '$base64encode("Ada")', 'QWRh'),
  entry('text', 'base64decode', '$base64decode("QWRh")', 'Ada'),
  entry('text', 'encodeUrlComponent', '$encodeUrlComponent("a b&c")', 'a%20b%26c'),
  entry('text', 'decodeUrlComponent', '$decodeUrlComponent("a%20b%26c")', 'a b&c'),
  entry('text', 'encodeUrl', '$encodeUrl("https://example.com/a b")', 'https://example.com/a%20b'),
  entry('text', 'decodeUrl', '$decodeUrl("https://example.com/a%20b")', 'https://example.com/a b'),

  entry('number', 'number', '$number("12.5")', 12.5),
  entry('number', 'round', '$round(2.345, 2)', 2.34),
  entry('number', 'floor', '$floor(2.9)', 2),
  entry('number', 'ceil', '$ceil(2.1)', 3),
  entry('number', 'abs', '$abs(-5)', 5),
  entry('number', 'sum', '$sum([1, 2, 3])', 6),
  entry('number', 'average', '$average([1, 2, 3])', 2),
  entry('number', 'max', '$max([1, 3, 2])', 3),
  entry('number', 'min', '$min([1, 3, 2])', 1),
  entry('number', 'formatNumber', '$formatNumber(1234.5, "#,##0.00")', '1,234.50'),
  entry('number', 'formatInteger', '$formatInteger(3, "w")', 'three'),
  entry('number', 'parseInteger', '$parseInteger("twelve", "w")', 12),
  entry('number', 'formatBase', '$formatBase(255, 16)', 'ff'),
  entry('number', 'power', '$power(2, 8)', 256),
  entry('number', 'sqrt', '$sqrt(9)', 3),
  entry('number', 'random', '$random() < 1', true),

  entry('list', 'count', '$count(["a", "b"])', 2),
  entry('list', 'filter', '$filter([1, 2, 3], function($n) { $n > 1 })', [2, 3]),
  entry('list', 'map', '$map([1, 2], function($n) { $n * 10 })', [10, 20]),
  entry('list', 'sort', '$sort(["b", "a"])', ['a', 'b']),
  entry('list', 'reverse', '$reverse([1, 2])', [2, 1]),
  entry('list', 'distinct', '$distinct([1, 1, 2])', [1, 2]),
  entry('list', 'append', '$append([1], [2])', [1, 2]),
  entry('list', 'single', '$single([1, 2], function($n) { $n > 1 })', 2),
  entry('list', 'reduce', '$reduce([1, 2, 3], function($so_far, $n) { $so_far + $n })', 6),
  entry('list', 'zip', '$zip([1, 2], ["a", "b"])', [
    [1, 'a'],
    [2, 'b'],
  ]),
  entry('list', 'shuffle', '$count($shuffle([1, 2]))', 2),

  entry('group', 'lookup', '$lookup({"DE": "Germany"}, "DE")', 'Germany'),
  entry('group', 'keys', '$keys({"a": 1, "b": 2})', ['a', 'b']),
  entry('group', 'merge', '$merge([{"a": 1}, {"b": 2}])', { a: 1, b: 2 }),
  entry('group', 'each', '$each({"a": 1, "b": 2}, function($v, $k) { $k & $v })', ['a1', 'b2']),
  entry('group', 'sift', '$sift({"a": 1, "b": 2}, function($v) { $v > 1 })', { b: 2 }),
  entry('group', 'spread', '$spread({"a": 1, "b": 2})', [{ a: 1 }, { b: 2 }]),
  entry('group', 'clone', '$clone({"a": 1})', { a: 1 }),

  entry('date', 'now', '$length($now())', 24),
  entry('date', 'millis', '$millis() > 0', true),
  entry('date', 'toMillis', '$toMillis("1970-01-02")', 86_400_000),
  entry('date', 'fromMillis', '$fromMillis(0, "[D01].[M01].[Y0001]")', '01.01.1970'),

  entry('choice', 'exists', '$exists("Ada")', true),
  entry('choice', 'boolean', '$boolean("")', false),
  entry('choice', 'not', '$not(true)', false),
  entry('choice', 'type', '$type([1])', 'array'),

  entry('check', 'assert', '$assert(1 < 2, "too small")', undefined),
  entry('check', 'error', '$exists(1) ? "fine" : $error("not there")', 'fine'),
];

/** Their names, and `eval`, which is not offered: a text of the data would become a part of the formula. */
export const functionNames: readonly string[] = [
  ...formulaFunctions.map(({ name }) => name),
  'eval',
];
