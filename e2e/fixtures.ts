import type axe from 'axe-core';
import { test as base, expect, type Page } from '@playwright/test';
import { putAxeInto } from './axe.ts';
import { makeHard } from './hard-times.ts';
import { Canvas } from './panels/canvas.ts';
import { CredentialDialog } from './panels/credential-dialog.ts';
import { FlowList } from './panels/flow-list.ts';
import { Mapper } from './panels/mapper.ts';
import { RunPanel } from './panels/run-panel.ts';
import { StepPanel } from './panels/step-panel.ts';
import { whatIsOnScreen } from './what-is-on-screen.ts';

export { expect };

export interface App {
  readonly page: Page;
  readonly flows: FlowList;
  readonly canvas: Canvas;
  readonly step: StepPanel;
  readonly credential: CredentialDialog;
  readonly mapper: Mapper;
  readonly run: RunPanel;
}

/** The designer in a fresh browser. A spec also fails when the page's console reports an error or its policy was broken. */
export const test = base.extend<{ app: App; consoleErrors: string[] }>({
  consoleErrors: async ({}, use) => {
    const errors: string[] = [];
    await use(errors);
    expect(errors, 'errors in the page’s console').toEqual([]);
  },
  app: async ({ page, context, consoleErrors }, use, testInfo) => {
    await freshSampleData(page);
    await makeHard(context);
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswerOfService(message.text()))
        consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => consoleErrors.push(String(error)));
    await use({
      page,
      flows: new FlowList(page),
      canvas: new Canvas(page),
      step: new StepPanel(page),
      credential: new CredentialDialog(page),
      mapper: new Mapper(page),
      run: new RunPanel(page),
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = await whatIsOnScreen(page);
      await testInfo.attach('on screen', { body, contentType: 'text/plain' });
    }
  },
});

/** The sample services' data as at the start, whatever another spec did to it. */
async function freshSampleData({ request }: Page): Promise<void> {
  await request.get('/'); // brings the cookie of a session
  const listed = await request.get('/api/places', { headers: { 'X-Footbridge': '1' } });
  const places = (await listed.json()) as readonly { url: string; sampleKey?: string }[];
  for (const { url, sampleKey = '' } of places.filter((place) => place.url.startsWith('http'))) {
    const answer = await request.post(new URL('/reset', url).href, {
      headers: {
        'X-Api-Key': sampleKey,
        'X-Shop-Key': sampleKey,
        Authorization: `Bearer ${sampleKey}`,
      },
    });
    expect(answer.status()).toBe(204);
  }
}

/** The browser itself logs every refused or failed request; what the page then says is the spec's business. */
function isAnswerOfService(text: string): boolean {
  return text.startsWith('Failed to load resource');
}

/** axe finds nothing serious or critical on what is shown now; with `all`, nothing at all; with `rules`, by these alone. */
export async function expectAccessible(
  page: Page,
  { all = false, rules }: { readonly all?: boolean; readonly rules?: string[] } = {},
): Promise<void> {
  const violations = await violationsOn(page, rules);
  const serious = violations.filter(
    ({ impact }) => all || impact === 'serious' || impact === 'critical',
  );
  expect(serious.map(({ id, places }) => `${id}: ${places.join(' | ')}`)).toEqual([]);
}

/** Only what is wrong comes back: writing down what is right takes four times as long. */
async function violationsOn(page: Page, rules?: string[]) {
  await putAxeInto(page);
  return page.evaluate(async (rules) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, {
      ...(rules && { runOnly: { type: 'rule', values: rules } }),
      resultTypes: ['violations'],
      elementRef: true,
      iframes: false,
    });
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      places: nodes.map(({ element }) =>
        element ? new XMLSerializer().serializeToString(element).slice(0, 160) : '',
      ),
    }));
  }, rules);
}
