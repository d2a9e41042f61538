import type { Json } from '../../shared/index.ts';
import { keptKeysOf } from '../kept-keys-name.ts';
import type { HostPorts } from '../ports.ts';
import { fingerprintOf } from './key-fingerprint.ts';

/** So many keys are remembered; the ones that came least lately are forgotten first. */
const mostKeys = 100_000;

/**
 * Keys that passed in earlier runs, and in this one.
 *
 * 1. Only fingerprints are kept, made together with the names of flow and step: what a key was cannot be read from them.
 * 2. Read before the run's first message, kept when it has ended and a key had come; a key whose message was left undone is not kept, so it passes again.
 * 3. What another run has kept meanwhile stays kept.
 */
export class KeptKeys {
  readonly #state: HostPorts['state'] | undefined;
  readonly #name: string;
  /** Fingerprints, the one that came least lately first; with the origin of its message where this run let it pass. */
  readonly #known = new Map<string, number | undefined>();
  #isAsked = false;

  /** Without a state only this run is known. */
  constructor(state: HostPorts['state'] | undefined, flow: string, step: string) {
    this.#state = state;
    this.#name = `${keptKeysOf(flow)}${step}`;
  }

  /** Comes to know those of earlier runs. */
  async begin(): Promise<void> {
    for (const name of await this.#kept()) this.#known.set(name, undefined);
  }

  /** True the first time. */
  async isNew(key: string, origin: number): Promise<boolean> {
    this.#isAsked = true;
    const known = this.#known;
    const fingerprint = await fingerprintOf(`${this.#name}/${key}`);
    const before = known.get(fingerprint);
    const isKnown = known.delete(fingerprint);
    known.set(fingerprint, isKnown ? before : origin);
    return !isKnown;
  }

  async keep(undone: ReadonlySet<number>): Promise<void> {
    if (!this.#isAsked || this.#state === undefined) return;
    const own = new Set<string>();
    for (const [fingerprint, origin] of this.#known)
      if (origin === undefined || !undone.has(origin)) own.add(fingerprint);
    const others = (await this.#kept()).filter((name) => !own.has(name));
    await this.#state.set(this.#name, [...others, ...own].slice(-mostKeys));
  }

  async #kept(): Promise<readonly string[]> {
    const kept = await this.#state?.get(this.#name);
    return Array.isArray(kept) ? (kept as readonly Json[]).map(String) : [];
  }
}
