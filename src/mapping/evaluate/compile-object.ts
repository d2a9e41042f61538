import type { Json, JsonObject } from '../../shared/index.ts';
import type { Binding, ObjectBinding } from '../binding.ts';
import { type Compile, fail, isRefusedName, type Evaluate, type Place } from './frame.ts';
import { compileSource } from './compile-ref.ts';
import { isPlainName } from './read-path.ts';
import { readerFor, type ReadName } from './read-name.ts';
import { writerFor, type FourFields, type WriteFour } from './write-four.ts';

interface Lane {
  readonly name: string;
  /** Which base it reads from (0: none) and what it reads there. */
  readonly base: number;
  readonly read: string;
  readonly make: Evaluate;
}
interface Four {
  readonly fields: FourFields;
  readonly write: WriteFour;
  readonly bases: readonly [number, number, number, number];
}
type ReadBase = (frame: Parameters<Evaluate>[0]) => JsonObject;

/** Has no field of a plain name: what a lane without a base reads from. */
const nothing: JsonObject = Object.freeze({});
const noLane: Lane = { name: '', base: 0, read: '', make: () => undefined };

/** A group of fields: a field without a value is left out (M3), a name that reaches a prototype is refused (M5). */
export function compileObject(binding: ObjectBinding, place: Place, compile: Compile): Evaluate {
  const bases = new Map<string, number>();
  const readers: ReadBase[] = [];
  const lanes = Object.entries(binding.props).map(([name, child]): Lane => {
    const here: Place = { ...place, target: [...place.target, name] };
    if (isRefusedName(name))
      return { ...noLane, name, make: (frame) => fail(frame, here, 'name-refused', { name }) };
    const make = compile(child, here);
    const plain = plainRef(child);
    if (plain === undefined) return { ...noLane, name, make };
    const key = JSON.stringify([plain.from, ...plain.before]);
    let base = bases.get(key);
    if (base === undefined) {
      base = readers.push(compileBase(plain.from, plain.before, place));
      bases.set(key, base);
    }
    return { name, base, read: plain.last, make };
  });
  const fours: Four[] = [];
  for (let at = 0; at < lanes.length; at += 4) fours.push(makeFour(lanes.slice(at, at + 4)));
  const [only, ...more] = fours;
  const [base] = readers;
  if (only !== undefined && more.length === 0 && readers.length === 1 && base !== undefined)
    return withOneFour(base, only);
  return readers.length <= 3 ? withFewBases(readers, fours) : withBases(readers, fours);
}

/** A small group read from one thing: most entries of lists. */
function withOneFour(read: ReadBase, { fields, write, bases }: Four): Evaluate {
  if (bases.every((base) => base === 1)) {
    return (frame) => {
      const group: Record<string, Json> = {};
      const base = read(frame);
      write(group, fields, frame, base, base, base, base);
      return group;
    };
  }
  return (frame) => {
    const group: Record<string, Json> = {};
    const base = read(frame);
    write(
      group,
      fields,
      frame,
      bases[0] === 1 ? base : nothing,
      bases[1] === 1 ? base : nothing,
      bases[2] === 1 ? base : nothing,
      bases[3] === 1 ? base : nothing,
    );
    return group;
  };
}

/** Up to three bases need no list to hold them. */
function withFewBases(readers: readonly ReadBase[], fours: readonly Four[]): Evaluate {
  const [first = readNothing, second, third] = readers;
  return (frame) => {
    const group: Record<string, Json> = {};
    const one = first(frame);
    const two = second === undefined ? nothing : second(frame);
    const three = third === undefined ? nothing : third(frame);
    for (let at = 0; at < fours.length; at++) {
      const { fields, write, bases } = fours[at] as Four; // `at` is below the length
      write(
        group,
        fields,
        frame,
        pick(bases[0], one, two, three),
        pick(bases[1], one, two, three),
        pick(bases[2], one, two, three),
        pick(bases[3], one, two, three),
      );
    }
    return group;
  };
}

function readNothing(): JsonObject {
  return nothing;
}

function pick(base: number, one: JsonObject, two: JsonObject, three: JsonObject): JsonObject {
  return base === 1 ? one : base === 0 ? nothing : base === 2 ? two : three;
}

function withBases(readers: readonly ReadBase[], fours: readonly Four[]): Evaluate {
  return (frame) => {
    const group: Record<string, Json> = {};
    const held: JsonObject[] = [nothing];
    for (const read of readers) held.push(read(frame));
    for (let at = 0; at < fours.length; at++) {
      const { fields, write, bases } = fours[at] as Four; // `at` is below the length
      // A base is one of those that were just read.
      write(
        group,
        fields,
        frame,
        held[bases[0]] as JsonObject,
        held[bases[1]] as JsonObject,
        held[bases[2]] as JsonObject,
        held[bases[3]] as JsonObject,
      );
    }
    return group;
  };
}

function makeFour(lanes: readonly Lane[]): Four {
  const [first = noLane, second = noLane, third = noLane, fourth = noLane] = lanes;
  const fields: FourFields = {
    name0: first.name,
    name1: second.name,
    name2: third.name,
    name3: fourth.name,
    read0: first.read,
    read1: second.read,
    read2: third.read,
    read3: fourth.read,
    make0: first.make,
    make1: second.make,
    make2: third.make,
    make3: fourth.make,
  };
  return {
    fields,
    write: writerFor(fields),
    bases: [first.base, second.base, third.base, fourth.base],
  };
}

/** A ref whose value is a property of something: names only, each safe to read without asking whose it is. */
function plainRef(
  child: Binding,
): { from: string; before: readonly string[]; last: string } | undefined {
  if (child.kind !== 'ref') return undefined;
  const names = child.path.filter((segment) => typeof segment === 'string');
  const last = names.at(-1);
  if (last === undefined || names.length !== child.path.length || !names.every(isPlainName))
    return undefined;
  return { from: child.from, before: names.slice(0, -1), last };
}

function compileBase(from: string, before: readonly string[], place: Place): ReadBase {
  const source = compileSource(from, place.scope);
  const readers = before.map((_, at) => readerFor([from, ...before.slice(0, at + 1)]));
  const [first] = before;
  const [readFirst] = readers;
  if (first === undefined || readFirst === undefined) return (frame) => groupOr(source(frame));
  if (before.length === 1) return (frame) => groupOr(readFirst(source(frame), first));
  return (frame) => {
    let here = source(frame);
    for (let at = 0; at < before.length; at++)
      here = (readers[at] as ReadName)(here, before[at] as string); // one for each name
    return groupOr(here);
  };
}

function groupOr(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : nothing;
}
