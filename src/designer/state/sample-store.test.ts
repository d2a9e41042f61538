import { expect, test } from 'vitest';
import { createSampleStore } from './sample-store.ts';

test('what is kept is read once, by whoever asks first', async () => {
  const samples = createSampleStore();
  let reads = 0;
  samples.readBy(async () => {
    reads++;
    samples.set('in', { origin: 'recorded', messages: ['kept'] });
  });
  expect(reads).toBe(0);
  await Promise.all([samples.whenRead(), samples.whenRead()]);
  await samples.whenRead();
  expect(reads).toBe(1);
  expect(samples.getState().byStep['in']?.messages).toEqual(['kept']);
});

test('what could not be read is read again by who asks next', async () => {
  const samples = createSampleStore();
  let works = false;
  samples.readBy(() => (works ? Promise.resolve() : Promise.reject(new Error('closed'))));
  await expect(samples.whenRead()).rejects.toThrow('closed');
  works = true;
  await expect(samples.whenRead()).resolves.toBeUndefined();
});
