/** Flows that pass large files on, run as a host runs them. */
import type { Step } from '../../flow/index.ts';
import { aStep, catalog, group, ref } from '../../flow/testing/a-flow.ts';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import { createDestinations, createEgress, createInProcessCalls } from '../../proxy/index.ts';
import type { LargeFiles } from '../../proxy/testing/large-files.ts';
import {
  foldRun,
  type MessageRecord,
  type RunState,
  type ServicePort,
} from '../../runtime/index.ts';
import type { KeptFiles } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import { createNodePorts } from '../node-ports.ts';
import { runOnce } from '../run-once.ts';
import { createTemporaryFiles } from '../temporary-files.ts';
import { flowWith } from './whole-run.ts';

export const account = { component: 'catalog:sftp', type: 'password' };
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

/** A host's calls and files. */
export interface Way {
  readonly files: KeptFiles;
  readonly service: ServicePort;
  readonly credential: string;
}

/** As `footbridge run` has them: in this process, the files on disk in a folder. */
export function onOneMachine(
  allow: readonly string[],
  form: LargeFiles['form'],
  folder: string,
): Way & { close(): Promise<void> } {
  const destinations = createDestinations({ allow, own: () => ({ port: 0, addresses: [] }) });
  const egress = createEgress({ destinations });
  const files = createTemporaryFiles(Infinity, folder);
  const service = createInProcessCalls({
    components: shippedComponents(),
    places: [],
    egress,
    destinations,
    now: Date.now,
    files,
  });
  service.hold('account', { ...account, values: form });
  return {
    files,
    service,
    credential: 'account',
    async close() {
      await egress.close();
      await files.close();
    },
  };
}

export async function ran(
  { files, service, credential }: Way,
  steps: readonly Step[],
  signal = new AbortController().signal,
): Promise<{ state: RunState; words: string | undefined; last: readonly MessageRecord[] }> {
  const ports = createNodePorts(service, undefined, files);
  let state: RunState | undefined;
  await runOnce({
    request: {
      runId: 'run',
      flow: { ...flowWith({ ...account, form: {} }, ...steps), start: { kind: 'manual' } },
      scope: { kind: 'flow' },
      writes: 'allow',
      samples: {},
      credentials: { account: credential },
    },
    catalog,
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
