import type { Json } from '../../shared/index.ts';
import type { Binding, Condition, SlotContent } from '../../mapping/index.ts';
import { createCatalog, type Component } from '../../catalog/index.ts';
import type { RunLimitsOfFlow, Flow, Start, Step } from '../../flow/index.ts';
import { testGeneric, testService } from './test-components.ts';

type Extras = Partial<
  Pick<
    Step,
    'onFailure' | 'retry' | 'parallel' | 'disabled' | 'emit' | 'settings' | 'shapes' | 'credential'
  >
> & {
  /** The steps this one comes after; without it, the one before. */
  readonly after?: readonly string[];
  /** The way out of those steps; without it, the usual one. */
  readonly by?: string;
};

/** The components that `aFlow` uses, and a catalog of them. */
export const testComponents: readonly Component[] = [testService, testGeneric];
export const testCatalog = createCatalog(testComponents);

/** "The value of `name` that step `from` gave." */
export function field(from: string, ...path: string[]): Binding {
  return { kind: 'ref', from, path };
}

export function group(props: Readonly<Record<string, Binding>>): Binding {
  return { kind: 'object', props };
}

/** A formula over one field, `$a`. */
export function formula(text: string, from: string, ...path: string[]): Binding {
  return {
    kind: 'formula',
    lang: 'jsonata',
    text,
    refs: { a: { kind: 'ref', from, path } },
    result: 'single',
  };
}

export function fixed(value: Json): Binding {
  return { kind: 'literal', value };
}

/** A flow in a few words: `aFlow().receives('order').maps('slim', group({ … })).adds('send', field('slim')).build()`. */
export function aFlow(): FlowBuilder {
  return new FlowBuilder();
}

export class FlowBuilder {
  #start: Start = { kind: 'manual' };
  #limits: RunLimitsOfFlow | undefined;
  readonly #steps: Step[] = [];
  readonly #edges: Flow['edges'] = [];

  receives(id: string): this {
    this.#start = { kind: 'webhook' };
    return this.#add(id, testGeneric, 'receive', {}, {});
  }
  lists(id: string, extras: Extras = {}): this {
    return this.#add(id, testService, 'list', {}, extras);
  }
  finds(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testService, 'find', { input }, extras);
  }
  maps(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'map', { input }, extras);
  }
  filters(id: string, condition: Condition, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'only-if', { condition }, extras);
  }
  /** Branches by name, each with its condition. */
  routes(id: string, branches: Readonly<Record<string, Condition>>, extras: Extras = {}): this {
    const listed = Object.keys(branches).map((name) => ({ id: name, name }));
    const settings = { branches: listed, ...extras.settings };
    return this.#add(id, testGeneric, 'route', branches, { ...extras, settings });
  }
  /** One message for each entry of a list. */
  splits(id: string, list: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'each', { list }, extras);
  }
  /** Lists of what comes, of the nearest group; with the settings `of: 'run'` of the run, with `size` of so many. */
  collects(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'collect', { input }, extras);
  }
  /** Totals of a value, of the nearest group or of the run, and for each key. */
  totals(id: string, slots: { input?: Binding; key?: Binding }, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'totals', { ...slots }, extras);
  }
  /** Waits for the copies of a message by all the ways in `after`. */
  joins(id: string, extras: Extras): this {
    return this.#add(id, testGeneric, 'join', {}, extras);
  }
  /** Lets each key pass once; with the setting `where: 'runs'` once for all runs. */
  passesOnce(id: string, key: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'once', { key }, extras);
  }
  /** Each message waits a second before it goes on. */
  waits(id: string, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'wait', {}, extras);
  }
  /** At most so many messages a second. */
  slowsDown(id: string, count: number, extras: Extras = {}): this {
    const settings = { count, ...extras.settings };
    return this.#add(id, testGeneric, 'slow-down', {}, { ...extras, settings });
  }
  /** A person's function; what it gives is up to the host's `code`. */
  runsCode(id: string, input: Binding, extras: Extras = {}): this {
    const settings = { code: 'return input;', ...extras.settings };
    return this.#add(id, testGeneric, 'run-code', { input }, { ...extras, settings });
  }
  /** One message for each line of the file in `content`. */
  readsLines(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'read-lines', { input }, extras);
  }
  /** A file to pass on, of the Base64 in `text`. */
  makesFile(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'from-base64', { input }, extras);
  }
  /** The entry of a list with this `id`. */
  looksUp(id: string, list: Binding, key: Binding, extras: Extras = {}): this {
    const settings = { field: 'id', ...extras.settings };
    return this.#add(
      id,
      testGeneric,
      'look-up',
      { input: group({ list, key }) },
      { ...extras, settings },
    );
  }
  /** Answers the call that came in. */
  replies(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testGeneric, 'reply', { input }, extras);
  }
  /** Calls another flow, by its id. */
  calls(id: string, flow: string, input: Binding, extras: Extras = {}): this {
    const settings = { flow, ...extras.settings };
    return this.#add(id, testGeneric, 'call', { input }, { ...extras, settings });
  }
  adds(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testService, 'add', { input }, extras);
  }
  addsOnce(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testService, 'add-once', { input }, extras);
  }
  /** Sends a message to the address in `to`. */
  invites(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testService, 'invite', { input }, extras);
  }
  removes(id: string, input: Binding, extras: Extras = {}): this {
    return this.#add(id, testService, 'remove', { input }, extras);
  }
  /** A step of a component that is not there. */
  unknown(id: string): this {
    return this.#add(id, { ...testService, id: 'test:gone' }, 'gone', {}, {});
  }
  onError(from: string, to: string): this {
    this.#edges.push({ id: `${from}!${to}`, from, fromPort: 'error', to, toPort: 'in' });
    return this;
  }
  /** One more way: into a step that is there already. */
  connects(from: string, to: string, by = 'out'): this {
    const id = `${from}.${by}>${to}`;
    this.#edges.push({ id, from, fromPort: by, to, toPort: 'in' });
    return this;
  }
  starts(start: Start): this {
    this.#start = start;
    return this;
  }

  limits(limits: RunLimitsOfFlow): this {
    this.#limits = limits;
    return this;
  }

  build(): Flow {
    return {
      format: 'footbridge.flow',
      formatVersion: 1,
      id: 'flow-1',
      revision: 0,
      name: 'A flow',
      locale: 'en',
      timeZone: 'UTC',
      start: this.#start,
      ...(this.#limits === undefined ? {} : { limits: this.#limits }),
      steps: this.#steps,
      edges: this.#edges,
      credentials: [],
      components: [],
      samples: [],
      tests: [],
      layout: { positions: {}, notes: [], groups: [] },
    };
  }

  #add(
    id: string,
    component: Component,
    operation: string,
    slots: Readonly<Record<string, SlotContent>>,
    extras: Extras,
  ): this {
    const { after, by = 'out', ...rest } = extras;
    const before = after ?? (this.#steps.length === 0 ? [] : [(this.#steps.at(-1) as Step).id]);
    for (const from of before) {
      this.#edges.push({ id: `${from}>${id}`, from, fromPort: by, to: id, toPort: 'in' });
    }
    this.#steps.push({
      id,
      name: id,
      component: component.id,
      componentVersion: component.version,
      operation,
      settings: {},
      slots,
      ...rest,
    });
    return this;
  }
}
