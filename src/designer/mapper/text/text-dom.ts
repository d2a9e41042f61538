/**
 * The inside of an editable box: words as text nodes, pills as islands that cannot be edited.
 *
 * 1. The browser changes words only (typing, composing); whatever touches a pill is done on the parts and drawn again.
 * 2. Where two pills meet, or a pill stands at an end, an invisible character holds the caret. It is never read.
 * 3. What is drawn already is left alone, so that typing keeps the caret and the composing keyboard its word.
 */
import type { Binding } from '../../../mapping/index.ts';
import { isPill, tidyParts, type TextPart } from '../model/text-parts.ts';

export interface TextDom {
  /** Shows the parts; gives the islands in order, the same list while their number is the same. */
  draw(parts: readonly TextPart[]): readonly HTMLElement[];
  read(): readonly TextPart[];
  /** The selection in places of the parts; undefined when it is elsewhere. */
  selection(): { readonly start: number; readonly end: number } | undefined;
  /** Puts the caret at a place. */
  place(at: number): void;
  /** Where the character at a place stands in the window. */
  boxAt(place: number): DOMRect | undefined;
}

const filler = '\u200b';

export function createTextDom(root: HTMLElement): TextDom {
  const fillers = new WeakSet<Text>();
  const pillOf = new WeakMap<Node, Binding>();
  let hosts: readonly HTMLElement[] = [];

  function draw(parts: readonly TextPart[]): readonly HTMLElement[] {
    const pills = parts.filter(isPill);
    if (pills.length !== hosts.length) hosts = pills.map((_, at) => hosts[at] ?? newHost());
    pills.forEach((pill, at) => pillOf.set(hosts[at] as HTMLElement, pill)); // as many as pills
    if (!isDrawn(parts)) {
      const caret = root.ownerDocument.activeElement === root ? selection() : undefined;
      root.replaceChildren(...nodesOf(parts));
      if (caret !== undefined) place(caret.end);
    }
    return hosts;
  }

  function newHost(): HTMLElement {
    const host = root.ownerDocument.createElement('span');
    host.contentEditable = 'false';
    return host;
  }

  function nodesOf(parts: readonly TextPart[]): Node[] {
    let pill = 0;
    const nodes = parts.flatMap((part): Node[] => {
      if (isPill(part)) return [hosts[pill++] as HTMLElement]; // as many as pills
      if (part === '' && parts.length === 1) return [];
      const text = root.ownerDocument.createTextNode(part === '' ? filler : part);
      if (part === '') fillers.add(text);
      return [text];
    });
    return endsInNewLine(parts) ? [...nodes, lastLine()] : nodes;
  }

  /** A line break at the very end has no line to show until something follows it. */
  function lastLine(): Node {
    const end = root.ownerDocument.createElement('br');
    end.dataset['end'] = '';
    return end;
  }

  function isDrawn(parts: readonly TextPart[]): boolean {
    const nodes = [...root.childNodes];
    if (parts.length === 1 && parts[0] === '') return nodes.length === 0;
    const end = endsInNewLine(parts) ? 1 : 0;
    if (nodes.length !== parts.length + end || (end === 1 && !isEnd(nodes.at(-1)))) return false;
    let pill = 0;
    return parts.every((part, at) => {
      const node = nodes[at];
      if (isPill(part)) return node === hosts[pill++];
      return node instanceof Text && node.data === (part === '' ? filler : part);
    });
  }

  function read(): readonly TextPart[] {
    const parts: TextPart[] = [];
    const walk = (node: Node): void => {
      for (const child of node.childNodes) {
        const pill = pillOf.get(child);
        if (pill !== undefined) parts.push(pill);
        else if (child instanceof Text) parts.push(wordsOf(child));
        else if (child.nodeName !== 'BR') walk(child);
        else if (!isEnd(child)) parts.push('\n');
      }
    };
    walk(root);
    return tidyParts(parts);
  }

  function wordsOf(text: Text): string {
    return fillers.has(text) ? text.data.replace(filler, '') : text.data;
  }

  function lengthOfNode(node: Node): number {
    if (pillOf.has(node)) return 1;
    if (node instanceof Text) return wordsOf(node).length;
    if (node.nodeName === 'BR') return isEnd(node) ? 0 : 1;
    return [...node.childNodes].reduce((sum, child) => sum + lengthOfNode(child), 0);
  }

  function selection(): { start: number; end: number } | undefined {
    const chosen = root.ownerDocument.getSelection();
    if (chosen === null || chosen.rangeCount === 0) return undefined;
    const range = chosen.getRangeAt(0);
    if (!root.contains(range.commonAncestorContainer)) return undefined;
    return {
      start: placeOf(range.startContainer, range.startOffset),
      end: placeOf(range.endContainer, range.endOffset),
    };
  }

  function placeOf(node: Node, offset: number): number {
    let place = 0;
    if (node instanceof Text) {
      const hidden = fillers.has(node) ? node.data.indexOf(filler) : -1;
      place = hidden !== -1 && offset > hidden ? offset - 1 : offset;
    } else for (const child of [...node.childNodes].slice(0, offset)) place += lengthOfNode(child);
    for (let here = node; here !== root;) {
      if (pillOf.has(here)) place = 0;
      for (let before = here.previousSibling; before !== null; before = before.previousSibling)
        place += lengthOfNode(before);
      if (here.parentNode === null) return place;
      here = here.parentNode;
    }
    return place;
  }

  function pointAt(place: number): readonly [Node, number] {
    let left = place;
    for (const child of root.childNodes) {
      if (child instanceof Text) {
        const words = wordsOf(child).length;
        if (left <= words) return [child, fillers.has(child) ? left + 1 : left];
        left -= words;
      } else left -= lengthOfNode(child);
    }
    return [root, root.childNodes.length];
  }

  function place(at: number): void {
    root.ownerDocument.getSelection()?.collapse(...pointAt(at));
  }

  function boxAt(at: number): DOMRect | undefined {
    const range = root.ownerDocument.createRange();
    range.setStart(...pointAt(at));
    range.setEnd(...pointAt(at + 1));
    return [...range.getClientRects()].at(-1);
  }

  return { draw, read, selection, place, boxAt };
}

function endsInNewLine(parts: readonly TextPart[]): boolean {
  const last = parts.at(-1);
  return typeof last === 'string' && last.endsWith('\n');
}

function isEnd(node: Node | undefined): boolean {
  return node instanceof HTMLElement && node.dataset['end'] !== undefined;
}
