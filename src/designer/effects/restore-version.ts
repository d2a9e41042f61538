import { planBetween, type Flow } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { componentsIn } from '../state/need-components.ts';
import type { Workbench } from '../state/workbench.ts';
import { onceLoaded } from './once-loaded.ts';
import { showWithUndo } from './way-back.ts';

type Bench = Pick<Workbench, 'document' | 'toasts' | 'needComponents'>;

/** Makes the flow what it was in a version, as one change that can be undone. */
export function restoreVersion(bench: Bench, version: { name: string; content: Flow }): void {
  const { document, toasts, needComponents } = bench;
  const { name, content } = version;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const waiting = needComponents(componentsIn(content));
  if (waiting !== undefined) {
    onceLoaded(bench, waiting, () => restoreVersion(bench, version));
    return;
  }
  const to = { ...content, samples: samplesAfter(flow, content) };
  const operations = planBetween(flow, to);
  if (operations.length === 0) {
    toasts.show({ text: say('versions.already', { version: name }) });
    return;
  }
  const params = { version: name };
  const applied = document.apply({
    ...{ type: 'batch', label: 'restore-version', params },
    ...{ goesBackTo: name, operations },
  });
  if (applied.ok) showWithUndo(bench, say('versions.restored', params));
  else
    toasts.show({
      text: say('versions.not-restored', { ...params, why: sayWording(applied.reason) }),
      tone: 'trouble',
    });
}

/** Samples are how this browser tests the flow: they stay, and those of steps that come back come with them. */
function samplesAfter(now: Flow, then: Flow): Flow['samples'] {
  const here = new Set(now.steps.map(({ id }) => id));
  const after = new Set(then.steps.map(({ id }) => id));
  return [
    ...now.samples.filter(({ step }) => after.has(step)),
    ...then.samples.filter(({ step }) => !here.has(step)),
  ];
}
