/**
 * Between the page and the run worker: what the person asks goes there, what it reports goes into the run store.
 *
 * 1. The worker is started by the first run, not by the page.
 * 2. Only the run that was asked for last is shown; reports of others are dropped. A flow that fires by itself may be at its next
 *    run before the samples of the one before have come: those are taken.
 * 3. Writes ask: no run of the page sends one before the person has seen it.
 * 4. What is known goes to the worker before anything is drawn: the run begins while the page draws that it does.
 * 5. Whatever was asked for comes to its end: a run that is stopped, or cannot begin, before the worker knows of it ends
 *    here. Whoever waited looks again whether it is still wanted.
 */
import { exampleOf, type Catalog } from '../../catalog/index.ts';
import { operationOf, upstreamOf, type Flow } from '../../flow/index.ts';
import type { RunScope } from '../../runtime/contract.ts';
import { failure, type Wording } from '../../shared/index.ts';
import type { Database } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { createRunClient, type RunAsk, type RunClient } from '../../worker/worker-client.ts';
import type { RunCommands, Workbench } from '../state/workbench.ts';
import { whyFailed } from '../state/need-components.ts';
import { readSendsAlways, sendsAlwaysOf } from '../state/sends-always.ts';
import { fetchSamples } from './fetch-samples.ts';
import { followTokens } from './follow-tokens.ts';
import { componentsOf, loadCalledFlows } from './load-called-flows.ts';
import { recordSamples } from './record-samples.ts';

type Stores = Pick<
  Workbench,
  | 'document'
  | 'view'
  | 'run'
  | 'samples'
  | 'shelves'
  | 'sampleCommands'
  | 'toasts'
  | 'needComponents'
>;

export function createRunCommands(
  bench: Stores & {
    readonly catalog: Catalog;
    readonly openDatabase: () => Promise<Database>;
  },
  newClient: () => RunClient = createRunClient,
): RunCommands {
  const { document, view, run, samples, shelves, catalog, openDatabase } = bench;
  let client: RunClient | undefined;
  let runId: string | undefined;
  /** The worker knows of the run. */
  let isSent = false;
  let listenId: string | undefined;
  /** Runs of the flow that waits, or of the one that did until now. */
  const fired = new Set<string>();
  const tokensNow = followTokens(openDatabase);
  /** The flow as it runs, or as it waits. */
  let ran: Flow | undefined;
  /** The earlier run that was asked for last; none, once the person has begun another one. */
  let lookedFor: string | undefined;

  function connect(): RunClient {
    if (client !== undefined) return client;
    client = newClient();
    client.onEvents((batch) => {
      // A closed flow clears the store: late reports of its run are nobody's.
      if (batch.runId !== runId || run.getState().scope === undefined) return;
      run.take(batch.events);
      // It waits for an answer now: the earlier run that is looked at gives way to it.
      if (fired.has(batch.runId) && batch.events.some(({ type }) => type === 'run.held'))
        run.setState({ looked: undefined });
    });
    client.onKept(({ runId: of, samples: kept, notKept }) => {
      if (of === runId && notKept !== undefined) run.setState({ notKept });
      // The person may have closed the flow, or begun another test, meanwhile.
      if (of !== runId && !fired.has(of)) return;
      if (run.getState().scope === undefined || ran === undefined) return;
      if (ran.id === document.getState().flow?.id) recordSamples(bench, kept, ran);
    });
    client.onListening((news) => {
      if (news.type === 'defect') {
        console.error(news.message);
        bench.toasts.show({ text: say('common.test-stopped'), tone: 'trouble' });
        return;
      }
      if (news.listenId !== listenId) return;
      if (news.type === 'fired') {
        runId = news.runId;
        fired.add(news.runId);
        isSent = true;
        const { looked } = run.getState();
        run.begin({ kind: 'flow' }, { flow: ran });
        run.setState({ looked }); // nobody has asked for this one: who looks at an earlier one goes on
      }
      if (news.type === 'waiting') run.wait(news.until === undefined ? {} : { next: news.until });
      if (news.type === 'lost') run.wait({ lost: true });
      if (news.type === 'stopped') run.setState({ listening: false });
    });
    return client;
  }

  function endBeforeStart(how: { status: 'cancelled' } | { why: Wording; scope: RunScope }): void {
    const id = runId;
    if (id === undefined) return;
    runId = undefined;
    const at = Date.now();
    run.take([
      { type: 'run.started', runId: id, at, steps: [] },
      'status' in how
        ? { type: 'run.finished', at, status: how.status }
        : {
            type: 'run.finished',
            at,
            status: 'failed',
            failure: { kind: 'terminal', fields: [], ...how.why },
          },
    ]);
    // A step that is tried alone shows its own end only, and it has not begun.
    if ('why' in how && how.scope.kind === 'only')
      bench.toasts.show({ text: sayWording(how.why), tone: 'trouble' });
  }

  async function requestOf(
    flow: Flow,
    scope: RunScope,
  ): Promise<Omit<RunAsk, 'runId' | 'received' | 'onlyNew' | 'remembers' | 'scope'>> {
    const [credentials] = await Promise.all([tokensNow(flow.id), samples.whenRead()]);
    const calls = await loadCalledFlows(flow, bench, openDatabase);
    return {
      flow,
      ...(calls.length > 0 && { calls }),
      writes: 'ask',
      sendsAlways: sendsAlwaysOf(flow, readSendsAlways()),
      credentials,
      components: componentsOf(flow, catalog),
      ...(await samplesFor(flow, scope)),
    };
  }

  /** A run that begins in the middle of the flow reads the samples of the steps before; any reads those of steps left out. */
  async function samplesFor(
    flow: Flow,
    scope: RunScope,
  ): Promise<Pick<RunAsk, 'samples' | 'sampleIds' | 'samplePorts' | 'leftOut'>> {
    const beginsLater = scope.kind === 'only' || scope.kind === 'from';
    const leftOut = leftOutOf(flow);
    const steps = [...(beginsLater ? upstreamOf(flow, scope.step) : []), ...leftOut];
    await fetchSamples(bench, openDatabase, steps);
    const known = samples.getState().byStep;
    const given = steps.flatMap((step) => {
      const sample = known[step];
      return sample === undefined ? [] : [[step, sample] as const];
    });
    return {
      leftOut,
      samples: Object.fromEntries(given.map(([step, { messages }]) => [step, messages])),
      sampleIds: Object.fromEntries(
        given.flatMap(([step, { ids }]) => (ids === undefined ? [] : [[step, ids]])),
      ),
      samplePorts: Object.fromEntries(
        given.flatMap(([step, { ports }]) => (ports === undefined ? [] : [[step, ports]])),
      ),
    };
  }

  /** Steps that tests do not run, as far as there is a sample to go on with. */
  function leftOutOf(flow: Flow): readonly string[] {
    const { byStep } = shelves.getState();
    const known = samples.getState().byStep;
    return flow.steps
      .filter(({ id }) => byStep[id]?.leftOut === true && known[id] !== undefined)
      .map(({ id }) => id);
  }

  return {
    warm() {
      connect().warm();
      const { flow } = document.getState();
      if (flow !== undefined) void tokensNow(flow.id).catch(() => undefined); // a run says so
    },
    async start(scope, options = {}) {
      const { flow } = document.getState();
      if (flow === undefined) return;
      cancel();
      fired.clear();
      ran = flow;
      const id = crypto.randomUUID();
      runId = id;
      lookedFor = undefined;
      isSent = false;
      let isDrawn = false;
      const draw = (): void => {
        if (isDrawn || runId !== id) return;
        isDrawn = true;
        run.begin(scope, { flow, ...options });
        if (scope.kind !== 'only')
          view.setState({ runPanelOpen: true, narrowTab: 'run', inspected: undefined });
      };
      // What the store is asked for takes its time: not at the cost of the drawing.
      setTimeout(draw);
      const request = await requestOf(flow, scope).catch((cause: unknown) => {
        draw();
        if (runId === id) endBeforeStart({ why: whyFailed(cause), scope });
      });
      if (request === undefined || runId !== id) return;
      isSent = true;
      const started = connect().start({
        ...request,
        runId: id,
        scope,
        refusals: 'ask',
        ...(options.firstRecords !== undefined && { firstRecords: options.firstRecords }),
        ...(options.again !== undefined && { again: options.again }),
        ...(options.sameDataAs !== undefined && { sameDataAs: options.sameDataAs }),
        ...(options.received === undefined ? callOf(flow, bench) : { received: options.received }),
      });
      draw();
      try {
        await started;
      } catch {
        if (runId === id && run.getState().run === undefined)
          endBeforeStart({ why: { code: 'runs.host-gone', params: {} }, scope });
      }
    },
    cancel,
    confirm(step, decision) {
      if (runId !== undefined) void connect().confirm(runId, step, decision);
    },
    answerRefusal(step, decision) {
      if (runId !== undefined) void connect().answerRefusal(runId, step, decision);
    },
    async records(step, offset, limit, options = {}) {
      const of = options.runId ?? runId;
      return of === undefined
        ? { records: [], total: 0, letGo: 0, indexes: [] }
        : connect().recordsPage({ ...options, runId: of, step, offset, limit });
    },
    async keepAsTest(name) {
      if (runId === undefined) return failure('nothing-ran');
      const id = crypto.randomUUID();
      return connect().keepTest({ runId, id, name, at: Date.now() });
    },
    stopTest: (test) => connect().stopTest(test),
    runTest: (test, flow) =>
      connect().runTest({ test, flow, components: componentsOf(flow, catalog) }),
    async lookAt(id) {
      const { flow } = document.getState();
      lookedFor = id;
      const looked = await connect()
        .openRun(id)
        .catch(() => undefined);
      if (looked === undefined) return false;
      // Another run was asked for meanwhile, or another flow: this one is still kept, and no longer wanted.
      if (lookedFor !== id || document.getState().flow?.id !== flow?.id) return true;
      view.setState({ inspected: undefined });
      run.setState({ looked });
      return true;
    },
    readRunFile: (file) => connect().readRunFile(file),
    writeRunFile: (id, flow) =>
      connect().writeRunFile({ runId: id, components: componentsOf(flow, catalog) }),
    whyDropped: (id, step, index, flow) =>
      connect().whyDropped({
        runId: id,
        step,
        index,
        flow,
        components: componentsOf(flow, catalog),
      }),
    changes: (id, step, side) => connect().changes({ runId: id, step, side }),
    async listen() {
      const { flow } = document.getState();
      if (flow === undefined) return;
      stopListening();
      fired.clear();
      ran = flow;
      const id = crypto.randomUUID();
      const asked = requestOf(flow, { kind: 'flow' });
      listenId = id;
      lookedFor = undefined;
      run.setState({ listening: true, waiting: undefined, looked: undefined });
      view.setState({ runPanelOpen: true, narrowTab: 'run' });
      const request = await asked.catch((cause: unknown) => {
        noLongerListening(id, sayWording(whyFailed(cause)));
      });
      if (request === undefined || listenId !== id) return;
      try {
        const waits = await connect().listen({
          listenId: id,
          request: { ...request, leftOut: [], scope: { kind: 'flow' } },
        });
        if (listenId === id) run.wait(waits);
      } catch {
        noLongerListening(id, say('common.server-gone'));
      }
    },
    stopListening,
  };

  function cancel(): void {
    const { run: last } = run.getState();
    if (runId === undefined) return;
    if (!isSent) endBeforeStart({ status: 'cancelled' });
    else if (last === undefined || last.status === 'running' || last.status === 'held')
      void client?.cancel(runId);
  }

  function noLongerListening(id: string, why: string): void {
    if (listenId !== id) return;
    listenId = undefined;
    run.setState({ listening: false, waiting: undefined });
    bench.toasts.show({ text: why, tone: 'trouble' });
  }

  function stopListening(): void {
    if (listenId !== undefined) void client?.stopListening(listenId);
    listenId = undefined;
    run.setState({ listening: false, waiting: undefined });
  }
}

/** What a flow that a call starts is tested with: what came in last, or the example of its shape. */
function callOf(
  flow: Flow,
  { samples, catalog }: Pick<Workbench, 'samples' | 'catalog'>,
): Pick<RunAsk, 'received' | 'receivedSample'> {
  if (flow.start.kind !== 'webhook') return {};
  const first = flow.steps.find((step) => !flow.edges.some((edge) => edge.to === step.id));
  if (first === undefined) return {};
  const { messages: [known] = [], apart } = samples.getState().byStep[first.id] ?? {};
  if (apart !== undefined) return { receivedSample: apart };
  if (known !== undefined) return { received: [known] };
  const shape = first.shapes?.output?.schema;
  const example =
    shape === undefined ? operationOf(first, catalog)?.sample.output : exampleOf(shape);
  return example === undefined ? {} : { received: [example] };
}
