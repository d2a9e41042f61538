import { describe, expect, it } from 'vitest';
import { nothing, type TableBinding } from '../../../mapping/index.ts';
import { cellsOf, withPasted } from './pasted-rows.ts';

const table: TableBinding = { kind: 'table', on: nothing, rows: [] };
const free = { source: {}, target: {}, root: {}, locale: 'de' };
const words = (value: string) => ({ kind: 'literal', value }) as const;

describe('rows from a spreadsheet', () => {
  it('are cells between tabs, a row a line, empty lines aside', () => {
    expect(cellsOf('paid\tdone\r\n\r\nopen\twaiting\n')).toEqual([
      ['paid', 'done'],
      ['open', 'waiting'],
    ]);
  });

  it('may hold tabs, line breaks and quotes inside quotes', () => {
    expect(cellsOf('"a\tb"\t"say ""hi""\nthere"')).toEqual([['a\tb', 'say "hi"\nthere']]);
  });

  it('are read from a list with semicolons or commas as well', () => {
    expect(cellsOf('a;b\nc;d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cellsOf('a,b')).toEqual([['a', 'b']]);
  });

  it('keep text that looks like a number, where the kind is not known', () => {
    expect(withPasted(table, '007\t01067', free).rows).toEqual([
      { equals: '007', then: words('01067') },
    ]);
  });

  it('become numbers, options by their names and yes or no where those are wanted', () => {
    const options = {
      oneOf: [
        { const: 'a', title: 'Active' },
        { const: 'p', title: 'Paused' },
      ],
    };
    const types = { source: options, target: { type: 'number' }, root: {}, locale: 'de' } as const;
    expect(withPasted(table, 'active\t1,5\np\t2', types).rows).toEqual([
      { equals: 'a', then: { kind: 'literal', value: 1.5 } },
      { equals: 'p', then: { kind: 'literal', value: 2 } },
    ]);
    const yesNo = { ...free, source: { type: 'boolean' } } as const;
    expect(withPasted(table, 'yes\tx', yesNo).rows[0]?.equals).toBe(true);
  });

  it('take the place of rows for the same value and leave the others', () => {
    const old = {
      ...table,
      rows: [
        { equals: 'a', then: words('1') },
        { equals: 'b', then: words('2') },
      ],
    };
    expect(withPasted(old, 'a\t3\nc', free).rows).toEqual([
      { equals: 'a', then: words('3') },
      { equals: 'b', then: words('2') },
      { equals: 'c', then: nothing },
    ]);
  });
});
