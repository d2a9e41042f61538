import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { anyBinding } from './testing/any-binding.ts';
import type { Mode } from './mode.ts';
import { noMemory, shownMode, switchMode, type ModeMemory } from './mode-memory.ts';

const anyMode = fc.constantFrom<Mode>(
  'fixed',
  'data',
  'text',
  'table',
  'when',
  'formula',
  'fields',
  'entries',
  'leave-out',
);
const words = (value: string): Binding => ({ kind: 'literal', value });
const email: Binding = { kind: 'ref', from: 'crm', path: ['email'] };
const greeting: Binding = { kind: 'text', parts: ['Dear ', email] };

describe('what a field held in each mode', () => {
  it('comes back whole after any walk through the modes', () => {
    fc.assert(
      fc.property(anyBinding, fc.array(anyMode, { maxLength: 8 }), (binding, walk) => {
        const start = shownMode(binding, noMemory);
        const end = through(binding, [...walk, start]);
        expect(end.binding).toEqual(binding);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back in every mode that was worked in, whatever was done in the others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyMode, anyBinding), { minLength: 2, maxLength: 5 }),
        (work) => {
          let binding: Binding | undefined;
          let memory: ModeMemory = noMemory;
          for (const [mode, made] of work) {
            ({ binding, memory } = switchMode(binding, memory, mode));
            if (shownMode(made, noMemory) === mode) binding = made;
          }
          const last = shownMode(binding, memory);
          const looked = switchMode(binding, memory, 'leave-out');
          expect(switchMode(looked.binding, looked.memory, last).binding).toEqual(binding);
        },
      ),
    );
  });

  it('asks before the flow loses something, and not about what nobody touched', () => {
    const first = switchMode(greeting, noMemory, 'fixed');
    expect(first.lost?.code).toBe('fill.lost-text');
    const second = switchMode(first.binding, first.memory, 'table');
    expect(second.lost).toBeUndefined();
    expect(second.binding).toMatchObject({ kind: 'table', otherwise: greeting });
  });

  it('does not ask about an empty field, and brings back what was there', () => {
    const out = switchMode(words('Ada'), noMemory, 'leave-out');
    const back = switchMode(undefined, out.memory, 'fixed');
    expect(back).toMatchObject({ binding: words('Ada') });
    expect(back.lost).toBeUndefined();
  });

  it('converts what was changed meanwhile rather than bringing back the older one', () => {
    const text = switchMode(words('Ada'), noMemory, 'text');
    const back = switchMode(words('Ada L.'), text.memory, 'fixed');
    expect(back).toMatchObject({ binding: words('Ada L.') });
  });

  it('brings the older one back where the change cannot be converted, and keeps the change', () => {
    const data = switchMode(words('Ada'), noMemory, 'data');
    const back = switchMode(email, data.memory, 'fixed');
    expect(back).toMatchObject({ binding: words('Ada'), lost: { code: 'fill.lost-data' } });
    expect(switchMode(back.binding, back.memory, 'data').binding).toEqual(email);
  });

  it('says "leave out" of an empty field once the person has said so', () => {
    const out = switchMode(undefined, noMemory, 'leave-out');
    expect(out.memory.chosen).toBe('leave-out');
  });

  it('shows a mode that was just chosen while it is still empty', () => {
    const data = switchMode(undefined, noMemory, 'data');
    expect(shownMode(data.binding, data.memory)).toBe('data');
    expect(shownMode(words('typed'), data.memory)).toBe('fixed');
  });
});

function through(binding: Binding | undefined, walk: readonly Mode[]) {
  let now: { binding: Binding | undefined; memory: ModeMemory } = { binding, memory: noMemory };
  for (const mode of walk) now = switchMode(now.binding, now.memory, mode);
  return now;
}
