import { fingerprint, type Json } from '../shared/index.ts';
import type { Edge, Flow, Step } from './flow-document.ts';

/**
 * What a sample of a step was made from, each part by its fingerprint: `operation`, `settings`, `mapping`, `credential`,
 * and `before:<step>` for the data of each step right before it. A step's name and place are no part of it.
 */
export type SampleBasis = Readonly<Record<string, string>>;

/** Why a sample no longer shows what the step would give. */
export type StaleReason =
  | { readonly what: 'operation' | 'settings' | 'mapping' | 'credential' }
  | { readonly what: 'before'; readonly step: string };

type Known = Pick<Flow, 'steps' | 'edges' | 'samples'>;
const beforeMark = 'before:';
const ownParts = ['operation', 'settings', 'mapping', 'credential'] as const;

/** Undefined: there is no such step. */
export function basisOf(flow: Known, step: string): SampleBasis | undefined {
  const found = flow.steps.find(({ id }) => id === step);
  if (found === undefined) return undefined;
  const before = (edgesInto(flow.edges).get(step) ?? []).map((from) => [
    `${beforeMark}${from}`,
    flow.samples.find((entry) => entry.step === from)?.hash ?? '',
  ]);
  return { ...ownBasis(found), ...Object.fromEntries(before) };
}

/** Undefined: it is as fresh as it can be, or nothing is known of how it was made. Worked out once for each flow. */
export function whyStale(flow: Known, step: string): StaleReason | undefined {
  let told = toldOf.get(flow);
  if (told === undefined) toldOf.set(flow, (told = new Map()));
  return look(step, told);

  function look(at: string, known: Map<string, StaleReason | undefined>): StaleReason | undefined {
    if (known.has(at)) return known.get(at);
    // A circle leads back to a step that is being looked at.
    known.set(at, undefined);
    const reason = reasonOf(at, known);
    known.set(at, reason);
    return reason;
  }

  function reasonOf(
    at: string,
    known: Map<string, StaleReason | undefined>,
  ): StaleReason | undefined {
    const then = flow.samples.find((entry) => entry.step === at)?.basis;
    const now = then && basisOf(flow, at);
    if (then === undefined || now === undefined) return undefined;
    for (const what of ownParts) if (then[what] !== now[what]) return { what };
    for (const before of edgesInto(flow.edges).get(at) ?? []) {
      const key = `${beforeMark}${before}`;
      if ((then[key] ?? '') !== (now[key] ?? '') || look(before, known) !== undefined)
        return { what: 'before', step: before };
    }
    return undefined;
  }
}

const toldOf = new WeakMap<Known, Map<string, StaleReason | undefined>>();
const bases = new WeakMap<Step, SampleBasis>();
const into = new WeakMap<readonly Edge[], ReadonlyMap<string, readonly string[]>>();

function ownBasis(step: Step): SampleBasis {
  let basis = bases.get(step);
  if (basis === undefined) {
    const { component, componentVersion, operation, settings, emit, shapes, slots } = step;
    basis = {
      operation: fingerprint([component, componentVersion, operation ?? null]),
      settings: fingerprint(plain([settings, emit ?? null, saidShapes(shapes ?? {})])),
      mapping: fingerprint(plain(slots)),
      credential: fingerprint(step.credential ?? null),
    };
    bases.set(step, basis);
  }
  return basis;
}

function edgesInto(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  let found = into.get(edges);
  if (found === undefined) {
    const made = new Map<string, string[]>();
    for (const { from, to } of edges) {
      const here = made.get(to);
      if (here === undefined) made.set(to, [from]);
      else if (!here.includes(from)) here.push(from);
    }
    into.set(edges, (found = made));
  }
  return found;
}

/**
 * Shapes without what they were asked with: the same fields, read again, give the same data. What was read off the data that
 * came out says nothing about what would come out.
 */
function saidShapes(shapes: NonNullable<Step['shapes']>): Step['shapes'] | null {
  const said = Object.entries(shapes).flatMap(([side, shape]) => {
    if (shape === undefined || (side === 'output' && shape.origin === 'sample')) return [];
    const { basis: _basis, ...rest } = shape;
    return [[side, rest]];
  });
  return said.length === 0 ? null : Object.fromEntries(said);
}

/** Parts of a document are JSON. */
function plain(part: unknown): Json {
  return part as Json;
}
