/**
 * What became what in one change, in short: from the change and its way back alone, so that old histories tell it too.
 *
 * 1. A secret is never told: neither what a description says is one, nor what is named like one.
 * 2. Only single values are told; of anything larger its kind.
 */
import { isBinding, type Binding, type SlotContent } from '../../mapping/index.ts';
import {
  inputSchemaOf,
  operationOf,
  withoutSecrets,
  type FindOperations,
  type Flow,
  type Operation,
  type Step,
} from '../../flow/index.ts';
import {
  humanise,
  isJsonObject,
  isSecret,
  propertiesOf,
  resolve,
  titleOf,
  schemaAt,
  wordsOf,
  writeJson,
  type Json,
  type JsonObject,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { HistoryEntry } from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { titlesOnPath } from './field-titles.ts';
import { bindingWords, quoted, valueWords } from './told-values.ts';

const mostTold = 3;
const soundsSecret = /pass(word|wort|phrase)?|secret|token|api.?key|auth|cookie|signature|private/i;

/** A line for each thing that became another one, the first few; none where the change's name says it all. */
export function whatBecame(
  { operation, inverse }: Pick<HistoryEntry, 'operation' | 'inverse'>,
  flow: Flow,
  catalog: FindOperations,
  cronWords: (cron: string) => string | undefined = () => undefined,
): readonly string[] {
  const lines = linesOf(operation, inverse, { flow, catalog, cronWords });
  const more = lines.length - mostTold;
  return more > 0 ? [...lines.slice(0, mostTold), say('versions.more', { count: more })] : lines;
}

interface Known {
  readonly flow: Flow;
  readonly catalog: FindOperations;
  readonly cronWords: (cron: string) => string | undefined;
}

function linesOf(now: Operation, before: Operation, known: Known): readonly string[] {
  if (now.type === 'batch' && before.type === 'batch') {
    const back = before.operations.toReversed();
    if (back.length !== now.operations.length) return [];
    return now.operations.flatMap((each, at) => {
      const own = back[at];
      return own === undefined ? [] : linesOf(each, own, known);
    });
  }
  if (now.type === 'flow.rename' && before.type === now.type) return was(before.name);
  if (now.type === 'flow.set-start' && before.type === now.type) return ofStart(before, now, known);
  if (now.type === 'step.set-operation' && before.type === now.type) {
    const step = stepOf(now.step, known);
    const title = (operation: string) => {
      const found = step && operationOf({ ...step, operation }, known.catalog);
      return found === undefined ? humanise(operation) : wordsOf(found.title);
    };
    return before.operation === ''
      ? [title(now.operation)]
      : [became(title(before.operation), title(now.operation))];
  }
  if (now.type === 'step.set-settings' && before.type === now.type) {
    const step = stepOf(now.step, known);
    const schema = (step && operationOf(step, known.catalog)?.settings) ?? {};
    const told = ({ settings }: typeof now): Told => ({
      all: settings,
      open: step ? withoutSecrets({ ...step, settings }, known.catalog).settings : settings,
    });
    return ofValues(told(before), told(now), schema, schema);
  }
  if (now.type === 'step.set-field' && before.type === now.type)
    return ofField(now.path, before.binding, now.binding, now.step, known);
  if (now.type === 'step.set-slot' && before.type === now.type) {
    const [old, fresh] = [propsOf(before.content), propsOf(now.content)];
    if (old === undefined || fresh === undefined) return [];
    const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
    return names.flatMap((name) => ofField([name], old[name], fresh[name], now.step, known, true));
  }
  if (now.type === 'step.set-emit' && before.type === now.type)
    return [say(`versions.emit-${now.emit ?? 'each-entry'}`)];
  if (now.type === 'step.set-failure' && before.type === now.type)
    return [say(`versions.failure-${now.onFailure ?? 'stop'}`)];
  if (now.type === 'step.set-note' && before.type === now.type)
    return [became(quoted(before.note), quoted(now.note))];
  if (now.type === 'note.set' && before.type === now.type && before.note.text !== now.note.text)
    return [became(quoted(before.note.text), quoted(now.note.text))];
  return [];
}

function was(before: string): readonly string[] {
  return [say('versions.before', { before: quoted(before) })];
}

type SetStart = Extract<Operation, { type: 'flow.set-start' }>;

function ofStart(
  { start: before }: SetStart,
  { start: now }: SetStart,
  { cronWords }: Known,
): readonly string[] {
  if (before.kind === 'schedule' && now.kind === 'schedule') {
    const zoned = before.timeZone !== now.timeZone;
    const told = ({ cron, timeZone }: typeof now) =>
      `${cronWords(cron) ?? cron}${zoned ? ` (${timeZone})` : ''}`;
    return [became(told(before), told(now))];
  }
  if (before.kind === 'poll' && now.kind === 'poll')
    return [
      became(
        say('versions.seconds', { count: before.everySeconds }),
        say('versions.seconds', { count: now.everySeconds }),
      ),
    ];
  return [];
}

/** A group of settings, and what of it is not secret. */
interface Told {
  readonly all: JsonObject;
  readonly open: JsonObject;
}

/** Values of settings that are different, also inside a group of them. */
function ofValues(
  before: Told,
  now: Told,
  schema: JsonSchema,
  root: JsonSchema,
  above = '',
): readonly string[] {
  const properties = propertiesOf(schema, root);
  const names = [...new Set([...Object.keys(before.all), ...Object.keys(now.all)])];
  return names.flatMap((name): readonly string[] => {
    const [old, fresh] = [before.all[name], now.all[name]];
    if (isSame(old, fresh)) return [];
    const property = resolve(properties[name], root);
    const title = `${above}${titleOf(property, name)}`;
    const isHidden = [before, now].some(
      ({ all, open }) => Object.hasOwn(all, name) && !Object.hasOwn(open, name),
    );
    if (isHidden || soundsSecret.test(name))
      return [say('versions.became-hidden', { name: title })];
    const [oldGroup, freshGroup] = [groupIn(before, name), groupIn(now, name)];
    if (oldGroup !== undefined && freshGroup !== undefined)
      return ofValues(oldGroup, freshGroup, property, root, `${title} › `);
    return [named(title, valueWords(old, property), valueWords(fresh, property))];
  });
}

function groupIn({ all, open }: Told, name: string): Told | undefined {
  const [inside, openInside] = [all[name], open[name]];
  return isGroup(inside) && isGroup(openInside) ? { all: inside, open: openInside } : undefined;
}

function ofField(
  path: JsonPath,
  before: Binding | undefined,
  now: Binding | undefined,
  stepId: string,
  known: Known,
  isNamed = false,
): readonly string[] {
  if (isSame(before as Json | undefined, now as Json | undefined)) return [];
  const step = stepOf(stepId, known);
  const schema = (step && inputSchemaOf(step, known.catalog)) ?? {};
  const property = schemaAt(schema, path) ?? {};
  const title = titleOf(property, String(path.at(-1) ?? ''));
  if (isSecret(property, schema) || path.some((part) => soundsSecret.test(String(part))))
    return [say('versions.became-hidden', { name: title })];
  const { flow, catalog } = known;
  const words = (binding: Binding | undefined) =>
    bindingWords(binding, property, (from, way) => [
      stepOf(from, known)?.name ?? '',
      ...titlesOnPath(flow, catalog, stepId, from, way),
    ]);
  return [isNamed ? named(title, words(before), words(now)) : became(words(before), words(now))];
}

function became(before: string, now: string): string {
  return say('versions.became', { before, now });
}

function named(name: string, before: string, now: string): string {
  return say('versions.became-of', { name, before, now });
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  return one !== undefined && other !== undefined && writeJson(one) === writeJson(other);
}

function isGroup(value: Json | undefined): value is JsonObject {
  return value !== undefined && isJsonObject(value);
}

function propsOf(content: SlotContent | undefined): Readonly<Record<string, Binding>> | undefined {
  if (content === undefined) return {};
  return isBinding(content) && content.kind === 'object' ? content.props : undefined;
}

function stepOf(id: string, { flow }: Known): Step | undefined {
  return indexOf(flow).steps.get(id)?.step;
}
