import { readFileSync } from 'node:fs';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import { exportFlow, parseFlow, writeFlow, type Flow } from '../../flow/index.ts';

const templates = new URL('../../designer/flows/templates/', import.meta.url);

/** The template without its filter: every customer comes to the newsletter. */
export function everyCustomerToNewsletter(
  change: (flow: Flow) => Flow = (flow) => flow,
): Promise<string> {
  return exportedTemplate('new-customers-to-newsletter', (flow) =>
    change({
      ...flow,
      steps: flow.steps.filter(({ id }) => id !== 'wants-it'),
      edges: flow.edges
        .filter(({ to }) => to !== 'wants-it')
        .map((edge) => ({ ...edge, from: 'customers' })),
    }),
  );
}

/** A template of the designer as a person has it after "Export flow". */
export async function exportedTemplate(
  name: 'new-customers-to-newsletter' | 'shop-orders-to-crm' | 'sign-up-form-to-crm',
  change: (flow: Flow) => Flow = (flow) => flow,
): Promise<string> {
  const parsed = parseFlow(readFileSync(new URL(`${name}.json`, templates), 'utf8'));
  if (!parsed.ok) throw new Error(`${name} is no flow`);
  return writeFlow(await exportFlow(change(parsed.value), shippedCatalog()), { indent: 2 });
}
