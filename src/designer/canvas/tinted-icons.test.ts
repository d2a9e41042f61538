import { afterEach, expect, test, vi } from 'vitest';
import { catalog, findCustomers } from '../../flow/testing/a-flow.ts';
import { tintedIcon } from './tinted-icons.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('asks for drawings that did not come when they are wanted again, and not before', async () => {
  let asked = 0;
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      readonly status = 503;
      onloadend: () => void = () => undefined;
      open(): void {
        asked += 1;
      }
      overrideMimeType(): void {
        // Nothing comes.
      }
      send(): void {
        queueMicrotask(() => this.onloadend());
      }
    },
  );
  const component = catalog.component(findCustomers().component);
  if (component === undefined) throw new Error('no such component');
  const onLoad = vi.fn();
  const want = async () => {
    expect(tintedIcon(component, 'red', onLoad)).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve));
  };
  await want();
  expect(asked).toBe(1);
  await want();
  expect(asked).toBe(2);
  expect(onLoad).not.toHaveBeenCalled();
});
