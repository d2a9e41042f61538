import { isFunction, isList, type Value } from '../values.ts';

type Fits = (value: Value) => boolean;

const isGroup: Fits = (value) =>
  typeof value === 'object' && value !== null && !isList(value) && !isFunction(value);

const kinds: Readonly<Record<string, Fits>> = {
  s: (value) => typeof value === 'string',
  n: (value) => typeof value === 'number',
  b: (value) => typeof value === 'boolean',
  o: isGroup,
  x: () => true,
  a: isList,
  'a<n>': (value) => isList(value) && value.every((entry) => typeof entry === 'number'),
  'a<s>': (value) => isList(value) && value.every((entry) => typeof entry === 'string'),
  'a<o>': (value) => isList(value) && value.every(isGroup),
  '(sf)': (value) => typeof value === 'string',
  '(nsb)': (value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
};

/**
 * Whether arguments are plainly what a signature (`<s-nn?:s>`) asks for, each of its very kind: then the library's
 * check would give them back as they are. Anything else (a single value for a list, the entry for a missing argument,
 * a wrong kind) is left to that check.
 */
export function takesPlainly(
  signature: string,
  count: number,
): (given: readonly Value[]) => boolean {
  const params = paramsOf(signature);
  const fits = params.map(({ kind }) => kinds[kind]);
  const needed = params.filter(({ mark }) => mark !== '?').length;
  const isKnown = fits.every((one) => one !== undefined) && !signature.includes('+');
  if (!isKnown || count < needed || count > params.length) return () => false;
  const [first, second] = fits;
  if (count === 1 && first !== undefined) return (given) => first(given[0]);
  if (count === 2 && first !== undefined && second !== undefined)
    return (given) => first(given[0]) && second(given[1]);
  return (given) => given.every((value, at) => fits[at]?.(value) === true);
}

interface Param {
  readonly kind: string;
  readonly mark: string;
}

export function paramsOf(signature: string): readonly Param[] {
  const found = signature.slice(1).split(':', 1).join('').matchAll(param);
  return [...found].map(([, kind = '', mark = '']) => ({ kind, mark }));
}

/** One parameter: its kind, and whether it may be missing (`?`) or is then the entry (`-`). */
const param = /(\([a-z]+\)|a<[a-z]>|[a-z])([-?]?)/g;
