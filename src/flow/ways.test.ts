import { describe, expect, it } from 'vitest';
import { applyOperation } from './apply-operation.ts';
import { branchesOf } from './branches.ts';
import {
  addBranch,
  matchBranches,
  moveBranch,
  removeBranch,
  renameBranch,
} from './build/branches.ts';
import { checkFlow } from './check-flow.ts';
import { describeFlow } from './reading/describe-flow.ts';
import type { Flow, Step } from './flow-document.ts';
import type { Operation } from './operation.ts';
import { sourcesOf } from './sources.ts';
import { outputSchemaOf } from './given.ts';
import { operationOf, portsOf } from './step-facts.ts';
import { aFlow, aStep, anEdge, catalog, findCustomers, group, ref } from './testing/a-flow.ts';

const router = (change: Partial<Step> = {}): Step =>
  aStep('way', 'router/choose-way', {
    settings: { branches: [{ id: 'a', name: 'Big' }], match: 'first' },
    ...change,
  });
const isAda = {
  left: ref('find', 'firstName'),
  is: 'equals',
  right: { kind: 'literal', value: 'Ada' },
} as const;
const mapper = (id: string): Step => aStep(id, 'mapper/make-message');
const emails = { list: ref('find', 'emails') };

const portNames = (step: Step) =>
  portsOf(step, operationOf(step, catalog)).out.map(({ id, title }) => [id, title]);

describe('the branches of a step', () => {
  const flow = aFlow({
    steps: [findCustomers(), router({ slots: { a: isAda } }), mapper('out')],
    edges: [anEdge('find', 'way'), anEdge('way', 'out', { fromPort: 'a' })],
  });
  const [, way] = flow.steps as [Step, Step];
  const described = catalog.operation('catalog:router', 'choose-way');
  if (described === undefined) throw new Error('no router');
  const after = (change: Operation): Flow => {
    const applied = applyOperation(flow, change);
    if (!applied.ok) throw new Error(applied.reason.code);
    const back = applyOperation(applied.value.flow, applied.value.inverse);
    expect(back.ok && back.value.flow).toEqual(flow);
    return applied.value.flow;
  };
  const namesAfter = (change: Operation) =>
    branchesOf(after(change).steps[1] as Step, described).map(({ name }) => name);

  it('are its ways out, and "otherwise" comes last', () => {
    expect(portNames(way)).toEqual([
      ['a', 'Big'],
      ['otherwise', 'Otherwise'],
    ]);
    expect(portNames(router({ settings: { branches: 'none' } }))).toEqual([
      ['otherwise', 'Otherwise'],
    ]);
    expect(portNames(router({ settings: {} }))[0]).toEqual(['branch-1', 'Branch 1']);
  });

  it('are added, renamed and moved, each undone as one', () => {
    const added = addBranch(way, described, { id: 'b', name: 'Small' });
    expect(namesAfter(added)).toEqual(['Big', 'Small']);
    expect(namesAfter(renameBranch(way, described, { id: 'a', name: 'Large' }))).toEqual(['Large']);
    const two = router({
      settings: {
        branches: [
          { id: 'a', name: 'Big' },
          { id: 'b', name: 'Small' },
        ],
      },
    });
    expect(namesAfter(moveBranch(two, described, { id: 'b', name: 'Small' }, -1))).toEqual([
      'Small',
      'Big',
    ]);
    expect(after(matchBranches(way, described, 'all')).steps[1]?.settings['match']).toBe('all');
  });

  it('take their condition and their connections along when they are removed', () => {
    const now = after(removeBranch(flow, way, described, { id: 'a', name: 'Big' }));
    expect(now.steps[1]).toMatchObject({ settings: { branches: [] }, slots: {} });
    expect(now.edges.map(({ id }) => id)).toEqual(['find>way']);
  });

  it('need a condition each', () => {
    const codes = (step: Step) =>
      checkFlow(aFlow({ steps: [findCustomers(), step] }), catalog)
        .filter((problem) => problem.step === 'way')
        .map(({ code, slot }) => [code, slot]);
    expect(codes(way)).toEqual([]);
    expect(codes(router())).toEqual([['flow.branch-without-condition', 'a']]);
    expect(codes(router({ slots: { gone: isAda, a: isAda } }))).toEqual([
      ['flow.slot-unused', 'gone'],
    ]);
  });

  it('have connections only while they are there: one that begins at a way that is gone is told', () => {
    const lost = { ...flow, edges: [anEdge('find', 'way'), anEdge('way', 'out')] };
    const [problem, ...others] = checkFlow(lost, catalog).filter(
      ({ code }) => code === 'flow.way-gone',
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ step: 'way', params: { from: 'way', to: 'out' } });
    expect(problem?.fixes.map(({ operation }) => operation)).toEqual([
      { type: 'edge.disconnect', edge: 'way>out' },
    ]);
    expect(checkFlow(flow, catalog).map(({ code }) => code)).not.toContain('flow.way-gone');
  });

  it('of failures is told too, once the step does something else with what is refused', () => {
    const [find, ...others] = flow.steps;
    if (find === undefined) throw new Error('there is one');
    const edges = [anEdge('find', 'way'), { ...anEdge('find', 'out'), fromPort: 'error' }];
    const found = (onFailure: 'skip' | 'error-branch') =>
      checkFlow({ ...flow, steps: [{ ...find, onFailure }, ...others], edges }, catalog).filter(
        ({ code, step }) => code === 'flow.way-gone' && step === 'find',
      );
    expect(found('error-branch')).toEqual([]);
    expect(found('skip')).toHaveLength(1);
  });

  it('are connected by the way of the rest where a mend connects them', () => {
    const loose = { ...flow, edges: [anEdge('find', 'way')] };
    const fixes = checkFlow(loose, catalog)
      .filter(({ code }) => code === 'flow.not-connected')
      .flatMap((problem) => problem.fixes.map(({ operation }) => operation));
    expect(fixes).toMatchObject([{ type: 'edge.connect', edge: { fromPort: 'otherwise' } }]);
  });

  it('are told in the flow in words', () => {
    expect(describeFlow(flow, catalog).flatMap(({ sentences }) => sentences)).toContainEqual({
      code: 'flow.reads-branches-first',
      params: { branches: '“Big”', otherwise: 'Otherwise' },
    });
  });
});

describe('a list that is taken apart and made again', () => {
  const flow = aFlow({
    steps: [
      findCustomers(),
      aStep('each', 'for-each/each-entry', { slots: emails }),
      aStep('list', 'collect/one-list', {
        slots: { input: group({ to: ref('each', 'entry', 'address') }) },
      }),
      mapper('out'),
    ],
  });
  const seen = (one: Flow, step: string) => sourcesOf(one, catalog, step).map(({ from }) => from);

  it('has the type of its entries, with position and count', () => {
    expect(outputSchemaOf(flow, catalog, 'each')).toMatchObject({
      properties: {
        entry: { title: 'Entry', properties: { address: { type: 'string' } } },
        position: { type: 'integer' },
        count: { type: 'integer' },
      },
    });
  });

  it('has the type of what is collected', () => {
    expect(outputSchemaOf(flow, catalog, 'list')).toMatchObject({
      properties: {
        list: { type: 'array', title: 'List', items: { properties: { to: { type: 'string' } } } },
      },
    });
  });

  it('hides what each entry was behind the list, and shows what came before', () => {
    expect(seen(flow, 'list')).toEqual(['find', 'each']);
    expect(seen(flow, 'out')).toEqual(['find', 'list']);
  });

  it('hides everything behind a list of the whole run', () => {
    const [find, each, list, out] = flow.steps as [Step, Step, Step, Step];
    const whole = { ...list, settings: { of: 'run' } };
    expect(seen(aFlow({ steps: [find, each, whole, out] }), 'out')).toEqual(['list']);
    expect(seen(aFlow({ steps: [find, list, out] }), 'out')).toEqual(['list']);
  });

  it('shows what also comes by a way around the list', () => {
    const edges = [...flow.edges, anEdge('each', 'out')];
    expect(seen({ ...flow, edges }, 'out')).toEqual(['find', 'each', 'list']);
  });

  it('asks for the list', () => {
    const steps = [findCustomers(), aStep('each', 'for-each/each-entry')];
    expect(
      checkFlow(aFlow({ steps }), catalog).map(({ step, slot }) => [step, slot]),
    ).toContainEqual(['each', 'list']);
  });
});
