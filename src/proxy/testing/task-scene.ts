import { readFileSync } from 'node:fs';
import { parseComponent, type Component } from '../../catalog/index.ts';
import type { ServiceAnswer, TaskRequest } from '../../catalog/contract.ts';
import { parseJson, type Json } from '../../shared/index.ts';
import { planCall, planVerify } from '../../catalog/index.ts';
import { createServiceCalls } from '../page-call.ts';
import { proxy } from './scene.ts';

/** A shipped component, as the server reads it. */
export function shippedComponent(folder: string): Component {
  const path = new URL(`../../../components-catalog/${folder}/component.json`, import.meta.url);
  const json = parseJson(readFileSync(path, 'utf8'));
  const read = json.ok ? parseComponent(json.value) : undefined;
  if (read?.ok !== true) throw new Error(`no component in ${folder}`);
  return read.value;
}

/** A browser that is signed in to a peer by a shipped component, through the whole proxy. */
export async function signedIn(given: {
  readonly component: Component;
  readonly type: string;
  readonly form: Readonly<Record<string, Json>>;
  readonly allow?: readonly string[];
  readonly names?: Readonly<Record<string, readonly string[]>>;
}) {
  const { component, type, form } = given;
  const tested = proxy({
    allow: given.allow ?? [`${String(form['host'])}:${String(form['port'])}`],
    components: [component],
    ...(given.names === undefined ? {} : { names: given.names }),
  });
  const browser = await tested.browser();
  const answer = await browser.post('/api/credentials', {
    component: component.id,
    type,
    values: form,
  });
  if (!answer.ok) throw new Error(`not sealed: ${await answer.text()}`);
  const { token } = (await answer.json()) as { token: string };
  const services = createServiceCalls(browser.ask);

  function plan(operation: string, input: Json): TaskRequest {
    const found = component.operations.find(({ id }) => id === operation);
    if (found === undefined) throw new Error(`no operation ${operation}`);
    const made = planCall({ component, operation: found, settings: {}, input });
    if (!made.ok) throw new Error(made.reason.code);
    if (made.value.via === undefined) throw new Error('a request, where a task was meant');
    return made.value;
  }
  const ask = (operation: string, input: Json, signal?: AbortSignal): Promise<ServiceAnswer> =>
    services.call(plan(operation, input), token, signal);

  return {
    tested,
    browser,
    services,
    token,
    plan,
    ask,
    /** The messages of a first page. */
    async messages(operation: string, input: Json): Promise<readonly Json[]> {
      const said = await ask(operation, input);
      if (said.kind !== 'answered' || said.status !== 200) throw new Error(JSON.stringify(said));
      return said.body as readonly Json[];
    },
    async proof(): Promise<ServiceAnswer> {
      const verify = component.credentials.find(({ id }) => id === type)?.verify;
      const made = verify === undefined ? undefined : planVerify(component, verify.call);
      if (made?.ok !== true) throw new Error('no proof');
      return services.call(made.value, token);
    },
  };
}
