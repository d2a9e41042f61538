import type { Page } from '@playwright/test';
import type { Place } from '../src/proxy/contract.ts';

/** A sample service as the page knows it: where it is, and its public key. */
export async function placeOf(
  page: Page,
  name: 'sample-crm' | 'sample-newsletter' | 'sample-shop' | 'sample-files' | 'sample-desk',
): Promise<{ readonly url: string; readonly key: string }> {
  const place = await samplePlace(page, name);
  if (place?.sampleKey === undefined) throw new Error(`the server knows no sample service ${name}`);
  return { url: place.url.replace(/\/$/, ''), key: place.sampleKey };
}

/** The full path of the sample database's file. */
export async function sampleFile(page: Page): Promise<string> {
  const file = (await samplePlace(page, 'sample-database'))?.sampleForm?.['file'];
  if (typeof file !== 'string') throw new Error('the server knows no sample database');
  return file;
}

async function samplePlace(page: Page, name: string): Promise<Place | undefined> {
  const places = await page.evaluate(
    async () =>
      (await (
        await fetch('/api/places', { headers: { 'X-Footbridge': '1' } })
      ).json()) as readonly Place[],
  );
  return places.find((one) => one.name === name);
}

/** Nobody has used this word before: what a spec writes is told apart from what others wrote. */
export function freshWord(): string {
  return `x${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
}

/** Adds a customer as another program would: to the service itself, past Footbridge. Gives the customer's ID. */
export async function addToCrm(
  page: Page,
  customer: { firstName: string; lastName: string; status: string; email: string },
): Promise<string> {
  const { url, key } = await placeOf(page, 'sample-crm');
  const { email, ...fields } = customer;
  const answer = await page.request.post(`${url}/customers`, {
    headers: { 'X-Api-Key': key },
    data: { ...fields, emails: [{ address: email, kind: 'work' }] },
  });
  if (!answer.ok()) throw new Error(`the CRM said ${answer.status()}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** Everybody the newsletter knows now. */
export async function subscribers(
  page: Page,
): Promise<readonly { email: string; firstName: string; lastName: string }[]> {
  const { url, key } = await placeOf(page, 'sample-newsletter');
  const found: { email: string; firstName: string; lastName: string }[] = [];
  for (let cursor = ''; ;) {
    const answer = await page.request.get(
      `${url}/subscribers?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      {
        headers: { Authorization: `Bearer ${key}` },
      },
    );
    const { data, nextCursor } = (await answer.json()) as {
      data: typeof found;
      nextCursor: string | null;
    };
    found.push(...data);
    if (nextCursor === null || nextCursor === undefined) return found;
    cursor = nextCursor;
  }
}

/** The customers with this last name, as the CRM keeps them now. */
export async function customersNamed(
  page: Page,
  lastName: string,
): Promise<readonly { status: string; lastName: string }[]> {
  const { url, key } = await placeOf(page, 'sample-crm');
  const found: { status: string; lastName: string }[] = [];
  for (let next: string | null = `${url}/customers?pageSize=100`; next !== null;) {
    const answer = await page.request.get(next, { headers: { 'X-Api-Key': key } });
    const read = (await answer.json()) as { items: typeof found; next: string | null };
    found.push(...read.items);
    next = read.next;
  }
  return found.filter((customer) => customer.lastName === lastName);
}
