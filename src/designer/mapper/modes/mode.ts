/**
 * The ways to fill a field, as one closed set, and what becomes of a binding when the person chooses another way.
 *
 * 1. A change that loses nothing is a conversion; else it says in words what the flow no longer holds (`lost`).
 * 2. What is kept for coming back is `mode-memory.ts`'s business: here is only the arithmetic.
 */
import {
  isJsonList,
  isJsonObject,
  shortened,
  writeJson,
  type Json,
  type Wording,
} from '../../../shared/index.ts';
import { isNothing, nothing, type Binding, type Comparison } from '../../../mapping/index.ts';
import type { FieldKind } from '../model/field-kind.ts';
import { asFormula, fromFormula } from './formula-text.ts';

export type Mode =
  | 'fixed'
  | 'data'
  | 'text'
  | 'table'
  | 'when'
  | 'formula'
  /** A group, field by field. */
  | 'fields'
  /** A list, made of cards. */
  | 'entries'
  | 'leave-out';

/** The ways that a field of this kind offers, in the order of the menu. */
export function modesFor(kind: FieldKind): readonly Mode[] {
  if (kind === 'group') return ['fields', 'data', 'when', 'formula', 'leave-out'];
  if (kind === 'file') return ['data', 'when', 'leave-out'];
  if (kind === 'list') return ['entries', 'data', 'when', 'formula', 'leave-out'];
  return ['fixed', 'data', 'text', 'table', 'when', 'formula', 'leave-out'];
}

/** Which way a binding is; a conversion belongs to what it converts. */
export function modeOf(binding: Binding | undefined): Mode {
  if (binding === undefined || isNothing(binding)) return 'leave-out';
  switch (binding.kind) {
    case 'literal':
      return 'fixed';
    case 'ref':
      return 'data';
    case 'convert':
      return modeOf(binding.of);
    case 'object':
      return 'fields';
    case 'list':
      return 'entries';
    case 'text':
    case 'table':
    case 'when':
    case 'formula':
      return binding.kind;
  }
}

/** Whether the editor of a mode can show a binding as it is: a mode just chosen may still be empty. */
export function canShow(mode: Mode, binding: Binding | undefined): boolean {
  const own = modeOf(binding);
  if (own === mode) return true;
  if (own === 'leave-out') return mode !== 'table' && mode !== 'when' && mode !== 'formula';
  if (mode === 'text') return own === 'data' || isText(binding);
  return false;
}

export interface ModeChange {
  readonly binding: Binding | undefined;
  /** What the flow no longer holds after the change; absent when nothing is lost. */
  readonly lost?: Wording;
}

/** The binding of another way to fill the same field, as near to the old one as it gets. */
export function convertMode(binding: Binding | undefined, to: Mode): ModeChange {
  if (modeOf(binding) === to || canShow(to, binding)) return { binding };
  switch (to) {
    case 'leave-out':
      return { binding: undefined, ...losing(binding) };
    case 'fixed':
      return toFixed(binding);
    case 'data':
      return toData(binding);
    case 'text':
      return toText(binding);
    case 'table':
      return {
        binding: {
          kind: 'table',
          on: isData(binding) ? binding : nothing,
          rows: [],
          ...(binding !== undefined && { otherwise: binding }),
        },
      };
    case 'when':
      return {
        binding: {
          kind: 'when',
          branches: [{ if: { all: [emptyRow] }, then: binding ?? nothing }],
        },
      };
    case 'formula': {
      const formula = asFormula(binding);
      return formula === undefined
        ? { binding: { ...emptyFormula }, ...losing(binding) }
        : { binding: formula };
    }
    case 'fields':
      return binding?.kind === 'literal' && isJsonObject(binding.value)
        ? { binding: { kind: 'object', props: inside(binding.value) } }
        : { binding: undefined, ...losing(binding) };
    case 'entries':
      return binding?.kind === 'literal' && isJsonList(binding.value)
        ? { binding: { kind: 'list', parts: binding.value.map((item) => ({ item: fixed(item) })) } }
        : { binding: undefined, ...losing(binding) };
  }
}

/** A row of a condition in which nothing is chosen yet: it does not hold. */
export const emptyRow: Comparison = {
  left: nothing,
  is: 'equals',
  right: nothing,
};

const emptyFormula = {
  kind: 'formula',
  lang: 'jsonata',
  text: '',
  refs: {},
  result: 'single',
} as const;

function toFixed(binding: Binding | undefined): ModeChange {
  if (binding?.kind === 'text' && binding.parts.every((part) => typeof part === 'string'))
    return { binding: fixed(binding.parts.join('')) };
  if (binding?.kind === 'formula') {
    const plain = fromFormula(binding);
    if (plain?.kind === 'literal') return { binding: plain };
  }
  const inner = onlyInside(binding);
  const value = inner === undefined ? undefined : (toFixed(inner).binding ?? inner);
  return { binding: value?.kind === 'literal' ? value : undefined, ...losing(binding) };
}

function toData(binding: Binding | undefined): ModeChange {
  const [part, ...more] = binding?.kind === 'text' ? binding.parts.filter((one) => one !== '') : [];
  if (part !== undefined && typeof part !== 'string' && more.length === 0 && isData(part))
    return { binding: part };
  if (binding?.kind === 'formula') {
    const plain = fromFormula(binding);
    if (plain?.kind === 'ref') return { binding: plain };
  }
  const inner = binding?.kind === 'table' ? binding.on : onlyInside(binding);
  return { binding: isData(inner) ? inner : undefined, ...losing(binding) };
}

function toText(binding: Binding | undefined): ModeChange {
  if (binding === undefined) return { binding };
  if (binding.kind === 'literal') {
    const { value } = binding;
    if (typeof value === 'object' && value !== null)
      return { binding: undefined, ...losing(binding) };
    return { binding: value === null ? undefined : fixed(String(value)) };
  }
  if (binding.kind === 'object' || binding.kind === 'list')
    return { binding: undefined, ...losing(binding) };
  return { binding: { kind: 'text', parts: [binding] } };
}

/** What an "only if" or a table surrounds, when that is one thing. */
function onlyInside(binding: Binding | undefined): Binding | undefined {
  if (binding?.kind === 'table' && binding.rows.length === 0) return binding.otherwise;
  if (binding?.kind !== 'when' || binding.branches.length !== 1 || binding.otherwise !== undefined)
    return undefined;
  return binding.branches[0]?.then;
}

function isData(binding: Binding | undefined): binding is Binding {
  return binding !== undefined && modeOf(binding) === 'data';
}

function isText(binding: Binding | undefined): boolean {
  return binding?.kind === 'literal' && typeof binding.value === 'string';
}

function fixed(value: Json): Binding {
  return { kind: 'literal', value };
}

const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

function inside(value: Readonly<Record<string, Json>>): Readonly<Record<string, Binding>> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      refusedNames.has(name) ? [] : [[name, fixed(inner)]],
    ),
  );
}

/** The words for what a binding held; nothing at all for an empty one. */
function losing(binding: Binding | undefined): { readonly lost?: Wording } {
  if (binding === undefined || isNothing(binding)) return {};
  const lost = (key: string, params: Wording['params'] = {}) => ({
    lost: { code: `fill.lost-${key}`, params },
  });
  switch (binding.kind) {
    case 'literal':
      if (binding.value === '') return {};
      return lost('fixed', { value: short(binding.value) });
    case 'ref':
      return lost('data');
    case 'convert':
      return binding.of.kind === 'ref' ? lost('data') : losing(binding.of);
    case 'text':
      return lost('text');
    case 'table':
      return lost('table', { count: binding.rows.length });
    case 'when':
      return lost('when', { count: binding.branches.length });
    case 'formula':
      return binding.text.trim() === '' ? {} : lost('formula');
    case 'object':
      return Object.keys(binding.props).length === 0
        ? {}
        : lost('fields', { count: Object.keys(binding.props).length });
    case 'list':
      return binding.parts.length === 0 ? {} : lost('entries', { count: binding.parts.length });
  }
}

function short(value: Json): string {
  return shortened(typeof value === 'string' ? value : writeJson(value), 40);
}
