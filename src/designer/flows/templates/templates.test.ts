import { describe, expect, test } from 'vitest';
import { shippedCatalog } from '../../../catalog/testing/shipped.ts';
import { checkFlow, flowSchema, type Flow, type FlowProblem } from '../../../flow/index.ts';
import { groupTemplates } from './grouped-templates.ts';
import { templates } from './templates.ts';

const catalog = shippedCatalog();

describe.each(templates.map((template) => [template.id, template] as const))(
  'template "%s"',
  (id, { load, way }) => {
    test('is a flow', async () => {
      const flow = await load();
      expect(flowSchema.safeParse(flow).error).toBeUndefined();
      expect(flow.id).toBe(`template-${id}`);
      expect(flow.steps.map(({ component }) => component)).toEqual(way);
    });

    test('leaves nothing to do but connecting, and choosing from lists that the service then gives', async () => {
      const flow = await load();
      const left = checkFlow(flow, catalog).filter(({ severity }) => severity !== 'hint');
      expect(left.filter((problem) => !isChoice(flow, problem))).toEqual([]);
    });
  },
);

/** Nobody can know beforehand which sheets, channels or projects a person has. */
function isChoice(flow: Flow, { code, step, path }: FlowProblem): boolean {
  if (code !== 'mapping.required-unbound' && code !== 'mapping.value-missing') return false;
  const found = flow.steps.find(({ id }) => id === step);
  const operation = catalog
    .component(found?.component ?? '')
    ?.operations.find(({ id }) => id === found?.operation);
  const at = `/${path.filter((segment) => segment !== 'slots').join('/')}`;
  return operation?.choices?.some((choice) => choice.at === at) === true;
}

test('what needs an account of nobody comes first, the others can be narrowed to a service', () => {
  const { atOnce, withAccounts, services } = groupTemplates(templates, catalog.summary);
  expect(atOnce.map(({ id }) => id)).toContain('orders-in-one-mail');
  expect(withAccounts.map(({ id }) => id)).toContain('shop-orders-to-sheet');
  expect([...atOnce, ...withAccounts]).toHaveLength(templates.length);
  expect(services.map(({ title }) => title).slice(0, 3)).toEqual(['Box', 'GitHub', 'Gmail']);
  const slack = services.find(({ title }) => title === 'Slack');
  expect(
    withAccounts.filter(({ way }) => way.includes(slack?.id ?? '')).map(({ id }) => id),
  ).toEqual(['contact-form-to-hubspot-and-slack', 'github-issues-to-slack']);
});
