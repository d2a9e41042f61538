import { describe, expect, it } from 'vitest';
import { bodyOnlyAsks, onlyAsks } from './graphql-reads.ts';
import { processorMs } from '../shared/testing/processor-ms.ts';

describe('a text in GraphQL', () => {
  it.each([
    '{ customer { name } }',
    'query ($id: ID!) { customer(id: $id) { name } }',
    'query A($a: In = {b: [1, -2.5]}) @live(x: {y: 1}) { c(in: $a) { ...F } } fragment F on C { id }',
    '# mutation\n{ a(text: "} mutation { b") }',
    '{ a(text: """ } mutation { " \\""" """) }',
    '\ufeff{a},{b}',
    '{ mutation { query } }',
  ])('only asks: %j', (text) => {
    expect(onlyAsks(text)).toBe(true);
  });

  it.each([
    'mutation { a }',
    '{ a } mutation { b }',
    'query A { a } mutation B { b }',
    'subscription { a }',
    '{ a(text: "x\\") } mutation { b }',
    '# {\nmutation { a }',
    'query A',
    '{ a',
    '{ a )',
    '{ a } }',
    '"text" { a }',
    '',
    '   ',
    '{ a } ; mutation { b }',
    'extend type A { b: C }',
  ])('does not only ask: %j', (text) => {
    expect(onlyAsks(text)).toBe(false);
  });

  it('is read in time that grows with its length alone', () => {
    const before = processorMs();
    expect(onlyAsks('{'.repeat(100_000))).toBe(false);
    expect(onlyAsks(`"""${'"'.repeat(100_000)}`)).toBe(false);
    expect(processorMs(before)).toBeLessThan(1_000);
  });
});

describe('the body of a request', () => {
  it.each([
    ['{"query":"{ a }"}', true],
    ['{"query":"{ a }","variables":{"id":1}}', true],
    ['{"query":"mutation { a }"}', false],
    ['{"query":"mutation { a }","query":"{ a }"}', false],
    ['{"query":"{ a }","extensions":{"persistedQuery":{}}}', false],
    ['[{"query":"{ a }"}]', false],
    ['{"variables":{}}', false],
    ['query', false],
  ])('%s', (text, only) => {
    expect(bodyOnlyAsks(text)).toBe(only);
  });
});
