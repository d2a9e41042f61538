import jsonata from 'jsonata';
import { BoundedPattern } from './patterns/bounded-pattern.ts';

/** One node of a formula's tree, as JSONata's parser leaves it. Which fields are there depends on `type`. */
export interface FormulaNode {
  readonly type: string;
  readonly value?: unknown;
  readonly position?: number | undefined;
  readonly steps?: readonly FormulaNode[];
  readonly stages?: readonly FormulaStage[];
  readonly predicate?: readonly FormulaStage[];
  readonly group?: unknown;
  readonly keepArray?: boolean;
  readonly keepSingletonArray?: boolean;
  readonly consarray?: boolean;
  /** A step that carries more than its value (`%`, `@$x`, `#$i`). */
  readonly tuple?: boolean;
  readonly lhs?: FormulaNode | readonly (readonly [FormulaNode, FormulaNode])[];
  readonly rhs?: FormulaNode;
  readonly expression?: FormulaNode;
  readonly expressions?: readonly FormulaNode[];
  readonly condition?: FormulaNode;
  readonly then?: FormulaNode;
  readonly else?: FormulaNode;
  readonly procedure?: FormulaNode;
  readonly arguments?: readonly FormulaNode[];
  readonly body?: FormulaNode;
  readonly terms?: readonly { readonly descending: boolean; readonly expression: FormulaNode }[];
  readonly pattern?: FormulaNode;
  readonly update?: FormulaNode;
  readonly delete?: FormulaNode;
  readonly focus?: string;
  readonly index?: string;
}

/** What stands in brackets behind a step. */
export interface FormulaStage {
  readonly type: string;
  readonly expr?: FormulaNode;
  readonly value?: unknown;
}

/** Why a text is no formula, or a formula made nothing: JSONata's code, and where in the text. */
export interface FormulaMistake {
  readonly code: string;
  /** How many characters of the text come before the end of what is wrong. */
  readonly position: number | undefined;
  readonly token?: unknown;
  readonly value?: unknown;
  readonly index?: unknown;
  readonly message?: string;
}

export type ParsedFormula =
  | { readonly ok: true; readonly tree: FormulaNode; readonly expression: jsonata.Expression }
  | { readonly ok: false; readonly mistake: FormulaMistake };

/**
 * How far the library may go for one formula: calls inside each other, milliseconds, entries of a list. Patterns count
 * for themselves (`patterns/`). What no count stops (a text that doubles) ends with its thread.
 */
export const guardrails = { stack: 1_500, timeout: 1_000, sequence: 1_000_000 } as const;

/** Of a pattern JSONata asks `exec` and `lastIndex` alone. */
const RegexEngine = BoundedPattern as unknown as RegExpConstructor;

/** Formulas are few and evaluated often; previews parse the same text again and again. */
const parsed = new Map<string, ParsedFormula>();
const parsedKept = 500;

/** Reads a formula's text. The same text is read once. */
export function parseText(text: string): ParsedFormula {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const fresh = parse(text);
  if (parsed.size >= parsedKept) parsed.clear();
  parsed.set(text, fresh);
  return fresh;
}

function parse(text: string): ParsedFormula {
  try {
    const expression = jsonata(text, { ...guardrails, RegexEngine });
    return { ok: true, expression, tree: expression.ast() as unknown as FormulaNode };
  } catch (cause) {
    return { ok: false, mistake: mistakeOf(cause) };
  }
}

/** What the library threw, as data. A formula that is too deep to be read ends the stack; that is the only uncoded one. */
export function mistakeOf(cause: unknown): FormulaMistake {
  if (typeof cause !== 'object' || cause === null) return { code: 'unknown', position: undefined };
  const { code, position, token, value, index, message } = cause as Record<string, unknown>;
  if (typeof code !== 'string') {
    const isTooDeep = cause instanceof RangeError;
    return { code: isTooDeep ? 'too-large' : 'unknown', position: undefined };
  }
  return {
    code,
    position: typeof position === 'number' ? position : undefined,
    token,
    value,
    index,
    ...(typeof message === 'string' ? { message } : {}),
  };
}
