import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { atHand, isWhole, summaryOf, textsAtHand } from './summary.ts';
import { shippedComponents, shippedTexts } from './testing/shipped.ts';
import { summaryInLanguage } from './texts.ts';

const components = shippedComponents();
const services = components.filter((component) => !isWhole(atHand(component)));
const others = components.filter((component) => isWhole(atHand(component)));

/** With 24 services of others the first load grows by less than 15 kB, in English and in another language. */
const mostBytesOfOne = 600;

/** What is really sent is smaller by a fifth, and takes seconds to make. */
const compressed = (content: unknown): number => gzipSync(JSON.stringify(content)).byteLength;

test('what needs nobody’s account is at hand whole; of services of others a summary is', () => {
  expect(services.length).toBeGreaterThanOrEqual(4);
  expect(services.every(({ kind }) => kind === 'connector')).toBe(true);
  for (const { credentials } of services)
    expect(credentials.some(({ sampleKeyOf }) => sampleKeyOf !== undefined)).toBe(false);
  expect(others.some(({ kind }) => kind === 'connector')).toBe(true);
});

test('a summary of a service makes what the page begins with larger by some hundred bytes', () => {
  const growth = compressed(components.map(atHand)) - compressed(others.map(atHand));
  const german = shippedTexts('de');
  const texts = (of: typeof components) =>
    compressed(
      Object.fromEntries(of.map((each) => [each.id, textsAtHand(each, german[each.id] ?? {})])),
    );
  expect((growth + texts(components) - texts(others)) / services.length).toBeLessThan(
    mostBytesOfOne,
  );
});

test('a summary says nothing of what only other operations ask, and is all in the other language', () => {
  const german = shippedTexts('de');
  for (const service of services) {
    const summary = summaryOf(service);
    expect(summary.operations.length).toBeGreaterThanOrEqual(4);
    const hidden = service.operations.filter(({ internal }) => internal === true);
    for (const { id } of hidden)
      expect(summary.operations.map((each) => each.id)).not.toContain(id);
    const all = german[service.id] ?? {};
    expect(summaryInLanguage(summary, 'de', textsAtHand(service, all))).toEqual(
      summaryInLanguage(summary, 'de', all),
    );
  }
});
