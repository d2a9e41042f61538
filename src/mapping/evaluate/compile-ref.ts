import type { Json, JsonObject } from '../../shared/index.ts';
import type { RefBinding } from '../binding.ts';
import {
  fail,
  labelOf,
  type Evaluate,
  type Frame,
  type Place,
  type Scope,
  type Compile,
} from './frame.ts';
import { readerFor, type ReadName } from './read-name.ts';
import { isPlainName, isStop, ownValue, readPath } from './read-path.ts';

/** A ref as a closure: names only and found on the first try is the hot path; everything else explains itself. */
export function compileRef(binding: RefBinding, place: Place, compile: Compile): Evaluate {
  const here: Place = { ...place, origin: { from: binding.from, path: binding.path } };
  const base = compileSource(binding.from, place.scope);
  const careful = compileCareful(binding, here, base, compile);
  const path = binding.path;
  if (
    !path.every((segment): segment is string => typeof segment === 'string' && isPlainName(segment))
  ) {
    return careful;
  }
  return compilePlain(binding.from, path, place.scope, careful);
}

/** Names only: each step read at its own place; what is null or not there is told by the careful way. */
function compilePlain(
  from: string,
  path: readonly string[],
  scope: Scope | undefined,
  careful: Evaluate,
): Evaluate {
  const source = compileSource(from, scope);
  const readers = path.map((_, at) => readerFor([from, ...path.slice(0, at + 1)]));
  const [first, second, third] = path;
  const [readFirst, readSecond, readThird] = readers;
  if (first === undefined || readFirst === undefined)
    return (frame) => source(frame) ?? careful(frame);
  if (second === undefined || readSecond === undefined)
    return (frame) => readFirst(source(frame), first) ?? careful(frame);
  if (third === undefined || readThird === undefined) {
    return (frame) => readSecond(readFirst(source(frame), first), second) ?? careful(frame);
  }
  return (frame) => {
    let here = readThird(readSecond(readFirst(source(frame), first), second), third);
    for (let at = 3; at < path.length; at++)
      here = (readers[at] as ReadName)(here, path[at] as string); // one for each name
    return here ?? careful(frame);
  };
}

function compileCareful(
  binding: RefBinding,
  place: Place,
  base: Evaluate,
  compile: Compile,
): Evaluate {
  const { path, ifMissing } = binding;
  const instead = typeof ifMissing === 'object' ? compile(ifMissing.use, place) : undefined;
  const onMissing = (frame: Frame): Json | undefined => {
    if (instead !== undefined) return instead(frame);
    if (ifMissing === 'null') return null;
    if (ifMissing === 'stop') return fail(frame, place, 'source-missing');
    return undefined;
  };
  return (frame) => {
    const found = readPath(base(frame), path, () => onMissing(frame));
    if (!isStop(found)) return found;
    if (found.why === 'missing') return onMissing(frame);
    return fail(frame, place, found.why, { part: labelOf(path.slice(0, found.at)) }, found.value);
  };
}

/** The data that a ref starts at: the entry of a list around, or a source. */
export function compileSource(from: string, scope: Scope | undefined): Evaluate {
  const slot = slotOf(from, scope);
  if (slot !== undefined) return (frame) => frame.items[slot];
  if (isPlainName(from)) {
    const read = readerFor([from]);
    return (frame) => read(frame.sources as JsonObject, from);
  }
  return (frame) => ownValue(frame.sources as JsonObject, from);
}

function slotOf(from: string, scope: Scope | undefined): number | undefined {
  if (!from.startsWith('item:')) return undefined;
  const name = from.slice('item:'.length);
  for (let here = scope; here !== undefined; here = here.outer)
    if (here.name === name) return here.slot;
  return undefined;
}
