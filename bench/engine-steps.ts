import { aFlow, field, fixed, group } from '../src/runtime/testing.ts';
import { noService, runWell } from './engine-host.ts';
import { median, timed } from './measure.ts';
import type { Report } from './report.ts';

const steps = 200;
const messages = 2_000;

/** 200 Mappers in a row, each handing three fields on; what one of them costs one message. */
export async function manySteps(report: Report): Promise<void> {
  const chain = aFlow().receives('s0');
  for (let at = 1; at <= steps; at++) {
    const before = `s${String(at - 1)}`;
    chain.maps(
      `s${String(at)}`,
      group({
        id: field(before, 'id'),
        name: field(before, 'name'),
        kind: fixed('copy'),
      }),
    );
  }
  const flow = chain.build();
  const received = Array.from({ length: messages }, (_, at) => ({
    id: at,
    name: `row ${String(at)}`,
  }));
  const goes: number[] = [];
  for (let go = -2; go < 7; go++) {
    const ms = await timed(() => runWell({ flow, received, service: noService }));
    if (go >= 0) goes.push((ms * 1000) / (steps * messages));
  }
  report.row('engine.step-us', median(goes));
}
