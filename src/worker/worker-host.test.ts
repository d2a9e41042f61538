import { replySignal } from '../runtime/index.ts';
import { describeHost } from '../runtime/testing/host-contract.ts';
import { countingSleep, inTurn, type HostUnderTest } from '../runtime/testing/hosts.ts';
import { testComponents } from '../runtime/testing/index.ts';
import type { MessageRecord } from '../runtime/contract.ts';
import type { Json } from '../shared/index.ts';
import { aPage } from './testing/a-page.ts';

/** As the page does it: a run is asked of the worker, its reports come in batches, its records by page. */
const worker: HostUnderTest = {
  async run({ request, script, confirm = {}, atRefusal = {}, cancelAtCall, state, files }) {
    const { runId } = request;
    const replies: Record<number, Json> = {};
    let slept = (): number => 0;
    const page = aPage(
      (asked, call) => {
        if (call === cancelAtCall) void page.client.cancel(runId);
        return script(asked, call);
      },
      (ports) => {
        for (const call of request.received?.keys() ?? [])
          void ports.signal.wait(replySignal(call)).then((said) => {
            replies[call] = said;
          });
        const counting = countingSleep(ports);
        slept = counting.slept;
        return { ...counting, ...(state && { state }), ...(files && { files }) };
      },
    );
    const { client, events, service } = page;
    const answerTo = inTurn(confirm);
    client.onEvents((batch) => {
      for (const event of batch.events) {
        if (event.type === 'step.held') {
          const answer = answerTo(event.step);
          if (answer !== undefined) void client.confirm(runId, event.step, answer);
        }
        if (event.type === 'step.halted') {
          const answer = atRefusal[event.step];
          if (answer !== undefined) void client.answerRefusal(runId, event.step, answer);
        }
      }
    });
    await client.start({ ...request, components: testComponents });
    await page.untilOver();
    const records = new Map<string, readonly MessageRecord[]>();
    for (const { id: step } of request.flow.steps)
      records.set(
        step,
        (await client.recordsPage({ runId, step, offset: 0, limit: 100_000 })).records,
      );
    client.dispose();
    return {
      events,
      requests: service.requests,
      mostAtOnce: service.traffic.most,
      slept: slept(),
      replies,
      records: (step) => records.get(step) ?? [],
    };
  },
};

describeHost('the worker of a page', worker);
