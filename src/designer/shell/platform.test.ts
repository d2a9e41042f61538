import { expect, test } from 'vitest';
import './platform.ts';

test('Zod, loaded later, builds no parser from text', async () => {
  const { z } = await import('zod');
  expect(z.config()).toMatchObject({ jitless: true });
});
