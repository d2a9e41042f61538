import { expect, test } from 'vitest';
import { pngSize } from './picture-file.ts';

test('draws a picture as large as it was wished, where that is possible', () => {
  expect(pngSize({ width: 600, height: 150 }, 2)).toEqual({
    width: 1200,
    height: 300,
    scale: 2,
    isSmaller: false,
  });
});

test('draws a very long or a very large one smaller, whole and in proportion', () => {
  const row = pngSize({ width: 320_000, height: 200 }, 4);
  expect([row.width, row.height, row.isSmaller]).toEqual([16_384, 10, true]);
  const field = pngSize({ width: 8_000, height: 16_000 }, 2);
  expect(field.width * field.height).toBeLessThanOrEqual(64_000_000);
  expect(field.height / field.width).toBeCloseTo(2, 3);
});
