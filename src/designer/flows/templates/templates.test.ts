import { describe, expect, test } from 'vitest';
import { shippedCatalog } from '../../../catalog/testing/shipped.ts';
import { wordsOf } from '../../../shared/index.ts';
import { checkFlow, flowSchema, type Flow, type FlowProblem } from '../../../flow/index.ts';
import { groupTemplates } from './grouped-templates.ts';
import { templates } from './templates.ts';

const catalog = shippedCatalog();

describe.each(templates.map((template) => [template.id, template] as const))(
  'template "%s"',
  (id, { load, way }) => {
    test('is a flow', async () => {
      const flow = await load('en');
      expect(flowSchema.safeParse(flow).error).toBeUndefined();
      expect(flow.id).toBe(`template-${id}`);
      expect(flow.steps.map(({ component }) => component)).toEqual(way);
    });

    test('leaves nothing to do but connecting, and choosing from lists that the service then gives', async () => {
      const flow = await load('en');
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

test('in German every name and text of a template is German, and it is checked like the English one', async () => {
  const products = new Set(
    templates.flatMap(({ way }) => way.map((id) => wordsOf(catalog.summary(id)?.title))),
  );
  const left = new Set<string>();
  for (const { load } of templates) {
    const [english, german] = await Promise.all([load('en'), load('de')]);
    expect(flowSchema.safeParse(german).error).toBeUndefined();
    expect(checkFlow(german, catalog).map(({ code }) => code)).toEqual(
      checkFlow(english, catalog).map(({ code }) => code),
    );
    const said = textsOf(german);
    for (const [at, text] of textsOf(english).entries())
      if (/\p{L}/u.test(text) && said[at] === text && !products.has(text)) left.add(text);
  }
  expect([...left]).toEqual(['Shop', '\nStatus: ']);
});

/** Names of steps and accounts, and the fixed parts of texts. */
function textsOf({ steps, credentials }: Flow): readonly string[] {
  const parts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('parts' in value && Array.isArray(value.parts))
      parts.push(...value.parts.filter((part): part is string => typeof part === 'string'));
    for (const part of Object.values(value)) collect(part);
  };
  collect(steps);
  return [...steps, ...credentials].map(({ name }) => name).concat(parts);
}
