import { readFileSync } from 'node:fs';
import { parseComponent, type Component } from '../../catalog/index.ts';
import type { ServiceAnswer, TaskRequest } from '../../catalog/contract.ts';
import { parseJson, type Json } from '../../shared/index.ts';
import type { TaskWaits } from '../tasks/answer-task.ts';
import type { Transports } from '../tasks/transports.ts';
import { proxy } from './scene.ts';
import { signInTo, type Account } from './signed-in.ts';

/** A shipped component, as the server reads it. */
export function shippedComponent(folder: string): Component {
  const path = new URL(`../../../components-catalog/${folder}/component.json`, import.meta.url);
  const json = parseJson(readFileSync(path, 'utf8'));
  const read = json.ok ? parseComponent(json.value) : undefined;
  if (read?.ok !== true) throw new Error(`no component in ${folder}`);
  return read.value;
}

/** Somebody who is signed in to a peer by a shipped component, through the whole proxy; everything is closed after the test. */
export async function signedIn({
  allow,
  names,
  taskWaits,
  transports,
  ...account
}: Account & {
  readonly allow?: readonly string[];
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly taskWaits?: Partial<TaskWaits>;
  readonly transports?: Transports;
}) {
  const { host, port } = account.form;
  const tested = proxy({
    allow: allow ?? [`${String(host)}:${String(port)}`],
    components: [account.component],
    ...(names === undefined ? {} : { names }),
    ...(taskWaits === undefined ? {} : { taskWaits }),
    ...(transports === undefined ? {} : { transports }),
  });
  const person = await signInTo(tested, account);
  const { services, token } = person;
  const plan = (operation: string, input: Json): TaskRequest => person.plan(operation, {}, input);
  const ask = (operation: string, input: Json, signal?: AbortSignal): Promise<ServiceAnswer> =>
    services.call(plan(operation, input), token, signal);

  return {
    tested,
    browser: person.browser,
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
    proof: (): Promise<ServiceAnswer> => services.call(person.planProof(), token),
  };
}
