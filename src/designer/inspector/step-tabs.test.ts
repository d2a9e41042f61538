import { describe, expect, it } from 'vitest';
import type { Component, Operation } from '../../catalog/index.ts';
import { nextTab, tabsOf } from './step-tabs.ts';

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
      'mapping',
      'settings',
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

  it('have the settings before the fields only where a setting must be made', () => {
    const slots = { input: { kind: 'value' } } as const;
    const size = { size: {} };
    expect(
      tabsOf(
        component([]),
        operation({ settings: { properties: size, required: ['size'] }, slots }),
      ),
    ).toEqual(['operation', 'settings', 'mapping', 'test']);
    expect(tabsOf(component([]), operation({ settings: { properties: size }, slots }))).toEqual([
      'operation',
      'mapping',
      'settings',
      'test',
    ]);
  });
});

describe('the next part', () => {
  const tabs = ['operation', 'credential', 'mapping', 'settings', 'test'] as const;

  it('is the first one after it that is not done', () => {
    expect(nextTab(tabs, 'operation', { credential: 'open' })).toBe('credential');
    expect(nextTab(tabs, 'operation', { credential: 'done' })).toBe('mapping');
  });

  it('passes settings that nobody has to make', () => {
    expect(nextTab(tabs, 'mapping', { mapping: 'done' })).toBe('test');
    expect(nextTab(tabs, 'mapping', { mapping: 'done', settings: 'open' })).toBe('settings');
  });

  it('is an earlier one where something is missing, before the test', () => {
    expect(nextTab(tabs, 'mapping', { credential: 'open', mapping: 'done' })).toBe('credential');
  });

  it('is nothing after the test, and nothing while no operation is chosen', () => {
    expect(nextTab(tabs, 'test', {})).toBeUndefined();
    expect(nextTab(['operation', 'credential'], 'credential', {})).toBeUndefined();
  });
});
