import {
  planCall,
  takeAnswer,
  type CallFailure,
  type Component,
  type Operation,
  type StepShapes,
} from '../../catalog/index.ts';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import { createDestinations, createEgress, createInProcessCalls } from '../../proxy/index.ts';
import type { Json, JsonObject, Result } from '../../shared/index.ts';

const catalog = shippedCatalog();

/** Calls of the shipped components as `footbridge run` makes them: real sockets, to these hosts and nowhere else. */
export function callsTo(hosts: readonly string[]) {
  const destinations = createDestinations({
    allow: hosts,
    own: () => ({ port: 0, addresses: [] }),
  });
  const egress = createEgress({ destinations });
  const calls = createInProcessCalls({
    components: catalog.whole,
    places: [],
    egress,
    destinations,
    now: Date.now,
  });
  return { calls, close: () => egress.close() };
}

/** What an account holds: the way to sign in, and what is typed for it. */
export type Account = JsonObject & { readonly type: string };

/** Who uses a shipped component by hand: an operation, its settings, a message. */
export function userOf(id: string, hosts: readonly string[], account?: Account) {
  const component = componentOf(id);
  const { calls, close } = callsTo(hosts);
  const { type, ...values } = account ?? { type: '' };
  if (account !== undefined) calls.hold('account', { component: id, type, values });

  function operationOf(name: string): Operation {
    const operation = catalog.operation(id, name);
    if (operation === undefined) throw new Error(`no ${id}/${name}`);
    return operation;
  }

  /** All messages of an operation, page by page, or why there are none. */
  async function ask(
    name: string,
    settings: JsonObject,
    input: Json = {},
    shapes?: StepShapes,
  ): Promise<Result<readonly Json[], CallFailure>> {
    const asked = { component, operation: operationOf(name), shapes };
    const planned = planCall({ ...asked, settings, input });
    if (!planned.ok) return planned;
    const messages: Json[] = [];
    let request: typeof planned.value | undefined = planned.value;
    while (request !== undefined) {
      const answer = await calls.call(request, account === undefined ? undefined : 'account');
      const taken = takeAnswer({ ...asked, request, answer });
      if (!taken.ok) return taken;
      messages.push(...taken.value.messages);
      request = taken.value.next;
    }
    return { ok: true, value: messages };
  }

  return { component, calls, operationOf, ask, close };
}

function componentOf(id: string): Component {
  const component = catalog.component(id);
  if (component === undefined) throw new Error(`no ${id}`);
  return component;
}
