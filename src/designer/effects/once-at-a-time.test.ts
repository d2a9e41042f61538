import { expect, test } from 'vitest';
import { onceAtATime } from './once-at-a-time.ts';

test('what is asked for twice at once is done once; afterwards it is done again, also after a failure', async () => {
  const asked: string[] = [];
  let end: () => void = () => undefined;
  const act = onceAtATime(async (name: string) => {
    asked.push(name);
    await new Promise<void>((resolve) => (end = resolve));
    if (name === 'a') throw new Error('no room');
    return name;
  });
  const first = act('a');
  expect(await act('b')).toBeUndefined();
  end();
  await expect(first).rejects.toThrow('no room');
  const again = act('c');
  end();
  expect(await again).toBe('c');
  expect(asked).toEqual(['a', 'c']);
});
