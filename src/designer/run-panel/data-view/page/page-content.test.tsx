import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PageContent } from './page-content.tsx';
import { firstBlocks } from './page-blocks.ts';

function drawn(value: string): string {
  const [block] = firstBlocks(1, value, undefined);
  if (block?.kind !== 'field') throw new Error('no field');
  return renderToStaticMarkup(
    <MantineProvider>
      <PageContent of={block.content} label="Letter" />
    </MantineProvider>,
  );
}

it('draws markup as the text that it is, and no frame before it is asked for', () => {
  const page = drawn('<p>Hello</p><img src=x onerror="alert(1)"><script>alert(1)</script>');
  expect(page).not.toMatch(/<(img|script|iframe)[\s>]/i);
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
});

it('draws no link that would run something', () => {
  expect(drawn('javascript:alert(1)')).not.toContain('<a ');
  expect(drawn('see javascript:alert(1) or https://example.com')).toMatch(
    /<a href="https:\/\/example\.com" target="_blank" rel="noopener noreferrer nofollow">/,
  );
});

it('draws an SVG as a picture, never as elements of the page', () => {
  const page = drawn('<svg onload="alert(1)"><script>alert(1)</script></svg>');
  expect(page).not.toMatch(/<(svg|script)[\s>]/i);
  expect(page).toContain('<img');
});

it('cuts a huge text and offers more of it', () => {
  const page = drawn('word '.repeat(1_000_000));
  expect(page.length).toBeLessThan(30_000);
  expect(page).toContain('Show more of 5,000,000 characters');
});
