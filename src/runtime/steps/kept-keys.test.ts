import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { KeptKeys } from './kept-keys.ts';

function aState() {
  const kept = new Map<string, Json>();
  return {
    kept,
    get: (key: string) => Promise.resolve(kept.get(key)),
    set(key: string, value: Json) {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}
const nothing = new Set<number>();

/** In a run that has begun. */
async function begun(...made: ConstructorParameters<typeof KeptKeys>): Promise<KeptKeys> {
  const keys = new KeptKeys(...made);
  await keys.begin();
  return keys;
}

describe('keys of earlier runs', () => {
  it('are known in later runs of the same step, and of no other', async () => {
    const state = aState();
    const first = await begun(state, 'flow', 'step');
    expect([await first.isNew('a', 0), await first.isNew('a', 1)]).toEqual([true, false]);
    await first.keep(nothing);
    expect(await (await begun(state, 'flow', 'step')).isNew('a', 0)).toBe(false);
    expect(await (await begun(state, 'flow', 'other')).isNew('a', 0)).toBe(true);
  });

  it('are kept as fingerprints, which differ from step to step', async () => {
    const state = aState();
    for (const step of ['one', 'two']) {
      const keys = await begun(state, 'flow', step);
      await keys.isNew('ada@example.com', 0);
      await keys.keep(nothing);
    }
    const text = JSON.stringify([...state.kept.values()]);
    expect(text).not.toContain('ada');
    const [[one], [two]] = [...state.kept.values()] as [[string], [string]];
    expect(one).toMatch(/^[\w-]{22}$/);
    expect(one).not.toBe(two);
  });

  it('are forgotten when more than 100,000 others came later; what came again is not old', async () => {
    const state = aState();
    const old = Array.from({ length: 100_000 }, (_, at) => `fingerprint-${String(at)}`);
    const keys = await begun(state, 'flow', 'step');
    await keys.isNew('first', 0);
    await keys.keep(nothing);
    const [first] = state.kept.get('passed/flow/step') as [string];
    state.kept.set('passed/flow/step', [first, ...old.slice(1)]);
    const later = await begun(state, 'flow', 'step');
    expect(await later.isNew('first', 0)).toBe(false);
    expect(await later.isNew('new', 1)).toBe(true);
    await later.keep(nothing);
    const kept = state.kept.get('passed/flow/step') as string[];
    expect(kept).toHaveLength(100_000);
    expect(kept).not.toContain('fingerprint-1');
    expect(kept.at(-2)).toBe(first);
  });

  it('are kept of two runs at once, whichever ends last', async () => {
    const state = aState();
    const one = await begun(state, 'flow', 'step');
    const other = await begun(state, 'flow', 'step');
    await one.isNew('a', 0);
    await other.isNew('b', 0);
    await one.keep(nothing);
    await other.keep(nothing);
    const later = await begun(state, 'flow', 'step');
    expect([await later.isNew('a', 0), await later.isNew('b', 1)]).toEqual([false, false]);
  });

  it('change nothing where nothing is remembered', async () => {
    const keys = await begun(undefined, 'flow', 'step');
    expect(await keys.isNew('a', 0)).toBe(true);
    await expect(keys.keep(nothing)).resolves.toBeUndefined();
  });
});
