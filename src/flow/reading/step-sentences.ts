/** What one step does, sentence by sentence. */
import {
  propertiesOf,
  titleOf,
  wordsOf,
  type JsonSchema,
  type Wording,
} from '../../shared/index.ts';
import { isBinding, usedRefs } from '../../mapping/index.ts';
import { asksService, effectOf, type Component, type Operation } from '../../catalog/index.ts';
import { branchesOf, takesAllBranches } from '../branches.ts';
import { filledValues } from '../filled-values.ts';
import type { Flow, Step } from '../flow-document.ts';
import { waysInto } from '../joins.ts';
import { reachOf } from '../reach.ts';
import { mayTryAgain } from '../step-calls.ts';
import {
  componentOf,
  errorPort,
  inputSchemaOf,
  operationOf,
  type FindOperations,
} from '../step-facts.ts';

/** What every sentence may need. */
export interface Told {
  readonly flow: Flow;
  readonly catalog: FindOperations;
  readonly language: string;
  readonly steps: ReadonlyMap<string, { readonly step: Step; readonly number: number }>;
  readonly first: Step | undefined;
}

export function stepSentences(step: Step, told: Told): readonly Wording[] {
  const { catalog, language } = told;
  const component = componentOf(step, catalog);
  const operation = operationOf(step, catalog);
  const base = { step: step.name };
  if (step.disabled === true) return [sentence('reads-off', base), ...noted(step)];
  if (component === undefined || operation === undefined)
    return [sentence('reads-unknown', base), ...noted(step)];
  return [
    doing(step, component, operation, told),
    ...fixedValues(step, told),
    ...branching(step, operation, language),
    ...joining(step, operation, told),
    ...filling(step, operation, catalog),
    ...calling(step, operation),
    ...onFailure(step),
    ...noted(step),
  ];
}

function doing(step: Step, component: Component, operation: Operation, told: Told): Wording {
  const params = {
    step: step.name,
    component: wordsOf(component.title),
    operation: wordsOf(operation.title),
  };
  const isList = operation.emits === 'many' && step.emit === 'whole-list';
  const isEach = operation.emits === 'groups' || operation.emits === 'many';
  const many = isList ? '-list' : isEach ? '-each' : '';
  const after = step === told.first ? [] : comesAfter(step, told);
  if (after.length === 0) return sentence(`reads-first${many}`, params);
  return sentence(`reads-then${many}`, { ...params, after: after.join(', ') });
}

/** Names of the steps whose messages come in; those of failures only where nothing else does. */
function comesAfter(step: Step, { flow, steps }: Told): readonly string[] {
  const into = reachOf(flow.edges).into(step.id);
  const usual = into.filter(({ fromPort }) => fromPort !== errorPort);
  const from = (usual.length > 0 ? usual : into).map((edge) => edge.from);
  return [...new Set(from)].map((id) => steps.get(id)?.step.name ?? '');
}

const mostNamed = 6;

/** What the person wrote by hand: "It always uses Status “Active”." */
function fixedValues(step: Step, { catalog, language }: Told): readonly Wording[] {
  const values = filledValues(step, catalog).map(({ title, text }) =>
    text === undefined ? title : `${title} ${quoted(text, language)}`,
  );
  return values.length === 0 ? [] : [sentence('reads-values', { values: values.join(', ') })];
}

/** Where messages may go from here, in the order in which the ways are tried. */
function branching(step: Step, operation: Operation, language: string): readonly Wording[] {
  const { branches: declared } = operation;
  if (declared === undefined) return [];
  const names = branchesOf(step, operation).map(({ name }) => quoted(name, language));
  const otherwise = wordsOf(declared.otherwise.title, language);
  const all = takesAllBranches(step, operation) ? '-all' : '-first';
  return [
    names.length === 0
      ? sentence('reads-branches-none', { otherwise })
      : sentence(`reads-branches${all}`, { branches: names.join(', '), otherwise }),
  ];
}

/** Which copies of a message are waited for. */
function joining(step: Step, operation: Operation, told: Told): readonly Wording[] {
  if (operation.gathers?.ways !== true) return [];
  const { flow, catalog, language } = told;
  const names = waysInto(flow.steps, flow.edges, catalog, step.id).map(({ name }) =>
    quoted(name, language),
  );
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

/** How its service is asked, where that is not as usual. */
function calling(step: Step, operation: Operation): readonly Wording[] {
  if (!asksService(operation)) return [];
  const { name, parallel, retry } = step;
  const effect = effectOf(operation, step.settings);
  return [
    ...(retry === undefined || !mayTryAgain(operation, effect)
      ? []
      : [sentence('reads-tries', { step: name, count: retry.attempts })]),
    ...(parallel === undefined
      ? []
      : [sentence('reads-parallel', { step: name, count: parallel })]),
  ];
}

function onFailure(step: Step): readonly Wording[] {
  if (step.onFailure === undefined || step.onFailure === 'stop') return [];
  return [sentence(`reads-failure-${step.onFailure}`, { step: step.name })];
}

function noted({ note = '' }: Step): readonly Wording[] {
  return note.trim() === '' ? [] : [sentence('reads-note', { note: note.trim() })];
}

const marks: Readonly<Record<string, readonly [string, string]>> = { de: ['„', '“'] };
const longestQuote = 80;

/** In the marks of the language; a long text is cut. */
function quoted(text: string, language: string): string {
  const [open, close] = marks[language] ?? ['“', '”'];
  const line = text.replaceAll(/\s+/g, ' ');
  const cut = line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line;
  return `${open}${cut}${close}`;
}

export function sentence(code: string, params: Wording['params'] = {}): Wording {
  return { code: `flow.${code}`, params };
}
