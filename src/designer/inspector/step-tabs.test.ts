import { describe, expect, it } from 'vitest';
import type { Component, Operation } from '../../catalog/index.ts';
import { tabAfter, tabOfProblem, tabsOf } from './step-tabs.ts';

const operation = (parts: Partial<Operation>): Operation => ({
  id: 'do',
  title: 'Do',
  description: '',
  emits: 'one',
  slots: {},
  sample: {},
  call: { via: 'core', executor: 'none' },
  ...parts,
});
const component = (credentials: Component['credentials']): Component => ({
  id: 'catalog:x',
  version: '1',
  kind: 'connector',
  title: 'X',
  description: '',
  hue: 0,
  categories: [],
  origins: [],
  credentials,
  operations: [operation({})],
});
const key: Component['credentials'][number] = {
  id: 'key',
  title: 'Key',
  schema: {},
  auth: { scheme: 'none' },
};

describe('the parts of a step', () => {
  it('are all five where there is something to fill in each', () => {
    const full = operation({
      settings: { properties: { size: {} } },
      slots: { input: { kind: 'value' } },
    });
    expect(tabsOf(component([key]), full)).toEqual([
      'operation',
      'credential',
      'settings',
      'mapping',
      'test',
    ]);
  });

  it('leave out signing in, settings and mapping where there is nothing to do', () => {
    expect(tabsOf(component([]), operation({ settings: { properties: {} } }))).toEqual([
      'operation',
      'test',
    ]);
  });

  it('are the operation alone while the component is not known', () => {
    expect(tabsOf(undefined, undefined)).toEqual(['operation']);
  });

  it('are those that every operation needs, while none is chosen', () => {
    expect(tabsOf(component([key]), undefined)).toEqual(['operation', 'credential']);
  });

  it('follow one another, and nothing follows the last', () => {
    expect(tabAfter(['operation', 'mapping', 'test'], 'operation')).toBe('mapping');
    expect(tabAfter(['operation', 'mapping', 'test'], 'test')).toBeUndefined();
  });
});

describe('a problem', () => {
  it.each([
    [['slots', 'input', 'email'], 'mapping'],
    [['settings', 'address'], 'settings'],
    [['credential'], 'credential'],
    [['shapes', 'input'], 'operation'],
    [['start'], 'operation'],
  ])('at %j is mended under %s', (path, tab) => {
    expect(tabOfProblem({ path })).toBe(tab);
  });
});
