import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exportFlow, parseFlow, writeFlow, type Flow } from '../flow/index.ts';
import { aCalledFlow, aStep, catalog } from '../flow/testing/a-flow.ts';
import { aDesk, type Desk } from './testing/command-line.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());
const newsletter = () => desk.sandbox.services.find(({ id }) => id === 'newsletter');
const written = (): number => newsletter()?.requests.count({ method: 'POST' }) ?? 0;
let before = 0;
afterEach(() => {
  before = written();
});

describe('footbridge run of a flow that calls another', () => {
  it('runs the called flow out of the same file, with its own connection, and answers with its Reply', async () => {
    await desk.write('file.json', await exported(calling(), [adding()]));
    const said = await desk.footbridge([...withInput('file.json'), '--yes', '--reply', 'said']);
    expect(said).toMatchObject({ code: 0, err: [] });
    expect(said.out.join('\n')).toMatch(
      /The key of "Newsletter" goes to 127\.0\.0\.1:\d+ and nowhere/,
    );
    expect(said.out.join('\n')).toMatch(
      /Answer \(status 200\): \{"got":\{"added":"ada-\d+@example.com"\}\}/,
    );
    expect(written() - before).toBe(1);
  });

  it('shows the call and sends nothing without --yes', async () => {
    await desk.write('file.json', await exported(calling(), [adding()]));
    const said = await desk.footbridge(withInput('file.json'));
    expect(said.out.join('\n')).toContain('CALL Add a subscriber');
    expect(written() - before).toBe(0);
  });

  it('finds the called flow in a folder, among files that are none', async () => {
    await mkdir(join(desk.folder, 'others'));
    await desk.write('others/keys.json', '{"CRM": "x"}');
    await desk.write('others/adding.flow.json', await exported(adding()));
    await desk.write('file.json', await exported(calling()));
    const said = await desk.footbridge([...withInput('file.json'), '--yes', '--flows', 'others']);
    expect(said).toMatchObject({ code: 0, err: [] });
    expect(written() - before).toBe(1);
  });

  it('says which flow is missing before anything is sent', async () => {
    await desk.write('file.json', await exported(calling()));
    const said = await desk.footbridge([...withInput('file.json'), '--yes']);
    expect(said.code).toBe(3);
    expect(said.err.join('\n')).toContain(
      'This flow calls "Add a subscriber", which is not in the file.',
    );
    expect(written() - before).toBe(0);
  });

  it('names a folder that is not there', async () => {
    await desk.write('file.json', await exported(calling()));
    const said = await desk.footbridge([...withInput('file.json'), '--flows', 'gone']);
    expect(said.code).toBe(3);
    expect(said.err.join('\n')).toContain('The folder gone cannot be read (ENOENT).');
  });

  it('is written and read with its called flows, each without a trace of this browser', async () => {
    const parsed = parseFlow(await exported(calling(), [adding()]));
    const [called] = (parsed.ok && parsed.value.calledFlows) || [];
    expect(called).toMatchObject({ id: 'adding', name: 'Add a subscriber' });
    expect(called?.components.map(({ component }) => component.id)).toContain('catalog:newsletter');
  });
});

function withInput(file: string): string[] {
  return ['run', file, '--input', 'input.json'];
}

async function exported(flow: Flow, called: readonly Flow[] = []): Promise<string> {
  // Each address can subscribe once.
  await desk.write('input.json', `{"email": "ada-${String(written())}@example.com"}`);
  return writeFlow(await exportFlow(flow, catalog, { called }));
}

function calling(): Flow {
  return aCalledFlow(
    'calling',
    [
      aStep('in', 'webhook/receive'),
      aStep('call', 'call-flow/call', {
        settings: { flow: 'adding' },
        labels: { '/settings/flow': 'Add a subscriber' },
        slots: { input: { kind: 'ref', from: 'in', path: [] } },
      }),
      aStep('answer', 'reply/answer', {
        slots: {
          input: { kind: 'object', props: { got: { kind: 'ref', from: 'call', path: [] } } },
        },
      }),
    ],
    'Take a sign-up',
  );
}

/** With a connection of its own. */
function adding(): Flow {
  const fields = { email: { kind: 'ref', from: 'in', path: ['email'] } } as const;
  const flow = aCalledFlow(
    'adding',
    [
      aStep('in', 'webhook/receive'),
      aStep('add', 'newsletter/add-subscriber', {
        credential: 'key',
        slots: {
          input: {
            kind: 'object',
            props: {
              ...fields,
              firstName: { kind: 'literal', value: 'Ada' },
              lastName: { kind: 'literal', value: 'Lovelace' },
            },
          },
        },
      }),
      aStep('answer', 'reply/answer', {
        slots: {
          input: { kind: 'object', props: { added: fields.email } },
        },
      }),
    ],
    'Add a subscriber',
  );
  const type = catalog.component('catalog:newsletter')?.credentials[0]?.id ?? '';
  return {
    ...flow,
    credentials: [{ id: 'key', name: 'Newsletter', component: 'catalog:newsletter', type }],
  };
}
