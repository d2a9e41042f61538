/**
 * Steps by way of the clipboard: between flows, tabs and windows.
 *
 * 1. On the clipboard is text that anybody may read: no account, no secret setting, nothing that looks like a key, in
 *    values, names, notes and titles alike.
 * 2. What comes from it is checked like a file, whoever wrote it.
 */
import {
  copiedStepsDocument,
  copySteps,
  parseCopiedSteps,
  pasteSteps,
  type Position,
  type Step,
} from '../../flow/index.ts';
import {
  isJsonList,
  isJsonObject,
  writeJson,
  type Json,
  type JsonObject,
} from '../../shared/index.ts';
import { mask, maskSecrets } from '../../storage/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { componentsIn } from '../state/need-components.ts';
import type { Workbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { noteNodeId } from '../state/node-ids.ts';
import type { CommandTarget } from './commands/command.ts';
import { removeThings } from './note-acts.ts';
import { sayCount } from './said-things.ts';
import { onceLoaded } from './once-loaded.ts';
import { showWithUndo } from './way-back.ts';

export interface CopiedText {
  readonly text: string;
  /** Something secret was left out. */
  readonly isLess: boolean;
}

/** Steps and notes as a text without secrets. */
export function copiedText(
  { document, catalog }: Pick<Workbench, 'document' | 'catalog'>,
  target: CommandTarget,
): CopiedText | undefined {
  const { flow } = document.getState();
  if (flow === undefined || target.steps.length + (target.notes?.length ?? 0) === 0)
    return undefined;
  const { steps, notes, groups, ...part } = copySteps(flow, catalog, target.steps, target.notes);
  const wanted = new Set(target.steps);
  const whole = flow.steps.filter(({ id }) => wanted.has(id));
  const clean = steps.map(cleanStep);
  const cleanNotes = notes.map((note) => ({ ...note, text: maskedText(note.text) }));
  const cleanGroups = groups.map((group) => ({ ...group, title: maskedName(group.title) }));
  return {
    text: writeJson(
      copiedStepsDocument({ ...part, steps: clean, notes: cleanNotes, groups: cleanGroups }),
    ),
    isLess:
      cleanNotes.some(({ text }, at) => text !== notes[at]?.text) ||
      cleanGroups.some(({ title }, at) => title !== groups[at]?.title) ||
      clean.some((step, at) => {
        const before = whole[at];
        const { shapes } = steps[at] ?? {};
        return (
          before === undefined ||
          step.shapes !== shapes ||
          cleanedParts.some((name) => step[name] !== before[name])
        );
      }),
  };
}

const cleanedParts = ['name', 'note', 'labels', 'settings', 'slots'] as const;

function cleanStep(step: Step): Step {
  const { labels, note, shapes } = step;
  return {
    ...step,
    name: maskedName(step.name),
    settings: withoutSecretValues(step.settings),
    // Slots and shapes are plain JSON; only their types say more.
    slots: withoutSecretValues(step.slots as unknown as JsonObject) as unknown as Step['slots'],
    ...(note !== undefined && { note: maskedText(note) }),
    ...(labels !== undefined && { labels: withoutSecretValues(labels) as typeof labels }),
    ...(shapes !== undefined && {
      shapes: withMaskedTexts(shapes as unknown as Json) as unknown as typeof shapes,
    }),
  };
}

/** By a menu, where the browser gives no event with the clipboard in it. */
export async function copyAloud(bench: Workbench, target: CommandTarget): Promise<boolean> {
  const copied = copiedText(bench, target);
  if (copied === undefined) return false;
  try {
    await navigator.clipboard.writeText(copied.text);
  } catch {
    refuse(bench, say('arranging.copy-refused', { keys: say('arranging.keys-copy') }));
    return false;
  }
  tellCopied(bench, copied, target);
  return true;
}

export async function cutAloud(bench: Workbench, target: CommandTarget): Promise<void> {
  if (await copyAloud(bench, target)) removeThings(bench, target.steps, target.notes);
}

export async function pasteAloud(bench: Workbench): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    refuse(bench, say('arranging.paste-refused', { keys: say('arranging.keys-paste') }));
    return;
  }
  pasteText(bench, text, besideSelected(bench), focusStep);
}

export function tellCopied(
  { toasts }: Pick<Workbench, 'toasts'>,
  { isLess }: CopiedText,
  target: CommandTarget,
): void {
  const words = sayCount('copied', target);
  toasts.show({ text: isLess ? `${words} ${say('arranging.copied-without')}` : words });
}

/** Puts what is in a text around a place, selects it and says what of it did not come along. The first is a node's id. */
export function pasteText(
  bench: Workbench,
  text: string,
  centre: Position,
  pastedThem: (first: string) => void = () => undefined,
): void {
  const { document, view, newId, needComponents } = bench;
  const { flow, readOnly } = document.getState();
  if (flow === undefined || readOnly) return;
  const read = parseCopiedSteps(text);
  if (read === undefined || (read.ok && read.value.steps.length + read.value.notes.length === 0))
    return refuse(bench, say('arranging.paste-nothing'));
  if (!read.ok)
    return refuse(bench, say('arranging.paste-broken', { why: sayWording(read.reason) }));
  const waiting = needComponents(componentsIn(read.value));
  if (waiting !== undefined) {
    onceLoaded(bench, waiting, () => pasteText(bench, text, centre, pastedThem));
    return;
  }
  const pasted = pasteSteps(flow, read.value, newId, centre);
  const applied = document.apply(pasted.operation);
  if (!applied.ok) return refuse(bench, sayWording(applied.reason));
  const { lostAccounts, lostRefs, steps, notes } = pasted;
  view.selectSteps(steps, notes);
  showWithUndo(
    bench,
    [
      sayCount('pasted', { steps, ...(notes.length > 0 && { notes }) }),
      ...(lostAccounts > 0 ? [say('arranging.pasted-accounts', { count: lostAccounts })] : []),
      ...(lostRefs > 0 ? [say('arranging.pasted-refs', { count: lostRefs })] : []),
    ].join(' '),
  );
  pastedThem(steps[0] ?? noteNodeId(notes[0] ?? ''));
}

function refuse({ toasts }: Pick<Workbench, 'toasts'>, text: string): void {
  toasts.show({ text, tone: 'trouble' });
}

function besideSelected({ document, view }: Workbench): Position {
  const places = document.getState().flow?.layout.positions ?? {};
  const [selected = ''] = view.getState().selectedSteps;
  return places[selected] ?? Object.values(places).at(-1) ?? { x: 0, y: 0 };
}

function maskedText(text: string): string {
  const masked = maskSecrets(text);
  return typeof masked === 'string' ? masked.replaceAll(mask, '') : text;
}

/** A name is never empty. */
function maskedName(name: string): string {
  const masked = maskedText(name);
  return masked === name ? name : masked.trim() || mask;
}

/** A field called "password" is no password: in what describes fields only what looks like a key is left out. */
function withMaskedTexts(value: Json): Json {
  if (typeof value === 'string') return maskedText(value);
  if (isJsonList(value)) {
    const entries = value.map(withMaskedTexts);
    return entries.every((entry, at) => entry === value[at]) ? value : entries;
  }
  if (!isJsonObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, withMaskedTexts(part)] as const);
  return parts.every(([name, part]) => part === value[name]) ? value : Object.fromEntries(parts);
}

/** What a run file masks is left out here: a field that is empty is asked for, a masked one would be sent. */
function withoutSecretValues(value: JsonObject): JsonObject {
  return left(maskSecrets(value), value) as JsonObject; // an object stays one
}

function left(masked: Json, before: Json): Json | undefined {
  if (masked === before) return masked;
  if (typeof masked === 'string') {
    const text = masked.replaceAll(mask, '');
    return text.trim() === '' ? undefined : text;
  }
  if (isJsonList(masked) && isJsonList(before))
    return masked.map((entry, at) => left(entry, before[at] ?? null) ?? '');
  if (!isJsonObject(masked) || !isJsonObject(before)) return undefined;
  const parts = Object.entries(masked).flatMap(([key, part]): (readonly [string, Json])[] => {
    const was = before[key] ?? null;
    // The names on a path are no values, whatever they are.
    const rest = before['kind'] === 'ref' && key === 'path' ? was : left(part, was);
    return rest === undefined ? [] : [[key, rest]];
  });
  const isEmptied = before['kind'] === 'literal' && !parts.some(([key]) => key === 'value');
  return isEmptied ? undefined : (Object.fromEntries(parts) as JsonObject);
}
