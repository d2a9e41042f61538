import { newFlow, type Flow, type Step } from '../../src/flow/index.ts';
import type { Binding } from '../../src/mapping/index.ts';
import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { importFlow } from '../journeys/import-flow.ts';
import { freshWord, subscribers } from '../sample-places.ts';

/** Two of the five customers get a language that the newsletter refuses; every address is new to it. */
function withWrongLanguage(word: string): string {
  const ref = (...path: (string | { first: true })[]): Binding => ({
    kind: 'ref',
    from: 'customers',
    path,
  });
  const text = (...parts: (string | Binding)[]): Binding => ({ kind: 'text', parts }) as Binding;
  const step = (
    of: Pick<Step, 'id' | 'name' | 'component' | 'operation' | 'credential'> & Partial<Step>,
  ): Step => ({
    componentVersion: '1.0.0',
    settings: {},
    slots: {},
    ...of,
  });
  const flow: Flow = {
    ...newFlow('Some in a wrong language', () => 'wrong-language'),
    steps: [
      step({
        id: 'customers',
        name: 'CRM',
        component: 'catalog:crm',
        operation: 'find-customers-by-status',
        credential: 'crm',
        slots: {
          input: { kind: 'object', props: { status: { kind: 'literal', value: 'active' } } },
        },
      }),
      step({
        id: 'add',
        name: 'Newsletter',
        component: 'catalog:newsletter',
        operation: 'add-subscriber',
        credential: 'newsletter',
        slots: {
          input: {
            kind: 'object',
            props: {
              email: text(ref('id'), `.${word}@example.com`),
              firstName: ref('firstName'),
              lastName: ref('lastName'),
              language: {
                kind: 'when',
                branches: [
                  {
                    if: {
                      any: ['Hiroshi', 'Lukas'].map((name) => ({
                        left: ref('firstName'),
                        is: 'equals',
                        right: { kind: 'literal', value: name },
                      })),
                    },
                    then: ref('lastName'),
                  },
                ],
                otherwise: { kind: 'literal', value: 'de' },
              },
            },
          },
        },
      }),
      step({
        id: 'note',
        name: 'Mapper',
        component: 'catalog:mapper',
        operation: 'make-message',
        slots: { input: { kind: 'object', props: { who: ref('firstName') } } },
      }),
    ],
    edges: [
      { id: 'e', from: 'customers', fromPort: 'out', to: 'add', toPort: 'in' },
      { id: 'f', from: 'add', fromPort: 'out', to: 'note', toPort: 'in' },
    ],
    credentials: [
      { id: 'crm', name: 'CRM', component: 'catalog:crm', type: 'api-key' },
      { id: 'newsletter', name: 'Newsletter', component: 'catalog:newsletter', type: 'token' },
    ],
  };
  return JSON.stringify(flow);
}

test('a refused write leads to its field, is repaired by the offered fix, and only what was refused is sent again, and goes on to the next steps', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, canvas, step, run } = app;
  await importFlow(app, withWrongLanguage(freshWord().toLowerCase()));
  for (const [number, name] of [
    [1, 'CRM'],
    [2, 'Newsletter'],
  ] as const) {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(number, name).click();
    await step.open('Credential');
    await step.sampleKey().click();
    await expect(page.getByText(/^Connected (as|to) /).first()).toBeVisible();
  }
  const before = (await subscribers(page)).length;
  await run.test('Try with 5');
  await run.whole().getByRole('button', { name: 'Send 5' }).click();
  const refused = run.whole().getByRole('region', { name: 'Refused' });
  await refused.getByRole('button', { name: /^Skip it this time/ }).click();
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(summary).toContainText('3 done');
  await expect(summary).toContainText('2 refused');
  expect((await subscribers(page)).length).toBe(before + 3);

  await expect(refused).toContainText('Language');
  await expect(refused).toContainText('Washington');
  await expect(refused).toContainText('a language has two small letters');
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Do not send “Language”' }).click();
  await expect
    .poll(async () => JSON.stringify((await onlyFlow(page)).steps[1]?.slots['input']))
    .not.toContain('language');

  await refused.getByRole('button', { name: 'Try the 2 refused again' }).click();
  await expect(
    page.getByText(/Footbridge would send 2 requests to Newsletter/).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Send 2' }).first().click();
  await expect(summary).toContainText('2 done');
  await expect(summary).not.toContainText('refused');
  expect((await subscribers(page)).length).toBe(before + 5);
  await expect(run.step(3, 'Mapper')).toContainText('2 done');
  await expectAccessible(page);
});
