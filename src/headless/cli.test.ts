import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startService } from '../proxy/testing/real-service.ts';
import { foldRun, type RunEvent, type RunState } from '../runtime/contract.ts';
import { parseFlow, writeFlow } from '../flow/index.ts';
import { aDesk, piped, type Desk, type Said } from './testing/command-line.ts';
import { everyCustomerToNewsletter, exportedTemplate } from './testing/exported-flow.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await desk.write('flow.json', await everyCustomerToNewsletter());
  await desk.write('form.json', await exportedTemplate('sign-up-form-to-crm'));
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const posts = (id: string): number =>
  desk.sandbox.services.find((service) => service.id === id)?.requests.count({ method: 'POST' }) ??
  0;
const eventsOf = ({ out }: Said): readonly RunEvent[] =>
  out.map((line) => JSON.parse(line) as RunEvent);
const stateOf = (said: Said): RunState | undefined =>
  eventsOf(said).reduce<RunState | undefined>(foldRun, undefined);
const allOf = ({ out, err }: Said): string => [...out, ...err].join('\n');

describe('footbridge run', () => {
  it('runs a flow as the page exports it, and says at each refused record why', async () => {
    const said = await desk.footbridge(['run', 'flow.json', '--yes']);
    expect(said.code).toBe(1);
    expect(said.out.slice(0, 4)).toEqual([
      'New customers to newsletter',
      expect.stringMatching(/^The key of "CRM" goes to 127\.0\.0\.1:\d+ and nowhere else\.$/),
      expect.stringMatching(
        /^The key of "Newsletter" goes to 127\.0\.0\.1:\d+ and nowhere else\.$/,
      ),
      '',
    ]);
    expect(said.out[4]).toMatch(/^1 CRM +Done +289 found/);
    expect(said.out[5]).toMatch(/^2 Newsletter +Done +274 done, 15 refused/);
    expect(said.out.at(-1)).toMatch(/^Done: 289 in, 274 done, 15 refused in /);
    const text = said.out.join('\n');
    expect(text).toContain('Refused at "Newsletter":');
    expect(text).toMatch(/ {2}Message 3, .+: Newsletter already has this entry\./);
    expect(text).toMatch(/ {4}Newsletter says: .+ is on the list already\./);
    expect(text).toMatch(/ {4}E-mail: ".+@.+"/);
    expect(said.err).toEqual([]);
    expect(posts('newsletter')).toBe(282);
  });

  it('tells no key, neither in words nor in reports', async () => {
    const runs = [
      await desk.footbridge(['run', 'flow.json', '--first', '2', '--yes']),
      await desk.footbridge(['run', 'flow.json', '--first', '2', '--yes', '--json']),
    ];
    for (const { sampleKey } of desk.sandbox.services)
      for (const said of runs) expect(allOf(said)).not.toContain(sampleKey);
  });

  it('without --yes shows what would be sent, and sends nothing', async () => {
    const said = await desk.footbridge(['run', 'flow.json', '--first', '7']);
    expect(said.code).toBe(0);
    expect(posts('newsletter')).toBe(0);
    const text = said.out.join('\n');
    expect(text).toMatch(
      /Footbridge would add \d in Newsletter: Add a subscriber\n {2}POST \/subscribers \{"email":/,
    );
    expect(text).toContain('Nothing was sent. Add --yes to send it.');
    expect(text).toMatch(/\n2 Newsletter +Not sent +7 not sent/);
    expect(said.out.at(-1)).toMatch(/^Tried: 7 in, 0 done, 7 not sent in /);
  });

  it('ends with 0 when everything is done', async () => {
    const said = await desk.footbridge(['run', 'flow.json', '--first', '2', '--yes']);
    expect(said.code).toBe(0);
    expect(said.out.at(-1)).toMatch(/^Done: 2 in, 2 done in /);
  });

  it('with --json gives every report of the run, and nothing else, on standard output', async () => {
    const said = await desk.footbridge(['run', 'flow.json', '--first', '3', '--yes', '--json']);
    expect(said.code).toBe(1);
    expect(stateOf(said)).toMatchObject({
      status: 'done',
      steps: { customers: { counts: { out: 3 } }, subscriber: { counts: { done: 2, refused: 1 } } },
    });
    expect(said.err[0]).toBe('New customers to newsletter');
  });

  it('says the lines of "Log" steps, made harmless', async () => {
    const logging = await everyCustomerToNewsletter((flow) => ({
      ...flow,
      steps: flow.steps.map((step) =>
        step.id === 'customers'
          ? step
          : {
              id: 'subscriber',
              name: 'Diary',
              component: 'catalog:log',
              componentVersion: '1.0.0',
              operation: 'line',
              settings: {},
              slots: {
                input: {
                  kind: 'object',
                  props: {
                    line: {
                      kind: 'text',
                      parts: ['\u001b[2JSeen: ', { kind: 'ref', from: 'customers', path: ['id'] }],
                    },
                  },
                },
              },
            },
      ),
    }));
    await desk.write('logging.json', logging);
    const said = await desk.footbridge(['run', 'logging.json', '--first', '2']);
    expect(allOf(said)).toMatch(/\nDiary: \[2JSeen: c-0001\nDiary: \[2JSeen: c-\d+\n/);
    expect(said.code).toBe(0);
  });

  it('stops at a refused record where the flow says so, and ends with 2', async () => {
    const stopping = await everyCustomerToNewsletter((flow) => ({
      ...flow,
      steps: flow.steps.map((step) => ({ ...step, onFailure: 'stop' as const })),
    }));
    await desk.write('stopping.json', stopping);
    const said = await desk.footbridge(['run', 'stopping.json', '--yes']);
    expect(said.code).toBe(2);
    expect(said.out.join('\n')).toMatch(/2 Newsletter +Did not work +2 done, 1 refused/);
    expect(said.out.at(-1)).toMatch(/^Stopped: something did not work: /);
    expect(posts('newsletter')).toBe(3);
  });

  it('makes no more messages than it was told, and takes none that is bigger', async () => {
    const few = await desk.footbridge(['run', 'flow.json', '--yes', '--most-messages=5']);
    expect(few.code).toBe(2);
    expect(few.out.join('\n')).toMatch(/A run makes at most 5 messages/);
    expect(few.out.join('\n')).toContain('Raise it with --most-messages');
    expect(posts('newsletter')).toBeLessThanOrEqual(5);
    const wide = await desk.footbridge(['run', 'flow.json', '--message-mb=1', '--first=1']);
    expect(wide.code).toBe(0);
  });

  it('says that a service refuses a key, in words, without the key', async () => {
    const wrong = 'not-the-key-of-anybody';
    const environment = { ...desk.environment, FOOTBRIDGE_CREDENTIAL_CRM: wrong };
    const said = await desk.footbridge(['run', 'flow.json', '--yes'], { environment });
    expect(said.code).toBe(2);
    expect(said.out.join('\n')).toContain(
      '\n  CRM refused this key. It may have expired, been withdrawn, or belong to another account. Connect again with a key that is valid.\n    CRM says: ',
    );
    expect(allOf(said)).not.toContain(wrong);
  });

  it('says that a service is down, after it has tried again', async () => {
    const closed = await startService(() => undefined);
    await closed.close();
    const [, newsletter = ''] = (desk.environment['FOOTBRIDGE_PLACES'] ?? '').split(',');
    const places = `sample-crm=http://127.0.0.1:${closed.port},${newsletter}`;
    const environment = { ...desk.environment, FOOTBRIDGE_PLACES: places };
    const said = await desk.footbridge(['run', 'flow.json'], { environment });
    expect(said.code).toBe(2);
    expect(said.err).toHaveLength(2);
    expect(said.err[0]).toMatch(
      /^CRM: 127\.0\.0\.1:\d+ cannot be reached: .+ Trying again in 1 s\.$/,
    );
    expect(said.out.join('\n')).toMatch(/\n {2}127\.0\.0\.1:\d+ cannot be reached/);
  });

  it('ends with 130 and every step final when it is cancelled in the middle', async () => {
    const cancel = new AbortController();
    const lines: string[] = [];
    const said = await desk.footbridge(['run', 'flow.json', '--yes', '--json'], {
      signal: cancel.signal,
      print(line) {
        lines.push(line);
        if (line.includes('"step.started","step":"subscriber"')) cancel.abort();
      },
    });
    expect(said.code).toBe(130);
    const state = stateOf({ ...said, out: lines });
    expect(state?.status).toBe('cancelled');
    for (const { counts, finishedAt } of Object.values(state?.steps ?? {})) {
      expect(finishedAt).toBeDefined();
      const { in: came, done, refused, dropped, held, cancelled } = counts;
      expect(done + refused + dropped + held + cancelled).toBe(came);
    }
    expect(posts('newsletter')).toBeLessThan(282);
  });

  it('says of what was on its way when it was stopped that only the service knows', async () => {
    const cancel = new AbortController();
    const slow = await startService((_asked, _response) => cancel.abort());
    const [crm = ''] = (desk.environment['FOOTBRIDGE_PLACES'] ?? '').split(',');
    const places = `${crm},sample-newsletter=http://127.0.0.1:${slow.port}`;
    const said = await desk.footbridge(['run', 'flow.json', '--first', '2', '--yes'], {
      environment: { ...desk.environment, FOOTBRIDGE_PLACES: places },
      signal: cancel.signal,
    });
    await slow.close();
    expect(said.code).toBe(130);
    expect(said.out.join('\n')).toMatch(
      /\n"Newsletter": Message 1, .+: The run was stopped while this was on its way\. Look at the service/,
    );
  });

  it('takes keys from a file', async () => {
    const [crm, newsletter] = desk.sandbox.services;
    await desk.write(
      'keys.json',
      JSON.stringify({
        CRM: { key: crm?.sampleKey },
        Newsletter: { token: newsletter?.sampleKey },
      }),
    );
    const { FOOTBRIDGE_PLACES } = desk.environment;
    const said = await desk.footbridge(
      ['run', 'flow.json', '--credentials', 'keys.json', '--first', '1'],
      { environment: { FOOTBRIDGE_PLACES } },
    );
    expect(said.code).toBe(0);
  });
});

describe('a flow that starts when it is called', () => {
  const call = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org', agreed: true };

  it('takes what is sent from a file', async () => {
    await desk.write('call.json', JSON.stringify(call, null, 2));
    const said = await desk.footbridge(['run', 'form.json', '--input', 'call.json', '--yes']);
    expect(allOf(said)).toContain('1 done');
    expect(said.code).toBe(0);
    expect(posts('crm')).toBe(1);
  });

  it('takes several calls that are piped in, a line each', async () => {
    const lines = [call, { ...call, agreed: false }].map((one) => JSON.stringify(one)).join('\n');
    const said = await desk.footbridge(['run', 'form.json', '--input', '-', '--yes'], {
      stdin: piped(lines),
    });
    expect(said.out.at(-1)).toMatch(/^Done: 2 in, 1 done, 1 left out in /);
  });

  it.each([
    [[], /^"Sign-up form" starts this flow when something is sent to it\./],
    [['--input', 'gone.json'], /^There is no file gone\.json\.$/],
    [['--input', '-'], /^The input is empty\.$/],
  ])('says what is missing: %j', async (args, words) => {
    const said = await desk.footbridge(['run', 'form.json', ...args]);
    expect(said).toMatchObject({ code: 3, out: [], err: [expect.stringMatching(words)] });
  });

  it('waits for what is piped in no longer than it is wanted', async () => {
    const cancel = new AbortController();
    const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
    const asked = desk.footbridge(['run', 'form.json', '--input', '-'], {
      signal: cancel.signal,
      stdin: never,
    });
    setImmediate(() => cancel.abort());
    expect((await asked).code).toBe(130);
  });
});

describe('a flow that starts when there is something new', () => {
  const polled = () =>
    everyCustomerToNewsletter((flow) => ({
      ...flow,
      start: { kind: 'poll', everySeconds: 60 },
    }));
  const run = (...more: readonly string[]) =>
    desk.footbridge(['run', 'polled.json', '--memory', 'seen.json', ...more]);
  const newCustomer = async (name: string): Promise<void> => {
    const crm = desk.sandbox.services.find(({ id }) => id === 'crm');
    const added = await fetch(`${crm?.url}/customers`, {
      method: 'POST',
      headers: { 'X-Api-Key': crm?.sampleKey ?? '', 'Content-Type': 'application/json' },
      body: JSON.stringify({
        firstName: name,
        lastName: 'New',
        status: 'active',
        emails: [{ address: `${name}.new@example.org`, kind: 'private' }],
      }),
    });
    expect(added.status).toBe(201);
  };
  beforeEach(async () => {
    await desk.write('polled.json', await polled());
    await rm(join(desk.folder, 'seen.json'), { force: true });
  });

  it('only looks at first, and takes from run to run what came since, once', async () => {
    const first = await run('--yes');
    expect(first.code).toBe(0);
    expect(first.out.join('\n')).toContain('This is the first run with this memory');
    expect(posts('newsletter')).toBe(0);
    await newCustomer('ada');
    expect((await run('--yes')).out.at(-1)).toMatch(/^Done: 1 in, 1 done in /);
    expect((await run('--yes')).out.at(-1)).toMatch(/^Done: 0 in, 0 done in /);
    expect(posts('newsletter')).toBe(1);
  });

  it('remembers nothing of a run that only shows', async () => {
    await run('--yes');
    await newCustomer('grace');
    for (const said of [await run(), await run()]) {
      expect(said.out).toContain('Without --yes nothing is remembered.');
      expect(said.out.at(-1)).toMatch(/^Tried: 1 in, 0 done, 1 not sent in /);
    }
    expect((await run('--yes')).out.at(-1)).toMatch(/^Done: 1 in, 1 done in /);
  });

  it('is not run twice at a time, but after one that was killed', async () => {
    await desk.write('seen.json.lock', String(process.ppid));
    const said = await run('--yes');
    expect(said).toMatchObject({ code: 3, err: [expect.stringContaining('Another run uses')] });
    await desk.write('seen.json.lock', '2147483646');
    expect((await run('--yes')).code).toBe(0);
    await expect(access(join(desk.folder, 'seen.json.lock'))).rejects.toThrow();
  });

  it('does not begin afresh where its memory is broken, and keeps none for flows of another kind', async () => {
    await desk.write('seen.json', '{"format":"footbridge.mem');
    expect(await run('--yes')).toMatchObject({
      code: 3,
      err: [expect.stringContaining('seen.json is not what a flow remembers')],
    });
    const other = await desk.footbridge(['run', 'flow.json', '--memory', 'other.json']);
    expect(other).toMatchObject({ code: 3, err: [expect.stringContaining('Leave --memory out')] });
  });
});

describe('what cannot be run is refused in words, with 3, before anything is sent', () => {
  it('a file that is cut off', async () => {
    const text = await everyCustomerToNewsletter();
    await desk.write('cut.json', text.slice(0, 900));
    const said = await desk.footbridge(['run', 'cut.json']);
    expect(said.code).toBe(3);
    expect(said.err[0]).toBe('cut.json cannot be run:');
    expect(said.err[1]).toMatch(/line \d+/);
  });

  it('a flow that is unfinished: each problem with its step and place', async () => {
    const unfinished = await everyCustomerToNewsletter((flow) => ({
      ...flow,
      steps: flow.steps.map((step) => (step.id === 'subscriber' ? { ...step, slots: {} } : step)),
    }));
    await desk.write('unfinished.json', unfinished);
    const said = await desk.footbridge(['run', 'unfinished.json', '--yes']);
    expect(said.code).toBe(3);
    expect(said.err[1]).toMatch(/^ {2}"Newsletter": .+ \(at \/steps\/1\/slots\/input.*\)$/);
    expect(said.err.at(-1)).toContain('Nothing was run.');
    expect(desk.sandbox.services.filter(({ requests }) => requests.count() > 0)).toEqual([]);
  });

  it('a flow without its keys: all of them at once', async () => {
    const { FOOTBRIDGE_PLACES } = desk.environment;
    const said = await desk.footbridge(['run', 'flow.json'], {
      environment: { FOOTBRIDGE_PLACES },
    });
    expect(said.code).toBe(3);
    expect(said.err).toEqual([
      expect.stringContaining('FOOTBRIDGE_CREDENTIAL_CRM'),
      expect.stringContaining('FOOTBRIDGE_CREDENTIAL_NEWSLETTER'),
    ]);
  });

  it('a key that does not fit its form: the field, and nothing of the key', async () => {
    const environment = { ...desk.environment, FOOTBRIDGE_CREDENTIAL_CRM: 'sh0rt' };
    const said = await desk.footbridge(['run', 'flow.json'], { environment });
    expect(said).toMatchObject({ code: 3, err: [expect.stringContaining('look at "key"')] });
    expect(allOf(said)).not.toContain('sh0rt');
  });

  it('a service whose address nobody has set', async () => {
    const environment = { ...desk.environment, FOOTBRIDGE_PLACES: '' };
    const said = await desk.footbridge(['run', 'flow.json'], { environment });
    expect(said.code).toBe(3);
    expect(said.err[0]).toBe(
      'CRM is reached at "sample-crm", and nothing says where that is. Set FOOTBRIDGE_PLACES=sample-crm=https://its-address',
    );
  });

  it('a command or an option that there is not', async () => {
    expect((await desk.footbridge(['walk'])).err).toEqual([
      'Footbridge does not know "walk". footbridge --help shows what it does.',
    ]);
    expect((await desk.footbridge(['run', 'flow.json', '--fast'])).code).toBe(3);
    expect((await desk.footbridge(['run', '--help'])).code).toBe(0);
  });
});

it('never takes the word of a file for where a key may go', async () => {
  const elsewhere = await startService((_request, response) => response.end('[]'));
  const parsed = parseFlow(await everyCustomerToNewsletter());
  if (!parsed.ok) throw new Error('no flow');
  const origins = [`http://127.0.0.1:${elsewhere.port}`];
  const components = parsed.value.components.map(({ hash, component }) => ({
    hash,
    component: { ...component, origins },
  }));
  await desk.write('foreign.json', writeFlow({ ...parsed.value, components }));
  const environment = {
    ...desk.environment,
    FOOTBRIDGE_ALLOW: `127.0.0.1:${elsewhere.port}`,
  };
  await desk.footbridge(['run', 'foreign.json', '--first', '1', '--yes'], { environment });
  expect(elsewhere.sockets()).toBe(0);
  await elsewhere.close();
});
