import { describe, expect, it } from 'vitest';
import { drawingSheet } from './drawing-sheet.ts';

const sheetOf = (source: string) => drawingSheet(new Map([['catalog:crm', source]]));

describe('the drawings of components as one document', () => {
  it('holds each as a symbol under its component, as large as who shows it says', () => {
    expect(
      drawingSheet(
        new Map([
          [
            'catalog:crm',
            '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="24" height="24" fill="currentColor"><g><path d="M1 1h2"/></g></svg>\n',
          ],
          ['catalog:csv', '<svg><rect x="1" y="2" width="3" height="4"/></svg>'],
        ]),
      ),
    ).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg">' +
        '<symbol id="catalog:crm" viewBox="0 0 20 20" fill="currentColor"><g><path d="M1 1h2"></path></g></symbol>' +
        '<symbol id="catalog:csv" viewBox="0 0 24 24"><rect x="1" y="2" width="3" height="4"></rect></symbol></svg>',
    );
  });

  it('takes over nothing that runs, loads or leads elsewhere', () => {
    expect(
      sheetOf('<svg onload="run()" style="x"><path onclick="run()" href="//x" d="M1 1"/></svg>'),
    ).toContain('<symbol id="catalog:crm" viewBox="0 0 24 24"><path d="M1 1"></path></symbol>');
  });

  it('leaves out what only tells about the drawing', () => {
    expect(
      sheetOf('<svg><title>A <b>logo</b></title><path d="M1 1"/><metadata><x/></metadata></svg>'),
    ).toContain('viewBox="0 0 24 24"><path d="M1 1"></path></symbol>');
  });

  it.each([
    ['a fill of elsewhere', '<svg><path fill="url(//x/y.svg#p)"/></svg>', 'its fill is “url('],
    ['a script', '<svg><script>run()</script></svg>', 'it has a <script>'],
    ['a picture', '<svg><image href="//x"/></svg>', 'it has a <image>'],
    ['another document', '<p>hello</p>', 'it has a <p>'],
    ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 'it has a DOCTYPE'],
    ['a broken end', '<svg><path d="M1 1"></svg>', 'unexpected close tag'],
    ['an open end', '<svg>', 'unclosed tag'],
    ['nothing', '', 'document must contain a root element'],
  ])('refuses %s, and says of which component', (_, source, why) => {
    expect(() => sheetOf(source)).toThrow('The drawing of catalog:crm (icon.svg) cannot be used: ');
    expect(() => sheetOf(source)).toThrow(why);
  });

  it('writes what stands in a value as text', () => {
    expect(sheetOf('<svg viewBox="0 0 1 1&quot;&lt;&amp;"/>')).toContain(
      'viewBox="0 0 1 1&quot;&lt;&amp;"',
    );
  });
});
