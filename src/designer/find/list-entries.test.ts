import { expect, test } from 'vitest';
import { aFlow, findCustomers } from '../../flow/testing/a-flow.ts';
import { searchWords } from '../../shared/index.ts';
import { aBench } from '../effects/testing/a-bench.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import { listEntries } from './list-entries.ts';

const flow = aFlow({ steps: [findCustomers('a')], edges: [] });
const listed = {
  id: 'f1',
  name: 'Night shift',
  components: [flow.steps[0]?.component],
  tags: ['weekly'],
  folder: 'Sales',
} as unknown as ListedFlow; // only what is searched

test('without an open flow, flows are found by name, folder, tag and service, templates and services by name', () => {
  const { bench } = aBench(flow);
  bench.document.close();
  const done: string[] = [];
  const templates = [
    {
      id: 'new-customers-to-newsletter',
      name: 'flows.template-newsletter',
      text: 'flows.template-newsletter-text',
      way: ['catalog:crm'],
      load: () => Promise.resolve(flow),
    } as const,
  ];
  const search = searchWords(
    listEntries(bench, [listed], templates, {
      open: (id) => done.push(`open ${id}`),
      begin: ({ name }) => done.push(`use ${name}`),
      lookUp: (component) => done.push(`look up ${component}`),
    }),
  );
  for (const question of ['night', 'sales', 'weekly', 'crm']) {
    const [hit] = search(question).filter(({ item }) => item.kind === 'flow');
    expect(hit?.item.title, question).toBe('Night shift');
  }
  search('night')[0]?.item.act();
  search('new customers')[0]?.item.act();
  search('newsletter')
    .find(({ item }) => item.kind === 'service')
    ?.item.act();
  expect(done).toEqual(['open f1', 'use flows.template-newsletter', 'look up catalog:newsletter']);
  const commands = search('').filter(({ item }) => item.kind === 'command');
  expect(commands.map(({ item }) => item.key)).toContain('command guide.first-flow ');
  expect(commands.map(({ item }) => item.key)).not.toContain('command flow.export ');
});
