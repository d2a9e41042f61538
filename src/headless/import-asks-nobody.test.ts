/** Acceptance: a file from somebody else is read, checked and shown, and nobody is asked for anything that it names. */
import { expect, it } from 'vitest';
import { createCatalog, type Component } from '../catalog/index.ts';
import { shippedComponents } from '../catalog/testing/shipped.ts';
import { exportFlow, writeFlow } from '../flow/index.ts';
import { aFlow, aStep, group } from '../flow/testing/a-flow.ts';
import { aComponent } from '../proxy/testing/proxy-under-test.ts';
import { startService } from '../proxy/testing/real-service.ts';
import type { JsonSchema } from '../shared/index.ts';
import { aDesk } from './testing/command-line.ts';
import { closed } from '../shared/testing/closed.ts';

it('a carried component whose fields refer to other places leaves them open, and opens no socket', async () => {
  const inside = closed(
    await startService((_request, response) =>
      response.writeHead(302, { Location: '/elsewhere' }).end(),
    ),
  );
  const desk = closed(await aDesk());
  const component = foreignComponent([
    `http://127.0.0.1:${String(inside.port)}/schema.json#/a`,
    `http://[::ffff:127.0.0.1]:${String(inside.port)}/schema.json`,
    `http://localhost:${String(inside.port)}/moved`,
    'file:///etc/passwd',
    'other.json#/$defs/a',
  ]);
  const flow = aFlow({
    start: { kind: 'webhook' },
    steps: [
      aStep('in', 'webhook/receive'),
      {
        id: 'add',
        name: 'Foreign shop',
        component: component.id,
        componentVersion: component.version,
        operation: 'add',
        settings: {},
        slots: { input: group({ field0: { kind: 'literal', value: 'any' } }) },
      },
    ],
  });
  await desk.write(
    'foreign.json',
    writeFlow(await exportFlow(flow, createCatalog([...shippedComponents(), component]))),
  );
  await desk.write('call.json', '{}');

  const said = await desk.footbridge(['run', 'foreign.json', '--input', 'call.json']);
  expect(said.err).toEqual([]);
  expect(said.out.join('\n')).toContain('/things {"field0":"any"}');
  expect(said.code).toBe(0);
  expect(inside.sockets()).toBe(0);
});

function foreignComponent(refs: readonly string[]): Component {
  const base = aComponent('foreign:shop', ['https://api.foreign.example'], {
    scheme: 'bearer',
    token: '/key',
  });
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(refs.map(($ref, at) => [`field${String(at)}`, { $ref }])),
    additionalProperties: false,
  };
  return {
    ...base,
    credentials: [],
    operations: [
      {
        id: 'add',
        title: 'Add',
        description: 'Adds',
        effect: 'write',
        emits: 'one',
        idempotency: 'none',
        slots: { input: { kind: 'value', title: 'What to add', schema } },
        sample: {},
        call: {
          via: 'http',
          method: 'POST',
          path: ['/things'],
          body: { as: 'json', from: { kind: 'ref', from: 'input', path: [] } },
        },
      },
    ],
  };
}
