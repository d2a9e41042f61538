import { describe, expect, it } from 'vitest';
import { fakePorts, type FakePorts } from '../testing/fake-ports.ts';
import { rowsService } from '../testing/fake-service.ts';
import { PollMemory } from './poll-memory.ts';

const none: ReadonlySet<number> = new Set();
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ id: `n${String(from + at)}` }));
const memoryOf = (ports: FakePorts) => PollMemory.load(ports, 'flow', 'rows', '/id');

async function look(ports: FakePorts, rows: readonly { id: string }[], isWhole = true) {
  const memory = await memoryOf(ports);
  const fresh = memory.fresh(rows);
  memory.left = fresh.length;
  memory.isWhole = isWhole;
  await memory.save(none);
  return fresh.length;
}

describe('the memory of a polled list', () => {
  it('keeps all that the list shows, however long it is', async () => {
    const ports = fakePorts(rowsService(0));
    await look(ports, ids(0, 100_050));
    expect(await look(ports, ids(0, 100_051))).toBe(1);
    expect(await look(ports, ids(0, 100_051))).toBe(0);
  });

  it('forgets the longest unseen first, not what the list shows', async () => {
    const ports = fakePorts(rowsService(0));
    await look(ports, ids(0, 90_000));
    expect(await look(ports, [...ids(0, 10), ...ids(90_000, 110_000)])).toBe(20_000);
    expect(await look(ports, ids(0, 10))).toBe(0);
  });

  it('forgets nothing after a look that broke off', async () => {
    const ports = fakePorts(rowsService(0));
    await look(ports, ids(0, 100_050));
    expect(await look(ports, ids(50, 60), false)).toBe(0);
    expect(await look(ports, ids(0, 100_050))).toBe(0);
  });

  it('holds no more than a hundred thousand that the list no longer shows', async () => {
    const ports = fakePorts(rowsService(0));
    await look(ports, ids(0, 100_000));
    await look(ports, ids(100_000, 100_010));
    expect(await ports.state.get('seen/flow/rows')).toHaveLength(100_000);
  });
});
