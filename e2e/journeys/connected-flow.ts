import type { App } from '../fixtures.ts';
import { activeCustomers, aFlow, sampleAccounts } from '../flows/a-flow.ts';
import { customersToNewsletter } from '../flows/for-the-tour.ts';
import { connectSamples } from './connect-samples.ts';
import { openKept } from './kept-flow.ts';

/** For stories that go on from there; how a person gets there is `first-flow.ts`. */
export async function openCustomers(app: App): Promise<void> {
  const credentials = sampleAccounts.slice(0, 1);
  await openKept(app, aFlow('New flow', [activeCustomers], { credentials }));
  await connectSamples(app, [1, 'CRM']);
}

/** Each active customer becomes a subscriber; both services are connected. */
export async function openCustomersToNewsletter(app: App): Promise<void> {
  await openKept(app, customersToNewsletter);
  await connectSamples(app, [1, 'CRM'], [2, 'Newsletter']);
}
