import { expect, test } from 'vitest';
import { keepSample } from '../../storage/contract.ts';
import { Database } from '../../storage/index.ts';
import { createSampleStore } from '../state/sample-store.ts';
import { fetchSamples } from './fetch-samples.ts';

test('brings a big sample from the store, with what was recorded of it', async () => {
  const db = new Database('fetch-1');
  const { hash } = await keepSample(db, 's', {
    origin: 'recorded',
    messages: ['big'],
    ids: ['0'],
    at: 7,
  });
  const samples = createSampleStore();
  samples.set('s', { origin: 'recorded', messages: [], apart: hash });
  await fetchSamples({ samples }, () => Promise.resolve(db), ['s', 'other']);
  expect(samples.getState().byStep).toEqual({
    s: { origin: 'recorded', messages: ['big'], ids: ['0'], at: 7 },
  });
  db.close();
});

test('does not put an old sample over one that came meanwhile', async () => {
  const db = new Database('fetch-2');
  const { hash } = await keepSample(db, 's', { origin: 'recorded', messages: ['old'], at: 7 });
  const samples = createSampleStore();
  samples.set('s', { origin: 'recorded', messages: [], apart: hash });
  const fetching = fetchSamples({ samples }, () => Promise.resolve(db), ['s']);
  const fresh = { origin: 'recorded', messages: ['new'] } as const;
  samples.set('s', fresh);
  await fetching;
  expect(samples.getState().byStep['s']).toBe(fresh);
  db.close();
});

test('asks nothing of the store when all is here', async () => {
  const samples = createSampleStore();
  samples.set('s', { origin: 'recorded', messages: ['here'] });
  await fetchSamples({ samples }, () => Promise.reject(new Error('asked')), ['s']);
  expect(samples.getState().byStep['s']?.messages).toEqual(['here']);
});
