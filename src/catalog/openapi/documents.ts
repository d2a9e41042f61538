/**
 * The documents that a description consists of, and what a `$ref` in one of them leads to. Nothing is fetched here: a reference
 * to a document that is not there is noted, and whoever asks decides whether it may be asked for.
 */
import type { Json, JsonObject } from '../../shared/index.ts';
import { textIn } from './node.ts';

/** A part of a description, and the document that its own references start from. */
export interface Located {
  readonly node: Json;
  /** The document's address; empty for a text that was pasted. */
  readonly at: string;
  /** Names the place: two references to one thing have the same. */
  readonly place?: string;
}

const mostHops = 32;

export class Documents {
  readonly root: JsonObject;
  /** Empty for a text that was pasted. */
  readonly address: string;
  readonly #known = new Map<string, JsonObject | undefined>();
  readonly #wanted = new Set<string>();
  readonly #open = new Set<string>();

  constructor(root: JsonObject, address = '') {
    this.root = root;
    this.address = address;
    this.#known.set(address, root);
  }

  /** `undefined`: it could not be had. */
  add(address: string, root: JsonObject | undefined): void {
    this.#known.set(address, root);
    this.#wanted.delete(address);
    if (root === undefined) this.#open.add(address);
  }

  /** Documents that something led to since they were last told. */
  takeWanted(): readonly string[] {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    return wanted;
  }

  /** What could not be had, as far as something led there. */
  get unread(): readonly string[] {
    return [...this.#open];
  }

  /** What a part is once its references are followed; undefined where they lead nowhere, or in a circle. */
  follow(node: Json | undefined, at: string): Located | undefined {
    let here: Located | undefined = node === undefined ? undefined : { node, at };
    for (let hop = 0; here !== undefined && hop < mostHops; hop += 1) {
      const ref = textIn(here.node, '$ref');
      if (ref === undefined) return here;
      here = this.#target(ref, here.at);
    }
    return undefined;
  }

  #target(ref: string, from: string): Located | undefined {
    const cut = ref.indexOf('#');
    const file = cut === -1 ? ref : ref.slice(0, cut);
    const pointer = cut === -1 ? '' : ref.slice(cut + 1);
    const at = file === '' ? from : addressOf(file, from);
    if (at === undefined) {
      this.#open.add(ref.slice(0, 200));
      return undefined;
    }
    if (!this.#known.has(at)) {
      this.#wanted.add(at);
      return undefined;
    }
    const root = this.#known.get(at);
    const node = root === undefined ? undefined : nodeAt(root, pointer);
    return node === undefined ? undefined : { node, at, place: `${at}#${pointer}` };
  }
}

/** A web address, or none: nothing else is ever asked for. */
function addressOf(file: string, from: string): string | undefined {
  const base = from === '' ? undefined : from;
  if (!URL.canParse(file, base)) return undefined;
  const url = new URL(file, base);
  url.hash = '';
  const isPlain = url.username === '' && url.password === '';
  return isPlain && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

function nodeAt(root: JsonObject, pointer: string): Json | undefined {
  if (pointer === '') return root;
  if (!pointer.startsWith('/')) return undefined;
  let here: Json | undefined = root;
  for (const part of pointer.slice(1).split('/')) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, Json>>)[key];
  }
  return here;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
