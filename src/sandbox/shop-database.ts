/**
 * The sample shop's database: one SQLite file in a folder of its own, made anew at every start, so that whoever tried
 * things with it finds it whole again.
 */
import Library from 'libsql';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeShop } from './shop-rows.ts';

export const shopFile = 'shop.sqlite';

const tables = `
  CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    city TEXT,
    country TEXT NOT NULL DEFAULT 'DE' CHECK (length(country) = 2),
    since DATE
  );
  CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers,
    article TEXT NOT NULL,
    quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
    total NUMERIC(10, 2) NOT NULL,
    ordered_on DATE NOT NULL,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'sent', 'paid', 'cancelled'))
  );
  CREATE INDEX orders_of_customer ON orders (customer_id);
  CREATE VIEW open_orders AS
    SELECT o.id, c.name, c.email, o.article, o.quantity, o.total, o.ordered_on
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.status = 'open';
`;

/** Makes the file; gives its path. */
export async function makeShopDatabase(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, shopFile);
  // With what SQLite keeps beside a file that is in use.
  for (const rest of ['', '-journal', '-wal', '-shm']) await rm(file + rest, { force: true });
  const database = new Library(file);
  try {
    const { customers, orders } = makeShop();
    database.exec('PRAGMA synchronous = OFF; BEGIN;');
    database.exec(tables);
    const addCustomer = database.prepare('INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?)');
    for (const { id, email, name, city, country, since } of customers)
      addCustomer.run(BigInt(id), email, name, city, country, since);
    const addOrder = database.prepare('INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const { id, customerId, article, quantity, total, orderedOn, status } of orders)
      addOrder.run(
        BigInt(id),
        BigInt(customerId),
        article,
        BigInt(quantity),
        total,
        orderedOn,
        status,
      );
    database.exec('COMMIT');
  } finally {
    database.close();
  }
  return file;
}
