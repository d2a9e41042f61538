import { describe, expect, it } from 'vitest';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import { newFlow, type Flow } from '../../flow/index.ts';
import { Database } from '../../storage/index.ts';
import { saveFlow } from '../storage/flow-storage.ts';
import { answerHere } from './ask-here.ts';

const catalog = shippedCatalog();

async function aBrowser(name: string): Promise<Database> {
  const db = new Database(name);
  await saveFlow(db, { flow: flowOf('greeting', 'webhook'), rev: 0, at: 1 });
  await saveFlow(db, {
    flow: { ...flowOf('by hand', 'webhook'), start: { kind: 'manual' } },
    rev: 0,
    at: 2,
  });
  await saveFlow(db, { flow: newFlow('empty', () => 'empty'), rev: 0, at: 3 });
  return db;
}

function flowOf(id: string, component: string): Flow {
  return {
    ...newFlow(id, () => id),
    start: { kind: 'webhook' },
    steps: [
      {
        id: 'in',
        name: 'In',
        component: `catalog:${component}`,
        componentVersion: '1.0.0',
        operation: 'receive',
        settings: {},
        slots: {},
        shapes: {
          output: { origin: 'by-hand', schema: { properties: { name: { type: 'string' } } } },
        },
      },
    ],
  };
}

async function ask(db: Database, id: string, settings = {}) {
  const operation = catalog.operation('catalog:call-flow', id);
  const answer = operation && answerHere(operation);
  if (operation === undefined || answer === undefined) throw new Error(`nobody answers ${id}`);
  return answer({ operation, settings, catalog, needComponents: () => undefined, db });
}

describe('what this browser itself is asked', () => {
  it('lists the flows that a call starts, and no other', async () => {
    expect(await ask(await aBrowser('asked-1'), 'flows-here')).toEqual([
      { id: 'greeting', name: 'greeting' },
    ]);
  });

  it('tells what a flow needs and gives, and nothing of one that is not here or cannot be called', async () => {
    const db = await aBrowser('asked-2');
    expect(await ask(db, 'shapes-of-flow', { flow: 'greeting' })).toMatchObject([
      { input: { properties: { name: { type: 'string' } } }, output: { properties: { done: {} } } },
    ]);
    expect(await ask(db, 'shapes-of-flow', { flow: 'by hand' })).toEqual([]);
    expect(await ask(db, 'shapes-of-flow', { flow: 'gone' })).toEqual([]);
  });

  it('leaves to services what they know', () => {
    const crm = catalog.operation('catalog:crm', 'get-all-customer-statuses');
    expect(crm && answerHere(crm)).toBeUndefined();
  });
});
