import fc from 'fast-check';
import type { Json } from '../../shared/index.ts';
import type { Asked } from './both-ways.ts';

const names = ['a', 'b', 'c'] as const;
/** Names of the library's own marks, and what groups and lists inherit. */
const oddNames = [
  'toString',
  'length',
  'sequence',
  'outerWrapper',
  'tupleStream',
  '_jsonata_lambda',
];
const key = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom<string>(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
);
const name = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom<string>(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames, '__proto__', 'constructor') },
);

/** Data as it comes: missing, null, texts, numbers, lists in lists, groups in groups. */
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, -1, 1.5, 0.1, '', 'x', 'yy', '3', 'A b'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }), {
      maxLength: 4,
    }),
  ),
})).value;

const operator = fc.constantFrom(
  ...['+', '-', '*', '/', '%', '&', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in'],
);
const oneArgument = fc.constantFrom(
  ...['string', 'uppercase', 'lowercase', 'length', 'trim', 'number', 'abs', 'floor', 'ceil'],
  ...['round', 'sqrt', 'sum', 'count', 'max', 'min', 'average', 'boolean', 'not', 'exists'],
  ...['keys', 'reverse', 'distinct', 'sort', 'join', 'type', 'merge', 'zip', 'formatBase'],
  ...['base64encode', 'encodeUrlComponent', 'toMillis', 'fromMillis', 'error'],
);
const twoArguments = fc.constantFrom(
  ...['substring', 'substringBefore', 'substringAfter', 'contains', 'split', 'join', 'append'],
  ...['lookup', 'power', 'round', 'zip', 'pad', 'formatNumber', 'formatBase', 'assert'],
);

/** Formulas of what closures cover, and nothing else. */
const text: fc.Arbitrary<string> = fc.letrec<{ node: string; field: string; step: string }>(
  (tie) => ({
    field: fc.oneof(
      name.map((one) => `$${one}`),
      name,
      fc.constantFrom('$', '$$', '$x'),
    ),
    step: fc.oneof(
      { weight: 6, arbitrary: name },
      { weight: 1, arbitrary: tie('field') },
      { weight: 1, arbitrary: tie('node').map((inner) => `(${inner})`) },
      {
        weight: 1,
        arbitrary: fc.tuple(name, tie('node')).map(([key, made]) => `{"${key}": ${made}}`),
      },
      { weight: 1, arbitrary: tie('node').map((inner) => `[${inner}]`) },
      { weight: 1, arbitrary: oneArgument.map((one) => `$${one}($)`) },
      { weight: 1, arbitrary: oneArgument.map((one) => `$${one}()`) },
    ),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('field'),
      fc.constantFrom('0', '1', '2.5', '-1', '"x"', '"3"', '""', 'true', 'null', '[]', '{}', '()'),
      fc
        .tuple(tie('node'), operator, tie('node'))
        .map(([one, by, other]) => `${one} ${by} ${other}`),
      fc
        .tuple(tie('node'), operator, tie('node'))
        .map(([one, by, other]) => `(${one}) ${by} (${other})`),
      fc
        .tuple(tie('field'), fc.array(tie('step'), { minLength: 1, maxLength: 3 }))
        .map(([first, rest]) => [first, ...rest].join('.')),
      fc
        .tuple(tie('field'), tie('step'), tie('node'))
        .map(([first, step, test]) => `${first}.${step}[${test}]`),
      fc
        .tuple(tie('field'), tie('step'), tie('step'))
        .map(([first, step, last]) => `${first}[0].${step}[-1].${last}`),
      fc.tuple(tie('node'), tie('node')).map(([of, test]) => `(${of})[${test}]`),
      fc.tuple(tie('field'), tie('step')).map(([first, step]) => `${first}.${step}[]`),
      fc.tuple(tie('field'), tie('node')).map(([first, key]) => `${first}^(${key})`),
      fc
        .tuple(tie('field'), tie('step'), name)
        .map(([first, step, key]) => `${first}.${step}^(>${key}, ${key})`),
      fc
        .tuple(tie('node'), tie('node'), tie('node'))
        .map(([when, then, otherwise]) => `((${when}) ? ${then} : ${otherwise})`),
      fc
        .tuple(tie('node'), fc.constantFrom('?:', '??'), tie('node'))
        .map(([one, by, other]) => `((${one}) ${by} ${other})`),
      fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .tuple(fc.integer({ min: -2, max: 3 }), tie('node'))
        .map(([from, to]) => `[${String(from)}..${to}]`),
      fc
        .uniqueArray(fc.tuple(fc.constantFrom('"a"', '"b"', '$a', '$string($c)'), tie('node')), {
          maxLength: 3,
          selector: ([key]) => key,
        })
        .map((pairs) => `{${pairs.map(([key, made]) => `${key}: ${made}`).join(', ')}}`),
      fc.tuple(oneArgument, tie('node')).map(([one, of]) => `$${one}(${of})`),
      fc
        .tuple(twoArguments, tie('node'), tie('node'))
        .map(([one, of, by]) => `$${one}(${of}, ${by})`),
      fc
        .tuple(tie('node'), tie('node'), tie('node'))
        .map(([of, find, by]) => `$replace(${of}, ${find}, ${by})`),
      fc.tuple(tie('node'), oneArgument).map(([of, one]) => `(${of}) ~> $${one}()`),
      fc.tuple(tie('node'), tie('node')).map(([first, last]) => `($x := ${first}; ${last})`),
      tie('node').map((inner) => `-(${inner})`),
      tie('node').map((inner) => `(${inner})[-(1)]`),
    ),
  }),
).node;

const field = fc.option(json, { nil: undefined, freq: 8 });
/** A formula with its data. */
export const anyFormula: fc.Arbitrary<Asked> = fc.record({
  text,
  root: json,
  fields: fc.record({ a: field, b: field, c: field, x: json }, { noNullPrototype: true }),
});
