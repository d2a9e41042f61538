/**
 * Steps by way of the clipboard: between flows, tabs and windows.
 *
 * 1. On the clipboard is text that anybody may read: no account, no secret setting, nothing that looks like a key.
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
import type { Workbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { removeStepsInWords } from './remove-steps.ts';
import { showWithUndo } from './way-back.ts';

export interface CopiedText {
  readonly text: string;
  /** Something secret was left out. */
  readonly isLess: boolean;
}

/** The steps as a text without secrets. */
export function copiedText(
  { document, catalog }: Pick<Workbench, 'document' | 'catalog'>,
  ids: readonly string[],
): CopiedText | undefined {
  const { flow } = document.getState();
  if (flow === undefined || ids.length === 0) return undefined;
  const { steps, ...part } = copySteps(flow, catalog, ids);
  const wanted = new Set(ids);
  const whole = flow.steps.filter(({ id }) => wanted.has(id));
  const clean = steps.map((step): Step => {
    const settings = withoutSecretValues(step.settings);
    // Slots are plain JSON; only their types say more.
    const slots = withoutSecretValues(step.slots as unknown as JsonObject);
    return { ...step, settings, slots: slots as unknown as Step['slots'] };
  });
  return {
    text: writeJson(copiedStepsDocument({ ...part, steps: clean })),
    isLess: clean.some(
      ({ settings, slots }, at) =>
        settings !== whole[at]?.settings || (slots as object) !== whole[at].slots,
    ),
  };
}

/** By a menu, where the browser gives no event with the clipboard in it. */
export async function copyAloud(bench: Workbench, ids: readonly string[]): Promise<boolean> {
  const copied = copiedText(bench, ids);
  if (copied === undefined) return false;
  try {
    await navigator.clipboard.writeText(copied.text);
  } catch {
    refuse(bench, say('arranging.copy-refused', { keys: say('arranging.keys-copy') }));
    return false;
  }
  tellCopied(bench, copied, ids.length);
  return true;
}

export async function cutAloud(bench: Workbench, ids: readonly string[]): Promise<void> {
  if (await copyAloud(bench, ids)) removeStepsInWords(bench, ids);
}

export async function pasteAloud(bench: Workbench): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    refuse(bench, say('arranging.paste-refused', { keys: say('arranging.keys-paste') }));
    return;
  }
  focusStep(pasteText(bench, text, besideSelected(bench))?.[0] ?? '');
}

export function tellCopied(
  { toasts }: Pick<Workbench, 'toasts'>,
  { isLess }: CopiedText,
  count: number,
): void {
  const words = say('arranging.copied', { count });
  toasts.show({ text: isLess ? `${words} ${say('arranging.copied-without')}` : words });
}

/** Puts the steps of a text around a place, selects them and says what of them did not come along. */
export function pasteText(
  bench: Workbench,
  text: string,
  centre: Position,
): readonly string[] | undefined {
  const { document, view, newId } = bench;
  const { flow, readOnly } = document.getState();
  if (flow === undefined || readOnly) return undefined;
  const read = parseCopiedSteps(text);
  if (read === undefined || (read.ok && read.value.steps.length === 0))
    return refuse(bench, say('arranging.paste-nothing'));
  if (!read.ok)
    return refuse(bench, say('arranging.paste-broken', { why: sayWording(read.reason) }));
  const pasted = pasteSteps(flow, read.value, newId, centre);
  const applied = document.apply(pasted.operation);
  if (!applied.ok) return refuse(bench, sayWording(applied.reason));
  view.selectSteps(pasted.steps);
  const { lostAccounts, lostRefs, steps } = pasted;
  showWithUndo(
    bench,
    [
      say('arranging.pasted', { count: steps.length }),
      ...(lostAccounts > 0 ? [say('arranging.pasted-accounts', { count: lostAccounts })] : []),
      ...(lostRefs > 0 ? [say('arranging.pasted-refs', { count: lostRefs })] : []),
    ].join(' '),
  );
  return steps;
}

function refuse({ toasts }: Pick<Workbench, 'toasts'>, text: string): undefined {
  toasts.show({ text, tone: 'trouble' });
}

function besideSelected({ document, view }: Workbench): Position {
  const places = document.getState().flow?.layout.positions ?? {};
  const [selected = ''] = view.getState().selectedSteps;
  return places[selected] ?? Object.values(places).at(-1) ?? { x: 0, y: 0 };
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
