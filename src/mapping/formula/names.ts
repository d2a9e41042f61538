/** Which names a formula uses, found in its tree without running it (M8). */
import type { FormulaNode, FormulaStage } from './syntax.ts';

/** A name in the text, from its first character on (`$` included), `to` after its last. */
export interface PlacedName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface FormulaNames {
  /** `$a` that the formula does not define itself: fields, and functions that are called or handed on. */
  readonly free: readonly PlacedName[];
  /** Those of them that are called. */
  readonly called: readonly PlacedName[];
  /** Names at the formula's top, where there is nothing to look into: `email` instead of `$a.email`. */
  readonly bare: readonly PlacedName[];
  /** `$` and `$$` at the top, where they are nothing. */
  readonly rootless: readonly PlacedName[];
}

/** What a node sees: names that are defined around it, and whether it stands at the top. */
interface Around {
  readonly own: ReadonlySet<string>;
  readonly isTop: boolean;
}

export function namesIn(tree: FormulaNode): FormulaNames {
  const free: PlacedName[] = [];
  const called: PlacedName[] = [];
  const bare: PlacedName[] = [];
  const rootless: PlacedName[] = [];
  visit(tree, { own: new Set(), isTop: true });
  return { free, called, bare, rootless };

  function visit(node: FormulaNode | undefined, around: Around): void {
    if (node === undefined) return;
    const inside: Around = { ...around, isTop: false };
    visitStages(node.predicate, inside);
    visitPairs(groupOf(node), inside);
    switch (node.type) {
      case 'variable':
        return variable(node, around, false);
      case 'path':
        return path(node, around);
      case 'block':
        return block(node.expressions ?? [], around);
      case 'bind':
        return visit(node.rhs, around);
      case 'lambda': {
        const params = (node.arguments ?? []).map(({ value }) => String(value));
        return visit(node.body, { ...around, own: new Set([...around.own, ...params]) });
      }
      case 'function':
      case 'partial':
        if (node.procedure?.type === 'variable') variable(node.procedure, around, true);
        else visit(node.procedure, around);
        for (const argument of node.arguments ?? []) visit(argument, around);
        return;
      case 'transform':
        visit(node.pattern, inside);
        visit(node.update, inside);
        return visit(node.delete, inside);
      case 'unary':
        visit(node.expression, around);
        for (const item of node.expressions ?? []) visit(item, around);
        return visitPairs(Array.isArray(node.lhs) ? (node.lhs as Pairs) : [], around);
      default:
        if (node.lhs !== undefined && 'type' in node.lhs) visit(node.lhs, around);
        visit(node.rhs, around);
        visit(node.condition, around);
        visit(node.then, around);
        visit(node.else, around);
    }
  }

  /** The first step sees what the path sees; the others see entries. `@$x` and `#$i` define names for what follows. */
  function path({ steps = [] }: FormulaNode, around: Around): void {
    const own = new Set(around.own);
    steps.forEach((step, at) => {
      for (const name of [step.focus, step.index]) if (name !== undefined) own.add(name);
      const here: Around = { own, isTop: at === 0 && around.isTop };
      const inside: Around = { own, isTop: false };
      if (step.type === 'name') {
        if (here.isTop) bare.push(placed(String(step.value), step.position, 0));
      } else visit(step, here);
      visitStages(step.stages, inside);
      for (const { expression } of step.terms ?? []) visit(expression, inside);
    });
  }

  function block(statements: readonly FormulaNode[], around: Around): void {
    const own = new Set(around.own);
    for (const statement of statements) {
      // A function may call itself, so its name is known inside it.
      if (statement.type === 'bind' && statement.rhs?.type === 'lambda') define(statement, own);
      visit(statement, { ...around, own });
      if (statement.type === 'bind') define(statement, own);
    }
  }

  function define({ lhs }: FormulaNode, own: Set<string>): void {
    if (lhs !== undefined && 'type' in lhs) own.add(String(lhs.value));
  }

  function variable({ value, position }: FormulaNode, around: Around, isCalled: boolean): void {
    const name = String(value);
    if (name === '' || name === '$') {
      if (around.isTop || name === '$') rootless.push(placed(name, position, 1));
      return;
    }
    if (around.own.has(name)) return;
    const found = placed(name, position, 1);
    free.push(found);
    if (isCalled) called.push(found);
  }

  function visitStages(stages: readonly FormulaStage[] | undefined, around: Around): void {
    for (const { expr } of stages ?? []) visit(expr, around);
  }

  function visitPairs(pairs: Pairs, around: Around): void {
    for (const [key, value] of pairs) {
      visit(key, around);
      visit(value, around);
    }
  }
}

type Pairs = readonly (readonly [FormulaNode, FormulaNode])[];

function groupOf({ group }: FormulaNode): Pairs {
  return (group as { readonly lhs?: Pairs } | undefined)?.lhs ?? [];
}

/** JSONata's positions are ends. */
function placed(name: string, end: number | undefined, mark: number): PlacedName {
  const to = end ?? name.length + mark;
  return { name, from: Math.max(0, to - name.length - mark), to };
}
