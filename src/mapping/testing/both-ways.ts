/**
 * One formula by the port (closures where they cover it, else the library as the port runs it) and by the bare library,
 * for tests that hold one against the other. Here, and only here, a formula has a root.
 */
import jsonata from 'jsonata';
import type { Json } from '../../shared/index.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import { compileCovered } from '../formula/closures/compile.ts';
import { compileLibrary } from '../formula/library.ts';
import { plain, plainOutside } from '../formula/plain.ts';
import { guardrails, mistakeOf, parseText, type FormulaMistake } from '../formula/syntax.ts';
import { createSequence } from '../formula/values.ts';

export interface Asked {
  readonly text: string;
  readonly root: Json | undefined;
  readonly fields: Readonly<Record<string, Json | undefined>>;
}

/** What came out: a value, or why not and where. */
export interface Outcome {
  readonly value?: Json | undefined;
  readonly code?: string;
  readonly position?: number | undefined;
  readonly token?: unknown;
}

export interface OurOutcome {
  readonly outcome: Outcome;
  /** Who made it: closures; the library because they do not cover the formula; the library because they handed it over. */
  readonly by: 'closures' | 'library' | 'handed-over';
}

/** The zone is the one that the host of the tests is set to: JSONata asks its host. */
export const here: EvaluationContext = {
  locale: 'en',
  timeZone: process.env['TZ'] ?? 'UTC',
  now: Date.UTC(2024, 4, 1, 12),
  uuid: () => 'id-1',
};

export async function bareWay({ text, root, fields }: Asked, timeout: number): Promise<Outcome> {
  const copy = structuredClone({ root, fields });
  return outcomeOf(async () =>
    jsonata(text, { ...guardrails, timeout }).evaluate(copy.root, copy.fields),
  );
}

export async function ourWay({ text, root, fields }: Asked): Promise<OurOutcome> {
  const parsed = parseText(text);
  if (!parsed.ok) return { outcome: toldOf(parsed.mistake), by: 'library' };
  const names = Object.keys(fields);
  const inputs = Object.values(fields);
  const covered = compileCovered(parsed.tree, names);
  let handedOver = false;
  if (covered !== undefined) {
    const scope = { values: [...inputs], root, context: here, work: 0, isOdd: false };
    const top = Array.isArray(root) ? wrapped(root) : root;
    let isLeft = false;
    const outcome = await outcomeOf(() => {
      const made = covered.run(top, scope);
      if (scope.isOdd) return made;
      const outside = plainOutside(made);
      isLeft = plain(outside) !== outside;
      return outside;
    });
    if (isLeft) throw new Error(`a mark was left inside what ${text} makes`);
    if (outcome.code !== 'unknown' && outcome.code !== 'too-large')
      return { outcome, by: 'closures' };
    handedOver = true;
  }
  const library = compileLibrary(parsed, names);
  const outcome = await outcomeOf(() => library(inputs, here, root));
  return { outcome, by: handedOver ? 'handed-over' : 'library' };
}

/** A root that is a list is one entry. */
function wrapped(root: Json): unknown {
  return Object.assign(createSequence(root), { outerWrapper: true });
}

async function outcomeOf(make: () => unknown): Promise<Outcome> {
  try {
    return { value: plain(await make()) };
  } catch (cause) {
    return toldOf(mistakeOf(cause));
  }
}

/** Where it is when a count ran out depends on the clock. */
function toldOf({ code, position, token }: FormulaMistake): Outcome {
  return /^D101[12]$/.test(code) ? { code } : { code, position, token };
}
