/** A whole run: the engine on this machine, its calls through a page's way to a whole proxy, real services behind it. */
import { createCatalog, type Component } from '../../catalog/index.ts';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import type { Flow, Step } from '../../flow/index.ts';
import { aFlow } from '../../flow/testing/a-flow.ts';
import { createServiceCalls, type ServiceCalls } from '../../proxy/page-call.ts';
import { proxyUnderTest } from '../../proxy/testing/proxy-under-test.ts';
import { foldRun, type RunState } from '../../runtime/index.ts';
import type { Json, JsonObject } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import { createNodePorts } from '../node-ports.ts';
import { runOnce } from '../run-once.ts';

export interface Account {
  readonly component: string;
  readonly type: string;
  readonly form: JsonObject;
}

/** How a run ended: its state, that of its last step, how many messages that step did, and its refusal as a person reads it. */
export interface Ended {
  readonly run: string;
  readonly step: string;
  readonly done: number;
  readonly words: string | undefined;
}

export interface WholeRun {
  /** Runs it to its end. `onAnswer` sees the number of every answer before the engine does. */
  run(onAnswer?: (count: number) => void): Promise<Ended>;
  /** What the same proxy gives a page that calls another service. */
  ask(url: string): Promise<string>;
  close(): Promise<void>;
}

export async function wholeRun(given: {
  readonly flow: Flow;
  readonly allow: readonly string[];
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly account?: Account;
  /** Whose SQLite files may be opened. */
  readonly folders?: readonly string[];
  /** The calls that came in. */
  readonly received?: readonly Json[];
  /** In place of the shipped ones: services of others, moved to where a test has them. */
  readonly components?: readonly Component[];
}): Promise<WholeRun> {
  const { flow, account, received, components = shippedComponents() } = given;
  const catalog = createCatalog(components);
  const tested = proxyUnderTest({
    allow: given.allow,
    components,
    ...(given.names === undefined ? {} : { names: given.names }),
    ...(given.folders === undefined ? {} : { folders: given.folders }),
  });
  const browser = await tested.browser();
  const token =
    account === undefined
      ? undefined
      : (await browser.seal(account.component, account.form, account.type)).token;

  // What a flow remembers outlives its runs.
  const { state: memory } = createNodePorts(createServiceCalls(browser.ask));

  return {
    async run(onAnswer = () => undefined) {
      const services = counted(createServiceCalls(browser.ask), onAnswer);
      // Whoever waits for another try does not wait here.
      const ports = {
        ...createNodePorts(services, () => new Promise((resolve) => setImmediate(resolve))),
        state: memory,
      };
      let state: RunState | undefined;
      await runOnce({
        request: {
          runId: 'run',
          flow,
          scope: { kind: 'flow' },
          writes: 'allow',
          onlyNew: flow.start.kind === 'poll',
          samples: {},
          credentials: token === undefined ? {} : { account: token },
          ...(received === undefined ? {} : { received }),
        },
        catalog,
        ports,
        signal: new AbortController().signal,
        tell: (event) => {
          state = foldRun(state, event);
        },
        onHeld: () => undefined,
      });
      const last = state?.steps[flow.steps.at(-1)?.id ?? ''];
      const failure = last?.refusals[0]?.failure ?? last?.failure ?? state?.failure;
      return {
        run: state?.status ?? 'not begun',
        step: last?.status ?? 'not begun',
        done: last?.counts.out ?? 0,
        words: failure === undefined ? undefined : sayWording(failure),
      };
    },
    async ask(url) {
      const { origin, pathname } = new URL(url);
      const answer = await browser.call({ component: 'catalog:rest', origin, path: pathname });
      return answer.text();
    },
    close: () => tested.close(),
  };
}

/** A flow of these steps, in a row, whose steps sign in with the one account. */
export function flowWith(account: Account | undefined, ...steps: readonly Step[]): Flow {
  const flow = aFlow({
    steps,
    ...(steps.length > 1 ? { start: { kind: 'webhook' } as const } : {}),
  });
  return {
    ...flow,
    credentials:
      account === undefined
        ? []
        : [{ id: 'account', name: 'Account', component: account.component, type: account.type }],
  };
}

function counted(services: ServiceCalls, onAnswer: (count: number) => void): ServiceCalls {
  let count = 0;
  return {
    ...services,
    async call(request, credential, signal) {
      const answer = await services.call(request, credential, signal);
      onAnswer(++count);
      return answer;
    },
  };
}
