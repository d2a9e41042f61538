/** Flows that pass large files on, run as a host runs them. */
import type { Step } from '../../flow/index.ts';
import { aStep, catalog as shipped, group, ref } from '../../flow/testing/a-flow.ts';
import { createCatalog, type Component } from '../../catalog/index.ts';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import { createDestinations, createEgress, createInProcessCalls } from '../../proxy/index.ts';
import { createServiceCalls } from '../../proxy/page-call.ts';
import type { LargeFiles } from '../../proxy/testing/large-files.ts';
import { proxyUnderTest } from '../../proxy/testing/proxy-under-test.ts';
import {
  foldRun,
  type MessageRecord,
  type RunState,
  type ServicePort,
} from '../../runtime/index.ts';
import { createBlobFiles, type KeptFiles } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import { createNodePorts } from '../node-ports.ts';
import { runOnce } from '../run-once.ts';
import { createTemporaryFiles } from '../temporary-files.ts';
import { flowWith, type Account } from './whole-run.ts';

/** The account of a file server. */
export const accountOf = (form: LargeFiles['form']): Account => ({
  component: 'catalog:sftp',
  type: 'password',
  form,
});
const written = { kind: 'literal', value: 'out.csv' } as const;

export const read = (path: string, id = 'read'): Step =>
  aStep(id, 'sftp/read-file', {
    credential: 'account',
    slots: { input: { kind: 'literal', value: { path, as: 'content' } } },
  });
export const write = (from: string, change: Partial<Step> = {}): Step =>
  aStep('write', 'sftp/write-file', {
    credential: 'account',
    slots: {
      input: group({ path: written, content: ref(from, 'content') }),
    },
    ...change,
  });
export const rows = (id: string, use: `${string}/${string}`, change: Partial<Step> = {}): Step =>
  aStep(id, use, { slots: { input: group({ content: ref('read', 'content') }) }, ...change });

/** What a host is asked to reach, and by which account. */
export interface Asked {
  readonly allow: readonly string[];
  readonly account?: Account;
  /** In place of the shipped ones: services of others, moved to where a test has them. */
  readonly components?: readonly Component[];
}

/** A host's calls and files. */
export interface Way extends Omit<Asked, 'allow'> {
  readonly files: KeptFiles;
  readonly service: ServicePort;
  readonly credential: string;
  close(): Promise<void>;
}

/** As a page has them: through a whole proxy, the files in the platform's keeping. */
export async function inPage({ allow, account, components }: Asked): Promise<Way> {
  const tested = proxyUnderTest({ allow, components: components ?? shippedComponents() });
  const browser = await tested.browser();
  const sealed = account && (await browser.seal(account.component, account.form, account.type));
  const files = createBlobFiles();
  return {
    files,
    service: createServiceCalls(browser.ask, undefined, files),
    credential: sealed?.token ?? '',
    ...(account === undefined ? {} : { account }),
    ...(components === undefined ? {} : { components }),
    close: () => tested.close(),
  };
}

/** As `footbridge run` has them: in this process, the files on disk in a folder. */
export function onOneMachine({ allow, account, components }: Asked, folder: string): Way {
  const destinations = createDestinations({ allow, own: () => ({ port: 0, addresses: [] }) });
  const egress = createEgress({ destinations });
  const files = createTemporaryFiles(Infinity, folder);
  const service = createInProcessCalls({
    components: components ?? shippedComponents(),
    places: [],
    egress,
    destinations,
    now: Date.now,
    files,
  });
  if (account !== undefined)
    service.hold('account', {
      component: account.component,
      type: account.type,
      values: account.form,
    });
  return {
    files,
    service,
    credential: 'account',
    ...(account === undefined ? {} : { account }),
    ...(components === undefined ? {} : { components }),
    async close() {
      await egress.close();
      await files.close();
    },
  };
}

export async function ran(
  { files, service, credential, account, components }: Way,
  steps: readonly Step[],
  signal = new AbortController().signal,
): Promise<{ state: RunState; words: string | undefined; last: readonly MessageRecord[] }> {
  const ports = createNodePorts(service, undefined, files);
  let state: RunState | undefined;
  await runOnce({
    request: {
      runId: 'run',
      flow: { ...flowWith(account, ...steps), start: { kind: 'manual' } },
      scope: { kind: 'flow' },
      writes: 'allow',
      samples: {},
      credentials: { account: credential },
    },
    catalog: components === undefined ? shipped : createCatalog(components),
    ports,
    signal,
    tell: (event) => {
      state = foldRun(state, event);
    },
    onHeld: () => undefined,
  });
  if (state === undefined) throw new Error('the run reported nothing');
  const failure =
    state.failure ??
    Object.values(state.steps).flatMap(({ refusals }) => refusals.map((one) => one.failure))[0];
  return {
    state,
    words: failure && sayWording(failure),
    last: ports.kept.page(steps.at(-1)?.id ?? '', 0, 10).records,
  };
}
