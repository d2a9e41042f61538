import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog/index.ts';
import { shippedComponents, shippedTexts } from '../catalog/testing/shipped.ts';
import { inLanguage } from '../catalog/texts.ts';
import { checkFlow } from './check-flow.ts';
import { describeFlow } from './reading/describe-flow.ts';
import { forkOf, waysInto } from './joins.ts';
import { sourcesOf } from './sources.ts';
import { outputSchemaOf } from './given.ts';
import { aFlow, aStep, anEdge, catalog, findCustomers, group, ref } from './testing/a-flow.ts';

const edges = (...ways: string[]) =>
  ways.map((way) => {
    const [from = '', to = ''] = way.split('>');
    return anEdge(from, to);
  });

describe('where ways part', () => {
  it.each([
    ['two steps in a row on one side', ['s>a', 'a>b', 'b>j', 's>c', 'c>j'], 's'],
    ['a later step than the first', ['s>x', 'x>a', 'x>b', 'a>j', 'b>j'], 'x'],
    ['ways inside a way', ['s>a', 'a>b', 'a>c', 'b>d', 'c>d', 'd>j', 's>j'], 's'],
    ['a way that skips a step', ['s>a', 'a>b', 'b>j', 'a>j'], 'a'],
    ['one way only', ['s>a', 'a>j'], 'a'],
    ['nothing before', [], undefined],
    ['two beginnings', ['s>a', 't>b', 'a>j', 'b>j'], undefined],
  ])('%s', (_what, ways, fork) => {
    expect(forkOf(edges(...ways), 'j')).toBe(fork);
  });
});

describe('a join in a flow', () => {
  const mapper = (id: string, name: string, field: string) => ({
    ...aStep(id, 'mapper/make-message', {
      slots: { input: group({ [field]: ref('find', 'firstName') }) },
    }),
    name,
  });
  const flow = aFlow({
    steps: [
      findCustomers(),
      mapper('one', 'Greeting', 'hello'),
      mapper('two', 'Farewell', 'bye'),
      aStep('both', 'join/wait-for-ways'),
      aStep('out', 'mapper/make-message'),
    ],
    edges: [...edges('find>one', 'find>two', 'one>both', 'two>both', 'both>out')],
  });

  it('gives what each way gives, by the name of the step it comes from', () => {
    expect(waysInto(flow.steps, flow.edges, catalog, 'both').map(({ name }) => name)).toEqual([
      'Greeting',
      'Farewell',
    ]);
    const ways = outputSchemaOf(flow, catalog, 'both')?.properties?.['ways'];
    expect(Object.keys(ways?.properties ?? {})).toEqual(['Greeting', 'Farewell']);
    expect(ways?.properties?.['Farewell']?.properties).toHaveProperty('bye');
  });

  it('hides the steps on the ways from later ones, and nothing before them', () => {
    expect(sourcesOf(flow, catalog, 'out').map(({ from }) => from)).toEqual(['find', 'both']);
  });

  it('tells ways of the same name apart', () => {
    const steps = flow.steps.map((step) =>
      step.id === 'two' ? { ...step, name: 'Greeting' } : step,
    );
    expect(waysInto(steps, flow.edges, catalog, 'both').map(({ name }) => name)).toEqual([
      'Greeting',
      'Greeting 2',
    ]);
  });

  it('names its ways the same in every language: data is found by them', () => {
    const { steps, edges: drawn } = aFlow({
      steps: [
        findCustomers(),
        aStep('way', 'router/choose-way'),
        aStep('both', 'join/wait-for-ways'),
      ],
      edges: [
        ...edges('find>way'),
        { ...anEdge('way', 'both'), fromPort: 'branch-1' },
        { ...anEdge('way', 'both'), id: 'rest', fromPort: 'otherwise' },
      ],
    });
    const texts = shippedTexts('de');
    const german = createCatalog(
      shippedComponents().map((each) => inLanguage(each, 'de', texts[each.id] ?? {})),
    );
    expect(waysInto(steps, drawn, german, 'both').map(({ name }) => name)).toEqual([
      'Branch 1',
      'Otherwise',
    ]);
  });

  it('is read as what it waits for', () => {
    expect(describeFlow(flow, catalog).flatMap(({ sentences }) => sentences)).toContainEqual({
      code: 'flow.reads-joins',
      params: { step: 'both', ways: '“Greeting”, “Farewell”' },
    });
  });

  it('says when only one way leads to it', () => {
    const one = { ...flow, edges: flow.edges.filter(({ from }) => from !== 'two') };
    const codes = (each: typeof flow) =>
      checkFlow(each, catalog)
        .filter(({ step }) => step === 'both')
        .map(({ code }) => code);
    expect(codes(one)).toContain('flow.join-one-way');
    expect(codes(flow)).not.toContain('flow.join-one-way');
  });
});

describe('a reply in a flow', () => {
  const answered = (start: 'manual' | 'webhook', first: `${string}/${string}`) =>
    checkFlow(
      aFlow({
        start: { kind: start },
        steps: [aStep('first', first), aStep('reply', 'reply/answer')],
        edges: edges('first>reply'),
      }),
      catalog,
    ).filter(({ code }) => code === 'flow.answers-nobody');

  it('makes sense only where a call starts the flow, and says so', () => {
    expect(answered('webhook', 'webhook/receive')).toEqual([]);
    expect(answered('manual', 'crm/get-all-customer-statuses')).toMatchObject([
      { step: 'reply', severity: 'error', fixes: [] },
    ]);
  });

  it('offers to start the flow by a call where its first step is called', () => {
    expect(answered('manual', 'webhook/receive')[0]?.fixes).toMatchObject([
      { operation: { type: 'flow.set-start', start: { kind: 'webhook' } } },
    ]);
  });
});
