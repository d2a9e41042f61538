import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sayWording } from '../words/index.ts';
import { refusalStatus, RefusedError, toRefusal, toRefusalResponse } from './refusal.ts';

it('has a sentence of its own for every refusal', () => {
  const unknown = sayWording({ code: 'proxy.no-such-thing', params: {} });
  const codes = Object.keys(refusalStatus);
  expect(codes.filter((code) => sayWording({ code, params: {} }) === unknown)).toEqual([]);
});

it('tells data only, with its status and whether another try may help', async () => {
  const refused = new RefusedError(
    'proxy.service-unreachable',
    { host: 'a.example' },
    { cause: new Error('secret inside') },
  );
  const answer = toRefusalResponse(refused);
  expect([answer.status, answer.headers.get('footbridge-refusal')]).toEqual([502, '1']);
  expect(await answer.json()).toEqual({
    code: 'proxy.service-unreachable',
    params: { host: 'a.example' },
    retryable: true,
  });
  expect(toRefusal(new RefusedError('proxy.read-only')).retryable).toBe(false);
});

it('is said in one place: no task writes a sentence of its own', () => {
  const folder = new URL('tasks/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|cjs)$/.test(name) && !/\.test\.ts$|testing\//.test(name),
  );
  expect(sources.length).toBeGreaterThan(30);
  const told = sources.filter((name) =>
    /\b(?:message|because|words):\s*['"`](?:[A-Z]\w* |\$\{)/.test(
      readFileSync(new URL(name, folder), 'utf8'),
    ),
  );
  expect(told).toEqual([]);
});
