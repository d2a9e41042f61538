import type { FormulaNode } from './syntax.ts';

/** Every node of a tree, each before those inside it. */
export function nodesIn(tree: FormulaNode): readonly FormulaNode[] {
  const found: FormulaNode[] = [];
  const open: unknown[] = [tree];
  const seen = new Set<unknown>();
  while (open.length > 0) {
    const here = open.pop();
    if (typeof here !== 'object' || here === null || seen.has(here) || here instanceof RegExp)
      continue;
    seen.add(here);
    if (isNode(here)) found.push(here);
    open.push(...Object.values(here).reverse());
  }
  return found;
}

function isNode(value: object): value is FormulaNode {
  return 'type' in value && typeof value.type === 'string';
}
