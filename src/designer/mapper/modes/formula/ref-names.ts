import { writeJson, type Json } from '../../../../shared/index.ts';
import { functionNames, type RefBinding } from '../../../../mapping/index.ts';

type Refs = Readonly<Record<string, RefBinding>>;

/** The name that data has in a formula: the one it has already, else its own made fit, else a letter. */
export function nameOfRef(ref: RefBinding, refs: Refs): string {
  const same = textOf(ref);
  const known = Object.keys(refs).find((name) => textOf(refs[name]) === same);
  if (known !== undefined) return known;
  const own = ownName(ref);
  if (own === undefined) return freeLetter(refs);
  if (!Object.hasOwn(refs, own)) return own;
  for (let count = 2; ; count++)
    if (!Object.hasOwn(refs, `${own}${count}`)) return `${own}${count}`;
}

/** `vat-id` is `vatId`; what begins with a digit or is what a function is called has no name of its own. */
function ownName({ path }: RefBinding): string | undefined {
  const key = path.findLast((segment) => typeof segment === 'string') ?? '';
  const name = key
    .replace(/[^\p{L}\p{N}_]+(.)?/gu, (_blank, next: string | undefined) =>
      (next ?? '').toUpperCase(),
    )
    .replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
  return /^[\p{L}_]/u.test(name) && !functionNames.includes(name) ? name : undefined;
}

function freeLetter(taken: Refs): string {
  for (let round = 1; ; round++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const name = round === 1 ? letter : `${letter}${round}`;
      if (!Object.hasOwn(taken, name)) return name;
    }
  }
}

function textOf(ref: RefBinding | undefined): string {
  return writeJson(ref as unknown as Json); // a ref is plain data
}
