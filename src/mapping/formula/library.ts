/**
 * JSONata itself, for what the closures do not cover: within its guardrails, with the run's world in place of the
 * host's, on data that it may change when the formula has a part that does.
 */
import type { Json } from '../../shared/index.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import { borrowed } from './borrowed.ts';
import { lent, plain } from './plain.ts';
import type { FormulaNode, ParsedFormula } from './syntax.ts';
import { nodesIn } from './walk.ts';
import { worldOf } from './world.ts';

/** `root` is what `$` and `$$` are at the formula's top: nothing, for a binding's. */
export type Library = (
  inputs: readonly (Json | undefined)[],
  context: EvaluationContext,
  root: Json | undefined,
) => Promise<Json | undefined>;

/** The formula as the library runs it. The promise is broken by what the library throws. */
export function compileLibrary(
  { expression, tree }: Extract<ParsedFormula, { ok: true }>,
  names: readonly string[],
): Library {
  const mayChange = nodesIn(tree).some((node) => changesData(node, names));
  return async (inputs, context, root) => {
    const fields: Record<string, unknown> = Object.assign(Object.create(null), worldOf(context));
    for (const [at, name] of names.entries()) {
      const input = inputs[at];
      fields[name] = input === undefined ? undefined : lent(input, mayChange);
    }
    return plain(await expression.evaluate(root, fields));
  };
}

/**
 * JSONata fills an empty list that becomes a group, marks a list that is to stay one, and writes on a group that is
 * called as a function. None of it would be seen in the formula's result, all of it in what is mapped after it.
 */
function changesData(node: FormulaNode, names: readonly string[]): boolean {
  if (node.keepArray === true || node.keepSingletonArray === true || node.group !== undefined)
    return true;
  switch (node.type) {
    case 'unary':
      return node.value === '{';
    case 'function':
    case 'partial':
    case 'apply': {
      const called = node.type === 'apply' ? node.rhs : node.procedure;
      const name = String(called?.value);
      const isOwn =
        called?.type === 'variable' && !names.includes(name) && borrowed(name) !== undefined;
      return name === 'eval' || (!isOwn && called?.type !== 'function');
    }
    default:
      return false;
  }
}
