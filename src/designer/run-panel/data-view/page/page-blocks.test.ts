import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../../../shared/index.ts';
import { firstBlocks, type Content, type PageBlock } from './page-blocks.ts';
import { sectionsOf } from './page-sections.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function contentOf(value: Json, schema: JsonSchema = {}): Content | undefined {
  const [block] = firstBlocks(1, value, schema);
  return block?.kind === 'field' ? block.content : undefined;
}

function shortly(block: PageBlock): string {
  return block.kind === 'heading'
    ? `${'#'.repeat(block.depth + 1)} ${block.number ?? ''} ${block.title}`.replace(/\s+/g, ' ')
    : `${block.title}: ${block.content.kind}`;
}

describe('data as a page', () => {
  it('reads plain fields first, then what has parts of its own under its title', () => {
    const customer = {
      address: { city: 'London', since: '2026-05-04' },
      name: 'Ada Lovelace',
      web: 'https://example.com/ada',
      orders: [{ number: 'A-1' }, { number: 'A-2' }],
      tags: ['vip', 'trade fair'],
    };
    expect(firstBlocks(100, customer, undefined).map(shortly)).toEqual([
      'Name: text',
      'Web: link',
      'Tags: cell',
      '# Address',
      'City: text',
      'Since: date',
      '# Orders',
      '## 1 A-1',
      'Number: text',
      '## 2 A-2',
      'Number: text',
    ]);
  });

  it('gives the entries of a list the number at which they stood before a search', () => {
    expect(firstBlocks(100, [{ name: 'Ada' }], undefined, [76]).map(shortly)).toEqual([
      '# 77 Ada',
      'Name: text',
    ]);
  });

  it('makes no more of a long list than is asked for', () => {
    let asked = 0;
    const entry = () => ({
      get name() {
        asked++;
        return 'Ada';
      },
    });
    firstBlocks(20, Array.from({ length: 100_000 }, entry), undefined);
    expect(asked).toBeLessThan(100);
  });

  it('puts fields under the heading before them', () => {
    const sections = sectionsOf(firstBlocks(100, { name: 'Ada', at: { city: 'Rome' } }, undefined));
    expect(sections.map(({ heading, fields }) => [heading?.title, fields.length])).toEqual([
      [undefined, 1],
      ['At', 1],
    ]);
  });
});

describe('what a field holds', () => {
  it('never takes a script for a link', () => {
    const never = [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      '//example.com',
      'ftp://example.com',
    ];
    expect(never.map((text) => contentOf(text)?.kind)).not.toContain('link');
  });

  it('follows web addresses and mail', () => {
    expect(contentOf('https://example.com/a?b=1#c')).toMatchObject({
      kind: 'link',
      address: 'https://example.com/a?b=1#c',
    });
    expect(contentOf('ada@example.com')).toMatchObject({
      kind: 'link',
      address: 'mailto:ada@example.com',
    });
  });

  it('takes markup for markup, and everything else for text', () => {
    const html = ['<img src=x onerror=alert(1)>', 'Dear Ada,<br>hello', '<!DOCTYPE html><p>x'];
    expect(html.map((text) => contentOf(text)?.kind)).toEqual(['html', 'html', 'html']);
    const text = ['a < b and c > d', '<ada@example.com>', 'Vec<T>', '1 <2'];
    expect(text.map((one) => contentOf(one)?.kind)).toEqual(['text', 'text', 'text', 'text']);
  });

  it('shows pictures that are in the data, an SVG only as a picture', () => {
    expect(contentOf(png)).toEqual({ kind: 'picture', source: `data:image/png;base64,${png}` });
    expect(contentOf(`data:image/webp;base64,UklGR`)?.kind).toBe('picture');
    expect(contentOf('<svg onload="alert(1)"></svg>')).toEqual({
      kind: 'picture',
      source: 'data:image/svg+xml;charset=utf-8,%3Csvg%20onload%3D%22alert(1)%22%3E%3C%2Fsvg%3E',
    });
    expect(contentOf('<svg>\uD800</svg>')?.kind).toBe('picture');
    expect(contentOf('/9j/ is how a picture begins')?.kind).toBe('text');
    expect(contentOf('https://example.com/a.png')?.kind).toBe('link');
  });

  it('reads a choice by its label, whatever its value looks like', () => {
    const schema: JsonSchema = { oneOf: [{ const: 'https://x.example', title: 'Default' }] };
    expect(contentOf('https://x.example', schema)).toMatchObject({
      kind: 'cell',
      cell: { text: 'Default' },
    });
  });

  it('takes a list apart where an entry is more than a word', () => {
    const blocks = firstBlocks(100, { files: [png, 'https://example.com'] }, undefined);
    expect(blocks.map(shortly)).toEqual(['# Files', '1: picture', '2: link']);
  });
});
