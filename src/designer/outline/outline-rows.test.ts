import { expect, test } from 'vitest';
import { aFlow, aStep, anEdge, findCustomers } from '../../flow/testing/a-flow.ts';
import { aNote } from '../../flow/testing/drawn-operations.ts';
import type { Edge } from '../../flow/index.ts';
import { openRows, outlineRows, type OutlineRow } from './outline-rows.ts';

const plain = [{ id: 'out', title: '' }];
const branching = [
  { id: 'paid', title: 'Paid' },
  { id: 'else', title: 'Otherwise' },
  { id: 'error', title: 'failed' },
];
const steps = (ids: string) => [...ids].map((id) => findCustomers(id));
const rowsOf = (ids: string, edges: readonly Edge[]) =>
  outlineRows(aFlow({ steps: steps(ids), edges }), ({ id }) => (id === 'R' ? branching : plain));
/** Each line as it would be written, two blanks a level. */
const drawn = (rows: readonly OutlineRow[]) =>
  rows.map((row) => {
    if (row.kind === 'notes') return 'notes';
    if (row.kind === 'note') return `  ${row.note}`;
    if (row.kind === 'group')
      return `${'  '.repeat(row.level - 1)}[${row.group}${row.isFurther ? ' …' : ''}]`;
    const words = row.kind === 'way' ? `${row.title}${row.number ?? ''}:` : row.step;
    return '  '.repeat(row.level - 1) + (row.kind === 'join' ? `-> ${words}` : words);
  });

test('a straight way is flat, in the order in which it runs', () => {
  expect(drawn(rowsOf('cab', [anEdge('a', 'b'), anEdge('b', 'c')]))).toEqual(['a', 'b', 'c']);
});

test('branches are levels by their names, also one that leads nowhere yet; failures only where they lead on', () => {
  const rows = rowsOf('aRbc', [
    anEdge('a', 'R'),
    anEdge('R', 'b', { fromPort: 'paid' }),
    anEdge('b', 'c'),
  ]);
  expect(drawn(rows)).toEqual(['a', 'R', '  Paid:', '    b', '    c', '  Otherwise:']);
  expect(rows.map(({ at, of }) => `${String(at)}/${String(of)}`)).toEqual([
    '1/2',
    '2/2',
    '1/2',
    '1/2',
    '2/2',
    '2/2',
  ]);
  expect(drawn(rowsOf('Rb', [anEdge('R', 'b', { fromPort: 'error' })]))).toEqual([
    'R',
    '  Paid:',
    '  Otherwise:',
    '  failed:',
    '    b',
  ]);
});

test('what ways meet in stands after them on the level of their fork, and each way refers to it', () => {
  const rows = rowsOf('aRbcJd', [
    anEdge('a', 'R'),
    anEdge('R', 'b', { fromPort: 'paid' }),
    anEdge('R', 'c', { fromPort: 'else' }),
    anEdge('b', 'J'),
    anEdge('c', 'J'),
    anEdge('J', 'd'),
  ]);
  expect(drawn(rows)).toEqual([
    'a',
    'R',
    '  Paid:',
    '    b',
    '    -> J',
    '  Otherwise:',
    '    c',
    '    -> J',
    'J',
    'd',
  ]);
});

test('several connections of one way out are told apart by numbers', () => {
  expect(drawn(rowsOf('abc', [anEdge('a', 'b'), anEdge('a', 'c')]))).toEqual([
    'a',
    '  1:',
    '    b',
    '  2:',
    '    c',
  ]);
});

test('two beginnings that meet come before what they meet in, steps without a connection last', () => {
  expect(drawn(rowsOf('xabJ', [anEdge('a', 'J'), anEdge('b', 'J')]))).toEqual([
    'a',
    '-> J',
    'b',
    '-> J',
    'J',
    'x',
  ]);
});

test('a circle of a broken file is drawn once, with a reference back', () => {
  const rows = rowsOf('abc', [anEdge('a', 'b'), anEdge('b', 'c'), anEdge('c', 'b')]);
  expect(drawn(rows).filter((line) => !line.includes('->'))).toEqual(['a', 'b', 'c']);
  expect(drawn(rows).at(-1)).toBe('-> b');
});

test('what is closed hides all below it, and nothing else', () => {
  const rows = rowsOf('Rbcd', [anEdge('R', 'b', { fromPort: 'paid' }), anEdge('b', 'c')]);
  const paid = rows.find(({ kind }) => kind === 'way')?.key ?? '';
  expect(drawn(openRows(rows, new Set([paid])))).toEqual(['R', '  Paid:', '  Otherwise:', 'd']);
});

test('a thousand steps with branches and joins are drawn, each once', () => {
  const ids = Array.from({ length: 1_000 }, (_, at) => String(at));
  const some = aStep('x', 'crm/find-customers-by-status');
  const many = ids.map((id) => ({ ...some, id }));
  // Every fifth step forks to two that meet again.
  const edges = ids.flatMap((_, at) =>
    at % 5 === 0
      ? [anEdge(`${at}`, `${at + 1}`), anEdge(`${at}`, `${at + 2}`)]
      : at % 5 === 1
        ? [anEdge(`${at}`, `${at + 2}`)]
        : at < 999
          ? [anEdge(`${at}`, `${at + 1}`)]
          : [],
  );
  const flow = { steps: many, edges };
  const rows = outlineRows(flow, () => plain);
  const drawnSteps = rows.flatMap((row) => (row.kind === 'step' ? [row.step] : []));
  expect(drawnSteps.toSorted()).toEqual(ids.toSorted());
});

test('a group is a branch; one whose steps are apart has a line before each part', () => {
  const flow = aFlow({
    steps: steps('aRbcde'),
    edges: [
      anEdge('a', 'R'),
      anEdge('R', 'b', { fromPort: 'paid' }),
      anEdge('b', 'c'),
      anEdge('R', 'd', { fromPort: 'else' }),
      anEdge('d', 'e'),
    ],
  });
  const rows = (groups: readonly { id: string; steps: string[] }[]) =>
    drawn(
      outlineRows(flow, ({ id }) => (id === 'R' ? branching : plain), {
        notes: [],
        groups: groups.map((group) => ({ ...group, title: '', colour: 'plain' })),
      }),
    );
  expect(rows([{ id: 'g', steps: ['b', 'c', 'e', 'gone'] }])).toEqual([
    'a',
    'R',
    '  Paid:',
    '    [g]',
    '      b',
    '      c',
    '  Otherwise:',
    '    d',
    '    [g …]',
    '      e',
  ]);
  expect(
    rows([
      { id: 'g', steps: ['a', 'R'] },
      { id: 'h', steps: ['d'] },
    ]),
  ).toEqual([
    '[g]',
    '  a',
    '  R',
    '    Paid:',
    '      b',
    '      c',
    '    Otherwise:',
    '      [h]',
    '        d',
    '      e',
  ]);
});

test('notes are a branch at the end', () => {
  const flow = aFlow({ steps: steps('a') });
  const notes = [aNote('one'), aNote('two')];
  expect(drawn(outlineRows(flow, () => plain, { notes, groups: [] }))).toEqual([
    'a',
    'notes',
    '  one',
    '  two',
  ]);
});
