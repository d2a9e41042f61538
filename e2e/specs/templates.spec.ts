import { onlyFlow } from '../browser-store.ts';
import { expect, test } from '../fixtures.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { placeOf } from '../sample-places.ts';

const templates = [
  {
    name: 'Orders of the shop to CRM',
    place: 'sample-shop',
    steps: [
      [1, 'Shop'],
      [3, 'CRM'],
    ],
    went: /^Done.*\d+ done/s,
  },
  {
    name: 'Open tickets to the CRM',
    place: 'sample-desk',
    steps: [
      [1, 'Support desk'],
      [2, 'CRM'],
    ],
    went: /4 done, 1 refused/,
  },
] as const;

for (const { name, place, steps, went } of templates)
  test(`S1: “${name}” begins with the address that its sample has now; two presses connect it, and it runs`, async ({
    app,
  }) => {
    const { page, flows, run } = app;
    await flows.open();
    const { url } = await placeOf(page, place);
    await flows.startFromTemplate(name);
    const [first] = (await onlyFlow(page)).steps;
    expect(Object.values(first?.settings ?? {}).join(' ')).toContain(`${url}/`);
    expect(JSON.stringify(first)).not.toContain('http://sample-');

    await connectSamples(app, ...steps);
    await run.test('Try with 5');
    await run
      .held()
      .getByRole('button', { name: /^Send \d+$/ })
      .click();
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(went);
  });
