import {
  humanise,
  type Json,
  type JsonPath,
  type WordParams,
  type Wording,
} from '../../shared/index.ts';
import type { Segment, Binding } from '../binding.ts';
import type { AskedFormulas } from './asked-formulas.ts';
import type { EvaluationContext } from './context.ts';

/** Data by name: step ids, `flow`, `input`, `settings`, `response`; `item:<name>` to evaluate a part of a list alone. */
export type Sources = Readonly<Record<string, Json | undefined>>;

/** Why a value could not be made, and where: data, never thrown. */
export interface MappingFailure extends Wording {
  readonly target: JsonPath;
  readonly source?: { readonly from: string; readonly path: readonly Segment[] } | undefined;
  readonly value?: Json | undefined;
}

export type Evaluate = (frame: Frame) => Json | undefined;

/** The values of one evaluation: sources, the entries that are being looked at, and the problems so far. */
export interface Frame {
  readonly sources: Sources;
  readonly context: EvaluationContext;
  /** The current entry of each list around, by slot. */
  readonly items: (Json | undefined)[];
  /** The position that is being written in each list around, by the same slot. */
  readonly positions: number[];
  problems: MappingFailure[] | undefined;
  /** Formulas that are not known at once; undefined as long as there are none. */
  asked: AskedFormulas | undefined;
  /** Ids made so far, in the order in which they were asked for: another run of the same evaluation reads them again. */
  ids: string[] | undefined;
  idsRead: number;
}

const noItems: (Json | undefined)[] = [];
const noPositions: number[] = [];

/** A frame with room for so many lists inside each other. A literal, because one is made for each message. */
export function makeFrame(sources: Sources, context: EvaluationContext, slots: number): Frame {
  const items =
    slots === 0
      ? noItems
      : slots === 1
        ? [undefined]
        : new Array<Json | undefined>(slots).fill(undefined);
  const positions =
    slots === 0 ? noPositions : slots === 1 ? [0] : new Array<number>(slots).fill(0);
  return {
    sources,
    context,
    items,
    positions,
    problems: undefined,
    asked: undefined,
    ids: undefined,
    idsRead: 0,
  };
}

/** A new id, or the one that an earlier run got at this place in the order. */
export function nextId(frame: Frame): string {
  frame.ids ??= [];
  return (frame.ids[frame.idsRead++] ??= frame.context.uuid());
}

/** Before the evaluation runs again. */
export function startOver(frame: Frame): void {
  frame.problems = undefined;
  frame.idsRead = 0;
}

/** A list that is being written: its position is known only while it runs. */
export interface ListSlot {
  readonly slot: number;
}
export type TargetStep = string | ListSlot;

/** The names of the lists around a binding: lexical, inner ones first. */
export interface Scope {
  readonly name: string;
  readonly slot: number;
  readonly outer: Scope | undefined;
}

/** Where a binding stands: what it fills, which entries it sees, and whose value it last read. */
export interface Place {
  readonly target: readonly TargetStep[];
  readonly scope: Scope | undefined;
  readonly origin?: { readonly from: string; readonly path: readonly Segment[] } | undefined;
}

/** Lists of 100,000 entries may fail in each one: the first hundred tell the story. */
const maxProblems = 100;

/** Notes a failure and gives "no value", so that a caller can write `return fail(…)`. */
export function fail(
  frame: Frame,
  place: Place,
  code: string,
  params: WordParams = {},
  value?: Json,
): undefined {
  frame.problems ??= [];
  if (frame.problems.length >= maxProblems) return undefined;
  const target = place.target.map((step) =>
    typeof step === 'string' ? step : (frame.positions[step.slot] ?? 0),
  );
  frame.problems.push({
    code: `mapping.${code}`,
    params: {
      field: labelOf(target),
      source: place.origin === undefined ? '' : labelOf(place.origin.path),
      ...params,
    },
    target,
    ...(place.origin === undefined ? {} : { source: place.origin }),
    ...(value === undefined ? {} : { value }),
  });
  return undefined;
}

/** The last name on a path, made readable. */
export function labelOf(path: readonly (Segment | number)[]): string {
  for (let at = path.length - 1; at >= 0; at--) {
    const step = path[at];
    if (typeof step === 'string') return humanise(step);
  }
  return '';
}

const refused = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that reach a prototype instead of data: never written, never read (M5). */
export function isRefusedName(name: string): boolean {
  return refused.has(name);
}

/** Turns a binding into a closure; handed down so that the kinds need not import each other. */
export type Compile = (binding: Binding, place: Place) => Evaluate;
