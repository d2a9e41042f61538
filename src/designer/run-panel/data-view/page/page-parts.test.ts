import { describe, expect, it } from 'vitest';
import { dateWords } from './date-words.ts';
import { htmlDocument } from './html-document.ts';
import { textParts } from './text-parts.ts';
import { processorMs } from '../../../../shared/testing/processor-ms.ts';

describe('dates', () => {
  it('are told in the language of the person', () => {
    expect(dateWords('2026-05-04', 'en-GB')).toBe('4 May 2026');
    expect(dateWords('2026-05-04', 'de')).toBe('4. Mai 2026');
    expect(dateWords('2026-05-04T22:30:00Z', 'en-GB', 'Europe/Berlin')).toBe('5 May 2026 at 00:30');
    expect(dateWords('2026-05-04T08:30:00+0200', 'en-GB', 'UTC')).toBe('4 May 2026 at 06:30');
  });
  it('without a zone keep the time that is written', () => {
    expect(dateWords('2026-05-04T08:30', 'en-GB', 'Asia/Tokyo')).toBe('4 May 2026 at 08:30');
  });
  it('are only what is wholly written as one, and is in the calendar', () => {
    const none = [
      '2026',
      '2026-02-31',
      '2026-13-01',
      '2026-05-04T99:00',
      'on 2026-05-04',
      '20260504',
    ];
    expect(none.map((text) => dateWords(text))).toEqual(none.map(() => undefined));
  });
});

describe('addresses in a text', () => {
  it('are apart from the sentence around them', () => {
    expect(textParts('See https://example.com/a, or (http://b.example).')).toEqual([
      { text: 'See ' },
      { text: 'https://example.com/a', address: 'https://example.com/a' },
      { text: ', or (' },
      { text: 'http://b.example', address: 'http://b.example' },
      { text: ').' },
    ]);
  });
  it('are none where they would run something, or are broken', () => {
    const text = 'javascript:alert(1) http:// https://[x data:text/html,x';
    expect(textParts(text).filter(({ address }) => address !== undefined)).toEqual([]);
  });
  it('are none where the end of a cut text broke them', () => {
    expect(textParts('see https://example.com/lon', true)).toEqual([
      { text: 'see https://example.com/lon' },
    ]);
  });
  it('are found in a long text in no time', () => {
    const before = processorMs();
    textParts('https://'.repeat(100_000));
    textParts('a@'.repeat(100_000));
    expect(processorMs(before)).toBeLessThan(1_000);
  });
});

describe('markup in its frame', () => {
  it('has a policy before everything of the service, and opens no line to a host', () => {
    const made = htmlDocument('<LINK rel=preconnect href=//x><p>links &lt;link</p>');
    expect(made.indexOf("default-src 'none'")).toBeLessThan(made.indexOf('rel=preconnect'));
    expect(made).toMatch(/<x-LINK rel=preconnect href=\/\/x><p>links &lt;link<\/p>$/);
  });
});
