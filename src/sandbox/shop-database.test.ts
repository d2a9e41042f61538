import Library from 'libsql';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeShopDatabase } from './shop-database.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-shop-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function read(file: string, sql: string): unknown[] {
  const database = new Library(file);
  try {
    return database.prepare(sql).raw().all();
  } finally {
    database.close();
  }
}

describe('the sample shop', () => {
  it('has 120 customers and 400 orders, the newest with the highest number', async () => {
    const file = await makeShopDatabase(folder);
    expect(read(file, 'SELECT count(*) FROM customers')).toEqual([[120]]);
    expect(read(file, 'SELECT count(*), max(id), min(total) > 0 FROM orders')).toEqual([
      [400, 1400, 1],
    ]);
    expect(read(file, 'SELECT id FROM orders ORDER BY ordered_on DESC, id DESC LIMIT 1')).toEqual([
      [1400],
    ]);
  });

  it('is whole again after a start, whatever was done to it', async () => {
    const file = await makeShopDatabase(folder);
    const before = read(file, 'SELECT * FROM orders');
    read(file, 'DELETE FROM orders RETURNING id');
    await makeShopDatabase(folder);
    expect(read(file, 'SELECT * FROM orders')).toEqual(before);
  });

  it('holds addresses that belong to nobody', async () => {
    const file = await makeShopDatabase(folder);
    expect(
      read(file, "SELECT count(*) FROM customers WHERE email NOT LIKE '%@example.com'"),
    ).toEqual([[0]]);
  });
});
