import { compileBinding, isBinding, type Binding, type Evaluation } from '../../mapping/index.ts';
import {
  keyThatFits,
  planCall,
  previewOf,
  takeAnswer,
  withIdempotencyKey,
  type Operation,
  type RequestTemplate,
} from '../../catalog/index.ts';
import { fromMapping, type Failure } from '../failure.ts';
import type { Json } from '../../shared/index.ts';
import { PagesAsked } from './pages-asked.ts';
import type { Calling, CallIo, Executor, Prepared, PreparedCall, StepSetup } from './executor.ts';

const nothing: Binding = { kind: 'object', props: {} };

/** Asks or tells a service, as the operation declares: one call, or one for each page. */
export const serviceCall: Executor = {
  form: 'calling',
  make: (setup) => new ServiceCalling(setup),
};

class ServiceCalling implements Calling {
  readonly #setup: StepSetup;
  readonly #mapping: ReturnType<typeof compileBinding>;
  readonly #asOneList: boolean;

  constructor(setup: StepSetup) {
    this.#setup = setup;
    const content = setup.step.slots['input'];
    this.#mapping = compileBinding(content !== undefined && isBinding(content) ? content : nothing);
    this.#asOneList = setup.operation.emits === 'many' && setup.step.emit === 'whole-list';
  }

  prepare: Calling['prepare'] = (message, context) => {
    const made = this.#mapping.evaluate(message.sources, context);
    return made instanceof Promise
      ? made.then((known) => this.#planned(known))
      : this.#planned(made);
  };

  #planned({ value, problems }: Evaluation): Prepared {
    const input = value === undefined ? {} : value;
    if (problems.length > 0) return { ok: false, failure: fromMapping(problems), input };
    return this.prepareInput(input);
  }

  prepareInput(input: Json): Prepared {
    const { component, operation, step } = this.#setup;
    const { settings, shapes } = step;
    const planned = planCall({ component, operation, settings, input, shapes });
    if (!planned.ok) return { ok: false, failure: planned.reason, input };
    const request = planned.value;
    return { ok: true, call: { input, request, preview: previewOf(request) } };
  }

  async perform(call: PreparedCall, io: CallIo): Promise<Failure | undefined> {
    if (call.request === undefined) throw new Error('a call was prepared without its request');
    const first = await withKey(call.request, this.#setup, io);
    let unasked: RequestTemplate | undefined;
    try {
      return await this.#pages(first, io, (next) => (unasked = next));
    } finally {
      if (unasked !== undefined) io.leave(unasked);
    }
  }

  /** Page after page; `onNext` hears what would be asked next. */
  async #pages(
    first: RequestTemplate,
    io: CallIo,
    onNext: (next: RequestTemplate | undefined) => void,
  ): Promise<Failure | undefined> {
    const list: Json[] = [];
    let room: number | undefined;
    let request = first;
    const wanted = pagesWanted(first, this.#setup.operation);
    const asked = new PagesAsked(first);
    for (let page = 1; ; page++) {
      const taken = await io.attempt(request, (answer) =>
        takeAnswer({
          component: this.#setup.component,
          operation: this.#setup.operation,
          request,
          answer,
          shapes: this.#setup.step.shapes,
        }),
      );
      if (!taken.ok) return taken.reason;
      const { messages } = taken.value;
      onNext(taken.value.next);
      const again = asked.gave(request, messages);
      if (again !== undefined) return again;
      const next = page < wanted ? taken.value.next : undefined;
      const endless = next === undefined ? undefined : asked.add(next);
      if (endless !== undefined) return endless;
      if (this.#asOneList) {
        for (const message of messages) {
          const left = io.roomAfter(message, room);
          if (typeof left !== 'number') return left;
          room = left;
          list.push(message);
        }
      } else if (!(await io.give(messages, next !== undefined))) return undefined;
      if (next === undefined) break;
      request = next;
    }
    if (this.#asOneList) await io.give([list], false);
    return undefined;
  }
}

/** How many pages are asked for at most, by the person's wish or the description's. */
function pagesWanted(request: RequestTemplate, { call }: Operation): number {
  const declared =
    call.via === 'http' || call.via === 'described' ? call.take?.maxPages : undefined;
  const chosen = request.via === undefined ? request.take?.maxPages : undefined;
  return chosen ?? (typeof declared === 'number' ? declared : Number.POSITIVE_INFINITY);
}

/** Where the service knows a message again, a second try cannot do the work twice. */
async function withKey(
  request: RequestTemplate,
  { operation }: StepSetup,
  io: CallIo,
): Promise<RequestTemplate> {
  const { idempotency } = operation;
  if (typeof idempotency !== 'object' || request.via !== undefined) return request;
  const key = await keyThatFits(io.idempotencyKey, idempotency);
  return withIdempotencyKey(request, idempotency, key);
}
