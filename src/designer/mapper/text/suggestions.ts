import { dataRows, type DataNode, type DataSource } from '../model/data-tree.ts';

/** Data that is offered while a person types its name. */
export interface Suggestion {
  readonly node: DataNode;
  readonly source: DataSource;
  /** Where it comes from: the step, then the groups and lists around it. */
  readonly from: string;
}

const mostShown = 40;

/** Data whose name, or where it comes from, holds every word that was typed; names that begin so come first. */
export function suggestionsFor(
  sources: readonly DataSource[],
  typed: string,
): readonly Suggestion[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const found: Suggestion[] = [];
  for (const source of sources) {
    const around: string[] = [];
    // The last word and the way to it, however deep; before anything is typed only what is on top.
    const looksFor = last === '' ? undefined : ({ label }: DataNode) => fold(label).includes(last);
    for (const node of dataRows(source.type, { isOpen: () => false, looksFor })) {
      around.length = node.depth;
      const from = [source.type.title, ...around].join(' › ');
      around.push(node.label);
      const name = fold(node.label);
      const whole = `${fold(from)} ${name}`;
      if (name.includes(last) && words.every((word) => whole.includes(word)))
        found.push({ node, source, from });
    }
  }
  if (last === '') return found.slice(0, mostShown);
  const begins = ({ node }: Suggestion) => (fold(node.label).startsWith(last) ? 0 : 1);
  return found.toSorted((one, other) => begins(one) - begins(other)).slice(0, mostShown);
}

function fold(text: string): string {
  return text.toLocaleLowerCase('en');
}
