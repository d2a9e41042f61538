/**
 * A flow in plain sentences, made from its descriptions alone: shown beside the canvas, read aloud, printed. One wording
 * a sentence, in the flow's order; the sentences are in the words "flow".
 */
import { propertiesOf, titleOf, wordsOf, type JsonSchema, type Wording } from '../shared/index.ts';
import { isBinding, usedRefs } from '../mapping/index.ts';
import type { Component, Operation } from '../catalog/index.ts';
import { branchesOf, takesAllBranches } from './branches.ts';
import type { Flow, Step } from './flow-document.ts';
import { startingStep } from './check/check-start.ts';
import { filledValues } from './filled-values.ts';
import { waysInto } from './joins.ts';
import { orderSteps } from './order-steps.ts';
import { reachOf } from './reach.ts';
import {
  errorPort,
  componentOf,
  inputSchemaOf,
  operationOf,
  type FindOperations,
} from './step-facts.ts';

/** What the flow does, sentence by sentence, names in the reader's language. An empty flow is one sentence too. */
export function describeFlow(
  flow: Flow,
  catalog: FindOperations,
  language = 'en',
): readonly Wording[] {
  if (flow.steps.length === 0) return [sentence('reads-empty')];
  const first = startingStep(flow, catalog);
  return [
    startSentence(flow, first),
    ...orderSteps(flow).flatMap((step) =>
      stepSentences(flow, step, { catalog, language }, step === first),
    ),
  ];
}

function startSentence(flow: Flow, first: Step | undefined): Wording {
  const { start } = flow;
  switch (start.kind) {
    case 'manual':
      return sentence('reads-start-manual');
    case 'schedule':
      return sentence('reads-start-schedule', { cron: start.cron, zone: start.timeZone });
    case 'poll':
      return start.everySeconds % 60 === 0
        ? sentence('reads-start-poll-minutes', { count: start.everySeconds / 60 })
        : sentence('reads-start-poll-seconds', { count: start.everySeconds });
    case 'webhook':
      return sentence('reads-start-webhook', { step: first?.name ?? '' });
  }
}

function stepSentences(
  flow: Flow,
  step: Step,
  { catalog, language }: { readonly catalog: FindOperations; readonly language: string },
  isFirst: boolean,
): readonly Wording[] {
  const component = componentOf(step, catalog);
  const operation = operationOf(step, catalog);
  const base = { step: step.name };
  if (step.disabled === true) return [sentence('reads-off', base)];
  if (component === undefined || operation === undefined) return [sentence('reads-unknown', base)];
  return [
    doing(step, component, operation, isFirst, comesAfter(flow, step)),
    ...fixedValues(step, catalog),
    ...branching(step, operation, language),
    ...joining(flow, step, operation, catalog),
    ...filling(step, operation, catalog),
    ...onFailure(step),
  ];
}

function doing(
  step: Step,
  component: Component,
  operation: Operation,
  isFirst: boolean,
  after: readonly string[],
): Wording {
  const params = {
    step: step.name,
    component: wordsOf(component.title),
    operation: wordsOf(operation.title),
  };
  const isList = operation.emits === 'many' && step.emit === 'whole-list';
  const isEach = operation.emits === 'groups' || operation.emits === 'many';
  const many = isList ? '-list' : isEach ? '-each' : '';
  if (isFirst || after.length === 0) return sentence(`reads-first${many}`, params);
  return sentence(`reads-then${many}`, { ...params, after: after.join(', ') });
}

/** Names of the steps whose messages come in; failures are told at the step that fails. */
function comesAfter(flow: Flow, step: Step): readonly string[] {
  const names = new Map(flow.steps.map(({ id, name }) => [id, name]));
  return reachOf(flow.edges)
    .into(step.id)
    .filter(({ fromPort }) => fromPort !== errorPort)
    .map(({ from }) => names.get(from) ?? '');
}

const mostNamed = 6;

/** What the person wrote by hand: "It always uses Status “Active”." */
function fixedValues(step: Step, catalog: FindOperations): readonly Wording[] {
  const values = filledValues(step, catalog).map(({ title, text }) =>
    text === undefined ? title : `${title} “${text}”`,
  );
  return values.length === 0 ? [] : [sentence('reads-values', { values: values.join(', ') })];
}

/** Where messages may go from here, in the order in which the ways are tried. */
function branching(step: Step, operation: Operation, language: string): readonly Wording[] {
  const { branches: declared } = operation;
  if (declared === undefined) return [];
  const names = branchesOf(step, operation).map(({ name }) => `“${name}”`);
  const otherwise = wordsOf(declared.otherwise.title, language);
  const all = takesAllBranches(step, operation) ? '-all' : '-first';
  return [
    names.length === 0
      ? sentence('reads-branches-none', { otherwise })
      : sentence(`reads-branches${all}`, { branches: names.join(', '), otherwise }),
  ];
}

/** Which copies of a message are waited for. */
function joining(
  { steps, edges }: Flow,
  step: Step,
  operation: Operation,
  catalog: FindOperations,
): readonly Wording[] {
  if (operation.gathers?.ways !== true) return [];
  const names = waysInto(steps, edges, catalog, step.id).map(({ name }) => `“${name}”`);
  return names.length === 0
    ? []
    : [sentence('reads-joins', { step: step.name, ways: names.join(', ') })];
}

/** Which fields are filled with data; a condition is told as such. */
function filling(step: Step, operation: Operation, catalog: FindOperations): readonly Wording[] {
  const sentences: Wording[] = [];
  for (const [slot, { kind }] of Object.entries(operation.slots)) {
    const content = Object.hasOwn(step.slots, slot) ? step.slots[slot] : undefined;
    if (content === undefined) continue;
    if (kind === 'condition') {
      sentences.push(sentence('reads-condition', { step: step.name }));
      continue;
    }
    if (!isBinding(content)) continue;
    const named = fieldsFilled(content, inputSchemaOf(step, catalog, slot) ?? {});
    if (named.length === 0) continue;
    const fields = named.slice(0, mostNamed).join(', ');
    sentences.push(
      named.length > mostNamed
        ? sentence('reads-fills-more', { step: step.name, fields, count: named.length - mostNamed })
        : sentence('reads-fills', { step: step.name, fields, count: named.length }),
    );
  }
  return sentences;
}

function fieldsFilled(
  content: Parameters<typeof usedRefs>[0],
  schema: JsonSchema,
): readonly string[] {
  const properties = propertiesOf(schema, schema);
  const names = usedRefs(content).flatMap(({ target }) =>
    typeof target[0] === 'string' ? [target[0]] : [],
  );
  return [...new Set(names)].map((name) => titleOf(properties[name], name));
}

function onFailure(step: Step): readonly Wording[] {
  if (step.onFailure === undefined || step.onFailure === 'stop') return [];
  return [sentence(`reads-failure-${step.onFailure}`, { step: step.name })];
}

function sentence(code: string, params: Wording['params'] = {}): Wording {
  return { code: `flow.${code}`, params };
}
