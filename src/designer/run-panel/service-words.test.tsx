import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ServiceWords } from './service-words.tsx';

test.each([
  '<img src=x onerror="alert(1)">',
  '</blockquote><script>alert(1)</script>',
  '<a href="javascript:alert(1)">your account</a>',
])('words of a service stay text: %s', (words) => {
  const page = renderToStaticMarkup(<ServiceWords component="<b>Shop</b>" words={words} />);
  expect(page).not.toMatch(/<(?:img|script|a|b)\b/);
  expect(page).toContain('&lt;');
});
