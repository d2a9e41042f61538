import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aFlow, findCustomers } from '../../flow/testing/a-flow.ts';
import type { RunState } from '../../runtime/contract.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createRunStore } from '../state/run-store.ts';
import { createViewStore } from '../state/view-store.ts';
import type { RunCommands } from '../state/workbench.ts';
import { keepOpenRun, reopenRun } from './reopen-run.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

function aPage(flow: string) {
  const document = createDocumentStore();
  document.open({ ...aFlow({ steps: [findCustomers('a')], edges: [] }), id: flow });
  const looked: string[] = [];
  const lookAt = (id: string): Promise<boolean> => Promise.resolve(looked.push(id) > 0);
  const runs = { lookAt } as unknown as RunCommands; // nothing else is asked of them
  return { document, run: createRunStore(), view: createViewStore(), runs, looked };
}

function afterTest(flow: string) {
  const page = aPage(flow);
  page.run.setState({ run: { runId: 'r1', status: 'done', startedAt: 1, steps: {} } as RunState });
  page.view.setState({ runPanelOpen: true });
  return page;
}

test('the run that was looked at is shown again, once', async () => {
  keepOpenRun(afterTest('f'));
  const again = aPage('f');
  await reopenRun(again);
  await reopenRun(again);
  expect(again.looked).toEqual(['r1']);
  expect(again.view.getState().runPanelOpen).toBe(true);
});

test('another flow does not show it, and a closed panel leaves nothing to show', async () => {
  keepOpenRun(afterTest('f'));
  const other = aPage('g');
  await reopenRun(other);
  const closed = afterTest('f');
  closed.view.setState({ runPanelOpen: false });
  keepOpenRun(closed);
  const again = aPage('f');
  await reopenRun(again);
  expect([...other.looked, ...again.looked]).toEqual([]);
});

test('a flow that is opened while it is looked for keeps its panel as it was', async () => {
  keepOpenRun(afterTest('f'));
  const again = aPage('f');
  const reopening = reopenRun(again);
  again.document.open({ ...aFlow({ steps: [findCustomers('a')], edges: [] }), id: 'g' });
  await reopening;
  expect(again.view.getState().runPanelOpen).toBe(false);
});
