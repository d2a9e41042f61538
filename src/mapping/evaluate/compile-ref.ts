import type { Json, JsonObject } from '../../shared/index.ts';
import type { RefBinding } from '../binding.ts';
import { fail, labelOf, type Evaluate, type Frame, type Place, type Scope } from './frame.ts';
import { isPlainName, isStop, ownValue, readPath } from './read-path.ts';
import type { Compile } from './compile-node.ts';

/** A ref as a closure: names only and found on the first try is the hot path; everything else explains itself. */
export function compileRef(binding: RefBinding, place: Place, compile: Compile): Evaluate {
  const here: Place = { ...place, origin: { from: binding.from, path: binding.path } };
  const base = compileSource(binding.from, place.scope);
  const careful = compileCareful(binding, here, base, compile);
  const path = binding.path;
  if (!path.every((segment): segment is string => typeof segment === 'string' && isPlainName(segment))) {
    return careful;
  }
  const slot = slotOf(binding.from, place.scope);
  if (slot !== undefined) return fromItem(slot, path, careful);
  return isPlainName(binding.from) ? fromSource(binding.from, path, careful) : careful;
}

function fromItem(slot: number, path: readonly string[], careful: Evaluate): Evaluate {
  const [first, second] = path;
  if (first === undefined) return (frame) => frame.items[slot] ?? careful(frame);
  if (second === undefined) {
    return (frame) => {
      const item = frame.items[slot];
      if (typeof item === 'object' && item !== null) {
        const found = (item as JsonObject)[first];
        if (found !== undefined) return found;
      }
      return careful(frame);
    };
  }
  return (frame) => walk(frame.items[slot], path) ?? careful(frame);
}

function fromSource(from: string, path: readonly string[], careful: Evaluate): Evaluate {
  const [first, second, third] = path;
  if (first === undefined) return (frame) => frame.sources[from] ?? careful(frame);
  if (second === undefined) {
    return (frame) => {
      const source = frame.sources[from];
      if (typeof source === 'object' && source !== null) {
        const found = (source as JsonObject)[first];
        if (found !== undefined) return found;
      }
      return careful(frame);
    };
  }
  if (third === undefined) {
    return (frame) => {
      const source = frame.sources[from];
      if (typeof source === 'object' && source !== null) {
        const inner = (source as JsonObject)[first];
        if (typeof inner === 'object' && inner !== null) {
          const found = (inner as JsonObject)[second];
          if (found !== undefined) return found;
        }
      }
      return careful(frame);
    };
  }
  return (frame) => walk(frame.sources[from], path) ?? careful(frame);
}

function walk(start: Json | undefined, path: readonly string[]): Json | undefined {
  let here = start;
  for (let at = 0; at < path.length; at++) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as JsonObject)[path[at] as string]; // `at` is below the length
  }
  return here;
}

function compileCareful(binding: RefBinding, place: Place, base: Evaluate, compile: Compile): Evaluate {
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
  if (isPlainName(from)) return (frame) => frame.sources[from];
  return (frame) => ownValue(frame.sources as JsonObject, from);
}

function slotOf(from: string, scope: Scope | undefined): number | undefined {
  if (!from.startsWith('item:')) return undefined;
  const name = from.slice('item:'.length);
  for (let here = scope; here !== undefined; here = here.outer) if (here.name === name) return here.slot;
  return undefined;
}
