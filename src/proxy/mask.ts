/**
 * Takes injected secrets out of what a service sends back (P1): services echo headers, error pages quote keys.
 *
 * 1. Searched on bytes, in a window that slides over chunk borders: a secret cut in two by the network is found.
 * 2. Values of 8 characters and more, in every spelling a service plausibly echoes (`spellings.ts`).
 * 3. At most the longest spelling is held back; nothing else is buffered.
 */
import { spellingsOf } from './spellings.ts';

export const shortestSecret = 8;
const marker = Buffer.from('********');

export type Needles = readonly Buffer[];

/** Every spelling of the secrets that is searched for, the longest first. */
export function needlesOf(secrets: readonly string[]): Needles {
  const needles = known.get(secrets) ?? createNeedles(secrets);
  known.set(secrets, needles);
  return needles;
}

/** An opened credential injects the same list at every call; its spellings are made once. */
const known = new WeakMap<readonly string[], Needles>();

function createNeedles(secrets: readonly string[]): Needles {
  return [...new Set(secrets)]
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap(spellingsOf)
    .sort((one, other) => other.length - one.length);
}

export interface Masker {
  /** What is certain to hold no part of a secret any more. */
  push(chunk: Uint8Array): Buffer;
  /** What was held back. */
  end(): Buffer;
}

export function createMasker(needles: Needles): Masker {
  const windowSize = (needles[0]?.length ?? 1) - 1;
  let held: Buffer = Buffer.alloc(0);
  /** Bytes of `held` that belong to a secret whose marker is already out. */
  let covered = 0;

  function release(buffer: Buffer, boundary: number): Buffer {
    const { masked, end } = maskPart(buffer, covered, boundary, needles);
    held = buffer.subarray(boundary);
    covered = Math.max(0, end - boundary);
    return masked;
  }

  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const buffer = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      return release(buffer, Math.max(0, buffer.length - windowSize));
    },
    end: () => release(held, held.length),
  };
}

/** The bytes without secrets, where all of them are there. */
export function maskBytes(bytes: Buffer, needles: Needles): Buffer {
  return maskPart(bytes, 0, bytes.length, needles).masked;
}

/** The text without secrets. */
export function maskText(text: string, needles: Needles): string {
  return needles.length === 0 ? text : maskBytes(Buffer.from(text), needles).toString('utf8');
}

/** The values without secrets: seldom is one in any, so all are searched as one. */
export function maskValues(
  values: Readonly<Record<string, string>>,
  needles: Needles,
): Readonly<Record<string, string>> {
  if (!holdsSecret(Object.values(values).join('\n'), needles)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, maskText(value, needles)]),
  );
}

/** True when a spelling of a secret is in the text. */
export function holdsSecret(text: string, needles: Needles): boolean {
  const bytes = Buffer.from(text);
  return needles.some((needle) => bytes.includes(needle));
}

/** What stands between two places, and where the last secret ends that begins there. */
function maskPart(
  buffer: Buffer,
  from: number,
  to: number,
  needles: Needles,
): { readonly masked: Buffer; readonly end: number } {
  const parts: Buffer[] = [];
  let at = from;
  for (const [begin, end] of findRuns(buffer, needles)) {
    if (begin >= to) break;
    // One that begins inside what is covered already belongs to the marker that is out.
    if (begin >= at) parts.push(buffer.subarray(at, begin), marker);
    at = Math.max(at, end);
  }
  if (at < to) parts.push(buffer.subarray(at, to));
  const [only = Buffer.alloc(0)] = parts;
  return { masked: parts.length < 2 ? only : Buffer.concat(parts), end: at };
}

/** Where secrets are, overlapping ones joined, in order. */
function findRuns(buffer: Buffer, needles: Needles): [number, number][] {
  const found: [number, number][] = [];
  for (const needle of needles) {
    for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + 1))
      found.push([at, at + needle.length]);
  }
  if (found.length < 2) return found;
  found.sort(([one], [other]) => one - other);
  const joined: [number, number][] = [];
  for (const [from, to] of found) {
    const last = joined.at(-1);
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
