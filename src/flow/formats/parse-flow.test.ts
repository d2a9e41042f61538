import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, parseJson, writeJson, type Json } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import type { Migration } from '../migrations/migrate.ts';
import { referenceFlow } from '../testing/a-flow.ts';
import { parseFlow } from './parse-flow.ts';
import { writeFlow } from './write-flow.ts';

const text = writeFlow(referenceFlow());
const refusal = (file: string): { code: string; line?: number; path?: unknown } => {
  const parsed = parseFlow(file);
  if (parsed.ok) throw new Error('taken as a flow');
  const { code, line, path } = parsed.reason;
  return { code, ...(line === undefined ? {} : { line }), ...(path === undefined ? {} : { path }) };
};
const says = (file: string): string => {
  const parsed = parseFlow(file);
  return parsed.ok ? 'taken' : sayWording(parsed.reason);
};
/** The reference flow's file with one change. */
const changed = (change: (document: Record<string, unknown>) => void): string => {
  const document = JSON.parse(text) as Record<string, unknown>;
  change(document);
  return JSON.stringify(document);
};
const stepOf = (document: Record<string, unknown>, at: number): Record<string, unknown> =>
  (document['steps'] as Record<string, unknown>[])[at] ?? {};

describe('parseFlow', () => {
  it('takes what writeFlow gives', () => {
    const parsed = parseFlow(text);
    expect(parsed.ok && parsed.value).toEqual(referenceFlow());
  });

  it('tells an empty file, a damaged one and one that was cut', () => {
    expect(refusal(' \n')).toEqual({ code: 'flow.file-empty' });
    expect(refusal(text.replace('"edges"', 'edges'))).toMatchObject({
      code: 'flow.file-not-json-at',
      line: text.slice(0, text.indexOf('"edges"')).split('\n').length,
    });
    const cut = text.slice(0, Math.floor(text.length / 2));
    expect(refusal(cut)).toEqual({ code: 'flow.file-cut', line: cut.trimEnd().split('\n').length });
    expect(refusal('hello')).toMatchObject({
      code: expect.stringMatching(/^flow\.file-not-json/) as unknown,
    });
  });

  it.each([
    ['n8n', { name: 'x', nodes: [], connections: {} }],
    ['Node-RED', [{ id: 'a', type: 'tab', label: 'Flow 1' }]],
    [
      'elastic.io / Open Integration Hub',
      { name: 'x', graph: { nodes: [{ command: 'a/b:c' }], edges: [] } },
    ],
    ['OpenAPI', { openapi: '3.1.0', info: {} }],
    [
      'Postman',
      { info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' } },
    ],
    ['Footbridge component', { id: 'catalog:x', operations: [], origins: [] }],
  ])('says that a file is of %s', (what, json) => {
    expect(says(JSON.stringify(json))).toBe(
      `This is a file of another kind (${what}), not a Footbridge flow.`,
    );
  });

  it('says of any other JSON that it is no flow', () => {
    expect(refusal('[{"name":"Ada"}]')).toEqual({ code: 'flow.file-unknown' });
    expect(refusal('"text"')).toEqual({ code: 'flow.file-unknown' });
    expect(says('<?xml version="1.0"?><a/>')).toContain('(XML)');
  });

  it('says that a flow comes from a newer Footbridge, and reads nothing of it', () => {
    expect(says(changed((document) => (document['formatVersion'] = 2)))).toBe(
      'This flow was made with a newer Footbridge (format 2; this one knows 1). Update Footbridge, then import it again.',
    );
  });

  it('names the broken part by its path and in words', () => {
    const broken = changed(
      (document) =>
        (stepOf(document, 1)['slots'] = {
          input: { kind: 'object', props: { email: { kind: 'ref', from: 7, path: [] } } },
        }),
    );
    expect(refusal(broken)).toEqual({
      code: 'flow.file-broken',
      path: ['steps', 1, 'slots', 'input', 'props', 'email', 'from'],
    });
    expect(says(broken)).toBe(
      'One part of this flow cannot be read: Steps › 2. add › Slots › Input › Props › Email › From.',
    );
    expect(refusal(changed((document) => delete document['layout']))).toEqual({
      code: 'flow.file-broken',
      path: ['layout'],
    });
    expect(refusal(changed((document) => (document['formatVersion'] = '1')))).toEqual({
      code: 'flow.file-broken',
      path: ['formatVersion'],
    });
  });

  it('refuses ids that are there twice or lead nowhere, and circles', () => {
    const edges = (document: Record<string, unknown>): Record<string, unknown>[] =>
      document['edges'] as Record<string, unknown>[];
    expect(refusal(changed((document) => (stepOf(document, 1)['id'] = 'find')))).toEqual({
      code: 'flow.file-id-twice',
      path: ['steps', 1, 'id'],
    });
    expect(refusal(changed((document) => (stepOf(document, 1)['id'] = 'constructor')))).toEqual({
      code: 'flow.file-broken',
      path: ['steps', 1, 'id'],
    });
    expect(refusal(changed((document) => (edges(document)[0]!['to'] = 'gone')))).toEqual({
      code: 'flow.file-edge-loose',
      path: ['edges', 0, 'to'],
    });
    expect(
      refusal(
        changed((document) =>
          edges(document).push({
            id: 'back',
            from: 'add',
            fromPort: 'out',
            to: 'find',
            toPort: 'in',
          }),
        ),
      ),
    ).toEqual({ code: 'flow.file-circle', path: ['edges'] });
    expect(refusal(changed((document) => (stepOf(document, 0)['credential'] = 'gone')))).toEqual({
      code: 'flow.file-credential-loose',
      path: ['steps', 0, 'credential'],
    });
  });

  it('mends groups of steps that are not there, or that are in another one, and says which', () => {
    const group = (title: string, steps: readonly string[]) => ({
      ...{ id: title, title, steps, colour: 'sky' },
    });
    const laidOut = (groups: readonly unknown[]) =>
      parseFlow(
        changed((document) => ((document['layout'] as Record<string, unknown>)['groups'] = groups)),
      );
    const good = laidOut([group('Start', ['find']), group('End', [])]);
    expect(good).not.toHaveProperty('mended');
    const read = laidOut([group('Start', ['find', 'gone']), group('End', ['find', 'add', 'add'])]);
    expect(read.mended).toEqual(['Start', 'End']);
    expect(read.ok && read.value.layout.groups.map(({ steps }) => steps)).toEqual([
      ['find'],
      ['add'],
    ]);
  });

  it('refuses two groups with one id, and a note without a place', () => {
    const group = (steps: readonly string[], id = 'g') => ({ id, title: '', steps, colour: 'sky' });
    const laidOut = (part: string, list: readonly unknown[]) =>
      refusal(
        changed((document) => ((document['layout'] as Record<string, unknown>)[part] = list)),
      );
    expect(laidOut('groups', [group([]), group([])])).toEqual({
      code: 'flow.file-id-twice',
      path: ['layout', 'groups', 1, 'id'],
    });
    expect(laidOut('notes', [{ id: 'n', text: 'no place' }])).toMatchObject({
      code: 'flow.file-broken',
      path: ['layout', 'notes', 0, 'position'],
    });
  });

  it('refuses a file in which two flows have one id: only one of them could be kept', () => {
    const own = JSON.parse(text) as { id: string };
    const called = (...ids: readonly string[]) =>
      JSON.stringify({ ...own, calledFlows: ids.map((id) => ({ ...own, id })) });
    expect(parseFlow(called('other', 'third')).ok).toBe(true);
    const twice = (at: number) => ({ code: 'flow.file-flow-twice', path: ['calledFlows', at] });
    expect(refusal(called('other', own.id))).toEqual(twice(1));
    expect(refusal(called('other', 'third', 'other'))).toEqual(twice(2));
  });

  it('takes an id of ten thousand characters as any other, and refuses one that is missing or empty', () => {
    const long = 'x'.repeat(10_000);
    const parsed = parseFlow(text.replaceAll('"find"', `"${long}"`));
    expect(parsed.ok && parsed.value.steps.map(({ id }) => id)).toEqual([long, 'add']);
    expect(refusal(changed((document) => delete stepOf(document, 0)['id']))).toEqual({
      code: 'flow.file-broken',
      path: ['steps', 0, 'id'],
    });
    expect(refusal(changed((document) => (stepOf(document, 0)['id'] = '')))).toEqual({
      code: 'flow.file-broken',
      path: ['steps', 0, 'id'],
    });
  });

  it('keeps every key it does not know, at any depth', () => {
    const future = changed((document) => {
      document['colour'] = 'blue';
      stepOf(document, 0)['cache'] = { minutes: 5 };
      (document['layout'] as Record<string, unknown>)['zoom'] = 0.5;
      const slots = stepOf(document, 1)['slots'] as Record<string, Record<string, unknown>>;
      slots['input']!['author'] = 'Ada';
    });
    const parsed = parseFlow(future);
    expect(parsed.ok && JSON.parse(writeFlow(parsed.value))).toEqual(JSON.parse(future));
  });

  it('keeps 64-bit numbers to the last digit', () => {
    const parsed = parseFlow(
      text.replace('"settings": {', '"settings": { "id": 9007199254740993123,'),
    );
    expect(parsed.ok && writeFlow(parsed.value)).toContain('9007199254740993123');
  });

  it('refuses absurd depth and prototype tricks without falling over', () => {
    expect(refusal('['.repeat(100_000) + ']'.repeat(100_000))).toEqual({
      code: 'flow.file-too-deep',
    });
    expect(refusal(text.replace('"settings": {', '"settings": { "__proto__": {},'))).toMatchObject({
      code: 'flow.file-not-json-at',
    });
  });

  it('never throws and never takes a flow with one value replaced by something else for broken ids', () => {
    const places: (readonly (string | number)[])[] = [];
    const visit = (value: Json, path: readonly (string | number)[]): void => {
      places.push(path);
      if (Array.isArray(value))
        (value as readonly Json[]).forEach((inner, at) => visit(inner, [...path, at]));
      else if (isJsonObject(value))
        for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    };
    const document = parseJson(text);
    if (!document.ok) throw new Error('unreadable');
    visit(document.value, []);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom<Json>(null, 7, 'x', true, [], {}),
        (path, value) => {
          const parsed = parseFlow(writeJson(replaced(document.value, path, value)));
          return parsed.ok || parsed.reason.code.startsWith('flow.file-');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('migrates version after version, and says when a version is missing', () => {
    const chain: readonly Migration[] = [
      {
        from: 0,
        name: 'title-becomes-name',
        change: ({ title, ...rest }) => ({ ...rest, name: title ?? '' }),
      },
    ];
    const old = changed((document) => {
      document['formatVersion'] = 0;
      document['title'] = document['name'];
      delete document['name'];
    });
    const parsed = parseFlow(old, chain);
    expect(parsed.ok && parsed.value).toEqual(referenceFlow());
    expect(parseFlow(old)).toMatchObject({
      ok: false,
      reason: { code: 'flow.file-too-old', params: { version: 0 } },
    });
  });
});

function replaced(json: Json, [step, ...rest]: readonly (string | number)[], value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(json))
    return (json as readonly Json[]).map((inner, at) =>
      at === step ? replaced(inner, rest, value) : inner,
    );
  return isJsonObject(json) ? { ...json, [step]: replaced(json[step] ?? null, rest, value) } : json;
}
