import { expect, it } from 'vitest';
import { withRequest } from '../catalog/testing/with-request.ts';
import { runRest } from './testing/one-rest-step.ts';

const described = {
  component: 'catalog:openapi',
  path: '/v1',
  settings: { description: 'https://gone.example/openapi.json', operation: 'GET /things' },
};
const shapes = (note: Parameters<typeof withRequest>[1]) => ({
  input: { schema: withRequest({ type: 'object' }, note), origin: 'service' as const },
});

it('a step runs by its own fields, without the service’s description', async () => {
  const { record, received } = await runRest({
    ...described,
    operation: 'list',
    shapes: shapes({
      method: 'GET',
      path: '/things/{id}',
      parameters: [
        { name: 'id', in: 'path', field: 'id', style: 'simple', explode: false },
        { name: 'X-Team', in: 'header', field: 'team', style: 'simple', explode: false },
      ],
      list: '/data',
    }),
    input: { id: 'a b', team: 'blue' },
    answers: (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"data":[{"n":1},{"n":2}],"other":[3]}');
    },
  });
  expect(record.output).toEqual([{ n: 1 }, { n: 2 }]);
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /v1/things/a%20b']);
  expect(received[0]?.headers['x-team']).toBe('blue');
});

it('what would delete is not sent by a step that adds', async () => {
  const { failure, received } = await runRest({
    ...described,
    operation: 'change',
    shapes: shapes({ method: 'DELETE', path: '/things', parameters: [] }),
    answers: (_request, response) => void response.end(),
  });
  expect(failure?.code).toBe('failures.described-other-method');
  expect(received).toEqual([]);
});
