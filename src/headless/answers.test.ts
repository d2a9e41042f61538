import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedCatalog } from '../catalog/testing/shipped.ts';
import { exportFlow, newFlow, newStep, writeFlow, type Flow, type Step } from '../flow/index.ts';
import { aDesk, type Desk } from './testing/command-line.ts';

const catalog = shippedCatalog();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

function step(id: string, use: string, change: Partial<Step> = {}): Step {
  const [name = '', operation = ''] = use.split('/');
  const component = catalog.component(`catalog:${name}`);
  const does = catalog.operation(`catalog:${name}`, operation);
  if (component === undefined || does === undefined) throw new Error(`no ${use}`);
  return { ...newStep(component, does, () => id, id), ...change };
}

/** A flow that is called, one step after the other, as it is exported. */
async function calledFlow(...steps: readonly Step[]): Promise<string> {
  const all = [step('order', 'webhook/receive'), ...steps];
  const flow: Flow = {
    ...newFlow('Orders', () => 'orders'),
    start: { kind: 'webhook' },
    steps: all,
    edges: steps.map(({ id }, at) => ({
      id: `e${String(at)}`,
      from: all[at]?.id ?? '',
      fromPort: 'out',
      to: id,
      toPort: 'in',
    })),
  };
  return writeFlow(await exportFlow(flow, catalog));
}

const number = { kind: 'ref', from: 'order', path: ['number'] } as const;

it('prints what each call is answered, and writes it where that is wanted', async () => {
  const reply = step('reply', 'reply/answer', {
    settings: { status: 201 },
    slots: { input: { kind: 'object', props: { number } } },
  });
  await desk.write('answering.json', await calledFlow(reply));
  await desk.write('calls.json', '{"number":7}\n{"number":8}');
  const said = await desk.footbridge([
    ...['run', 'answering.json', '--input', 'calls.json'],
    ...['--reply', 'answers.json'],
  ]);
  expect(said.code).toBe(0);
  expect(said.out).toContain('Answer to call 1 (status 201): {"number":7}');
  expect(said.out).toContain('Answer to call 2 (status 201): {"number":8}');
  const lines = (await readFile(join(desk.folder, 'answers.json'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    [7, 8].map((each) => ({
      status: 201,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      body: `{"number":${String(each)}}`,
    })),
  );
});

it('with --json says the answer beside the reports', async () => {
  const said = await desk.footbridge(['run', 'answering.json', '--input', 'calls.json', '--json']);
  expect(said.err).toContain('Answer to call 1 (status 201): {"number":7}');
  for (const line of said.out) expect(JSON.parse(line)).toHaveProperty('type');
});

it('says when the answers cannot be written', async () => {
  const said = await desk.footbridge([
    ...['run', 'answering.json', '--input', 'calls.json'],
    ...['--reply', 'no-such-folder/answers.json'],
  ]);
  expect(said.err.join('\n')).toContain('The run is over, but the answers could not be written');
});

it('lets a key pass once in all runs that remember, and in every run that does not', async () => {
  const once = step('once', 'remove-duplicates/once', {
    settings: { where: 'runs' },
    slots: { key: number },
  });
  await desk.write('once.json', await calledFlow(once));
  await rm(join(desk.folder, 'passed.json'), { force: true });
  const passed = async (...more: readonly string[]): Promise<string> => {
    const args = ['run', 'once.json', '--input', 'calls.json', ...more];
    return (await desk.footbridge(args)).out.at(-1) ?? '';
  };
  expect(await passed()).toMatch(/^Done: 2 in, 2 done/);
  expect(await passed('--memory', 'passed.json', '--yes')).toMatch(/^Done: 2 in, 2 done/);
  expect(await passed('--memory', 'passed.json', '--yes')).toMatch(/^Done: 2 in, .*2 left out/);
  expect(await passed()).toMatch(/^Done: 2 in, 2 done/);
  expect(await readFile(join(desk.folder, 'passed.json'), 'utf8')).toContain('passed/orders/once');
});
