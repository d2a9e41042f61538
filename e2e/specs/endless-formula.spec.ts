import type { Binding } from '../../src/mapping/index.ts';
import { expect, test } from '../fixtures.ts';
import { aFlow, aStep, fixed, takes } from '../flows/a-flow.ts';
import { openKept } from '../journeys/kept-flow.ts';
import { MapperField } from '../panels/mapper-field.ts';

/**
 * Compares each of 40,000 groups with all before it: minutes on any machine, in one call that asks for no limit. The
 * groups themselves are made long before the limit, or a slow machine would end the formula by itself.
 */
const endless = '$count($distinct([1..40000].{"n": $, "m": [$]}))';

function flowWithFormula(text: string): string {
  const formula: Binding = { kind: 'formula', lang: 'jsonata', text, refs: {}, result: 'single' };
  const schema = {
    type: 'object',
    properties: { found: { type: 'string', title: 'Found' } },
  } as const;
  const step = (id: string, name: string, found: Binding) =>
    aStep(id, name, 'set-values/set', {
      ...takes({ found }),
      shapes: { input: { schema, origin: 'by-hand' } },
    });
  return aFlow('Endless formula', [
    step('begin', 'Begin', fixed('yes')),
    step('search', 'Compare', formula),
  ]);
}

test('a formula without an end: the preview is given up, a run ends when it is stopped, and the page lives', async ({
  app,
}) => {
  const { page, canvas, step, run } = app;
  await openKept(app, flowWithFormula('"so far"'));
  await canvas.step(2, 'Compare').click();
  await step.open('Mapping');
  const found = new MapperField(page, 'Found');
  const text = found.part('Formula of Found');
  await expect(found.result()).toHaveText('→ so far');

  await test.step('the preview', async () => {
    await text.fill(endless);
    await expect(page.getByText('This takes too long to work out.')).toBeVisible();
    await text.fill('"again"');
    await expect(found.result()).toHaveText('→ again');
  });

  await test.step('the run', async () => {
    await text.fill(endless);
    await run.test('Try with 1');
    await expect(run.step(2, 'Compare')).toContainText('Running');
    await run.whole().getByRole('button', { name: 'Stop', exact: true }).click();
    const summary = run.whole().getByRole('status', { name: 'How the run went' });
    await expect(summary).toContainText('Stopped');
    await text.fill('"in the end"');
    await run.test('Try with 1');
    await expect(summary).toContainText('1 done');
  });
});
