/**
 * Services of others, stood in for: a Footbridge whose connectors are the shipped ones, but for the addresses. In place of each
 * service's hosts there is one of this machine, which holds every request against the published description of the service and
 * answers as the story says. Who signs in with OAuth does so at a real authorization server.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Proof } from '../src/catalog/testing/proofs.ts';
import { readDescription } from '../src/proxy/proof/testing/description.ts';
import { startMockService, type MockService } from '../src/proxy/proof/testing/mock-service.ts';
import {
  clientSecret,
  startAuthorizationServer,
} from '../src/proxy/testing/authorization-server.ts';
import type { Json } from '../src/shared/index.ts';
import { ownPort, startOwnFootbridge } from './own-footbridge.ts';

/** What a service answers, by `METHOD /end/of/the/path`. Everything else it does not know. */
export type Answers = Readonly<Record<string, Json>>;

export interface StoodInServices {
  /** Of the Footbridge; ends with a slash. */
  readonly url: string;
  readonly folder: string;
  /** What came to the service at this path, and what its description has against it. */
  received(service: string): readonly { path: string; body: unknown; refused?: string }[];
  close(): Promise<void>;
}

export async function standIn(
  answers: Readonly<Record<string, Answers>>,
): Promise<StoodInServices> {
  const port = await ownPort();
  const gate = await startAuthorizationServer({
    hostname: 'localhost',
    footbridge: `http://127.0.0.1:${port}`,
  });
  const stands = new Map<string, MockService>();
  for (const [id, given] of Object.entries(answers)) stands.set(id, await stand(id, given));
  const footbridge = await startOwnFootbridge({
    port,
    environment: {
      FOOTBRIDGE_ALLOW: [gate, ...stands.values()].map(({ host }) => host).join(','),
      ...Object.fromEntries(
        ['GOOGLE', 'XERO'].flatMap((app) => [
          [`FOOTBRIDGE_OAUTH_${app}_ID`, 'desk'],
          [`FOOTBRIDGE_OAUTH_${app}_SECRET`, clientSecret],
        ]),
      ),
    },
    async changeCatalog(folder) {
      for (const [id, { origin }] of stands) {
        const file = join(folder, id, 'component.json');
        await writeFile(file, moved(await readFile(file, 'utf8'), origin, gate.origin));
      }
    },
  });
  return {
    url: footbridge.url,
    folder: footbridge.folder,
    received: (service) => stands.get(service)?.received() ?? [],
    async close() {
      await footbridge.close();
      await Promise.all([...stands.values()].map((each) => each.close()));
      await gate.close();
    },
  };
}

async function stand(id: string, answers: Answers): Promise<MockService> {
  const { description } = JSON.parse(
    await readFile(join('components-catalog', id, 'proof.json'), 'utf8'),
  ) as Proof;
  const described = description === undefined ? undefined : readDescription(description);
  const calls = Object.entries(answers).map(([call, body]) => {
    const [method = '', path = ''] = call.split(' ');
    return { method, path, body };
  });
  const used = calls.flatMap(({ method, path }) => {
    const known = described?.pathOf(method, path);
    return known === undefined ? [] : [{ method, path: known }];
  });
  const mock = await startMockService(
    described === undefined || used.length === 0
      ? undefined
      : { document: described.cutTo(used), base: described.base },
  );
  mock.answerBy(({ method, path }) => {
    const call = calls.find((each) => each.method === method && path.endsWith(each.path));
    return call === undefined
      ? { status: 404, body: { message: `nobody told what ${method} ${path} answers` } }
      : { status: 200, body: call.body };
  });
  return mock;
}

/** The same component at other addresses; at the gate one signs in with the rights that it knows. */
function moved(component: string, origin: string, gate: string): string {
  return JSON.stringify(
    JSON.parse(component, (key, value: unknown) => {
      if (key === 'origins') return [origin];
      if (key === 'origin' && typeof value === 'string') return undefined;
      if (key !== 'auth' || !isSignIn(value)) return value;
      const { clientAuth: _body, revokeUrl: _revoke, ...auth } = value;
      return {
        ...auth,
        authorizeUrl: `${gate}/auth`,
        tokenUrl: `${gate}/token`,
        scopes: ['openid', 'offline_access'],
        authorizeParameters: { prompt: 'consent' },
      };
    }),
  );
}

const isSignIn = (auth: unknown): auth is Record<string, unknown> =>
  (auth as { grant?: unknown } | null)?.grant === 'authorization-code';
