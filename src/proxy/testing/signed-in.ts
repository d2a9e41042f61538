import { planCall, planVerify, type Component } from '../../catalog/index.ts';
import type { TaskRequest } from '../../catalog/contract.ts';
import type { Json, JsonObject } from '../../shared/index.ts';
import { createServiceCalls } from '../page-call.ts';
import type { ProxyUnderTest } from './proxy-under-test.ts';

export interface Account {
  readonly component: Component;
  /** Which way to sign in. */
  readonly type: string;
  readonly form: JsonObject;
}

/** A browser that is signed in to a peer, and the tasks of the peer's component as a run plans them. */
export async function signInTo(
  tested: Pick<ProxyUnderTest, 'browser'>,
  { component, type, form }: Account,
) {
  const browser = await tested.browser();
  const { token } = await browser.seal(component.id, form, type);
  return {
    browser,
    token,
    services: createServiceCalls((path, init) => browser.ask(path, init)),
    plan(operation: string, settings: JsonObject, input: Json): TaskRequest {
      const found = component.operations.find(({ id }) => id === operation);
      if (found === undefined) throw new Error(`no operation ${operation}`);
      const made = planCall({ component, operation: found, settings, input });
      if (!made.ok) throw new Error(made.reason.code);
      if (made.value.via === undefined) throw new Error('a request, where a task was meant');
      return made.value;
    },
    planProof(): TaskRequest {
      const verify = component.credentials.find(({ id }) => id === type)?.verify;
      const made = verify === undefined ? undefined : planVerify(component, verify.call);
      if (made?.ok !== true || made.value.via === undefined) throw new Error('no proof');
      return made.value;
    },
  };
}
