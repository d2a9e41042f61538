import { isJsonList, writeJson, type Json, type JsonObject } from '../../shared/index.ts';
import type { HostPorts } from '../ports.ts';

/** Where an entry has what tells it apart: one place, or several together. */
type PollKey = string | readonly string[] | undefined;

/** So many keys are remembered; of those that the list no longer shows, the oldest are forgotten first. */
const keysKept = 100_000;

/**
 * Which entries a polled list has shown before. The first look only remembers: "something new" is what comes after it.
 *
 * 1. A first look that did not reach the list's end remembers nothing: what it missed is not new, so the next is first.
 * 2. A message that was left undone is not remembered, so the next look gives it again: also one that was refused for now
 *    and ended the run. One that was refused for good is done: it would end every later look.
 * 3. What the list shows now is never forgotten, however long it is. A look that broke off does not know what the rest
 *    of the list shows, so it forgets nothing.
 */
export class PollMemory {
  readonly #ports: HostPorts;
  readonly #name: string;
  readonly #pollKey: PollKey;
  /** Known from earlier looks, and not shown by this one so far; the oldest first. */
  readonly #before: Set<string>;
  /** Shown by this look. */
  readonly #seen = new Set<string>();
  readonly #isFirstLook: boolean;
  /** Its list leaves as one message: of the first firing. */
  readonly #isOneMessage: boolean;
  /** By the order in which they leave: also their message's origin. */
  readonly #fresh: string[] = [];
  /** So many fresh ones have left, or were refused by themselves while the list went on. */
  left = 0;
  /** The list was read to its end. */
  isWhole = false;

  private constructor(
    ports: HostPorts,
    name: string,
    pollKey: PollKey,
    known: Json | undefined,
    isOneMessage: boolean,
  ) {
    this.#ports = ports;
    this.#name = name;
    this.#pollKey = pollKey;
    this.#isFirstLook = known === undefined;
    this.#isOneMessage = isOneMessage;
    this.#before = new Set(Array.isArray(known) ? (known as readonly Json[]).map(String) : []);
  }

  static async load(
    ports: HostPorts,
    flow: string,
    step: string,
    pollKey: PollKey,
    isOneMessage = false,
  ): Promise<PollMemory> {
    const name = `seen/${flow}/${step}`;
    return new PollMemory(ports, name, pollKey, await ports.state.get(name), isOneMessage);
  }

  /** What leaves of these: without entries seen before, each once. A list of which nothing is new does not leave. */
  fresh(outputs: readonly Json[]): readonly Json[] {
    if (!this.#isOneMessage) return this.#freshOf(outputs);
    return outputs.flatMap((list) => {
      const fresh = isJsonList(list) ? this.#freshOf(list) : [];
      return fresh.length === 0 ? [] : [fresh];
    });
  }

  #freshOf(entries: readonly Json[]): readonly Json[] {
    return entries.filter((entry) => {
      const key = keyOf(entry, this.#pollKey);
      if (this.#seen.has(key)) return false;
      this.#seen.add(key);
      const isKnown = this.#before.delete(key);
      if (isKnown || this.#isFirstLook) return false;
      this.#fresh.push(key);
      return true;
    });
  }

  /**
   * Remembers what was worked on: the fresh ones that left, or were refused by themselves, without those that were left
   * undone.
   */
  async save(undone: ReadonlySet<number>): Promise<void> {
    const { left, isWhole } = this;
    if (this.#isFirstLook && !isWhole) return;
    for (const [at, key] of this.#fresh.entries()) {
      const origin = this.#isOneMessage ? 0 : at;
      if (origin >= left || undone.has(origin)) this.#seen.delete(key);
    }
    const before = [...this.#before];
    const forgotten = isWhole
      ? Math.min(before.length, Math.max(0, before.length + this.#seen.size - keysKept))
      : 0;
    await this.#ports.state.set(this.#name, [...before.slice(forgotten), ...this.#seen]);
  }
}

/** Without a declared key the whole entry tells: a change makes it new. */
function keyOf(entry: Json, pollKey: PollKey): string {
  if (typeof pollKey === 'object') return writeJson(pollKey.map((each) => at(entry, each) ?? null));
  const value = pollKey === undefined ? entry : at(entry, pollKey);
  return typeof value === 'string' ? value : writeJson(value ?? entry);
}

function at(value: Json, pointer: string): Json | undefined {
  let here: Json | undefined = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as JsonObject)[name];
  }
  return here;
}
