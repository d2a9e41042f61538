import type { Flow } from '../flow-document.ts';
import { impossibleLimit, runLimits } from '../run-limits.ts';
import { changed, refused, type Applied, type OperationOf } from './change.ts';

/** Changes of what belongs to the whole flow. */
export const flowOperations = {
  'flow.rename'(flow: Flow, { name, restores }: OperationOf<'flow.rename'>): Applied {
    if (restores === undefined && name.trim() === '') return refused('name-empty');
    return changed({ ...flow, name }, { type: 'flow.rename', name: flow.name, restores: true });
  },

  'flow.set-start'(flow: Flow, { start }: OperationOf<'flow.set-start'>): Applied {
    return changed({ ...flow, start }, { type: 'flow.set-start', start: flow.start });
  },

  'flow.set-limits'(flow: Flow, { limits }: OperationOf<'flow.set-limits'>): Applied {
    const impossible = limits && impossibleLimit(limits);
    if (impossible !== undefined)
      return refused('limit-not-possible', { most: runLimits[impossible].most });
    const { limits: before, ...rest } = flow;
    return changed(limits === undefined ? rest : { ...rest, limits }, {
      type: 'flow.set-limits',
      limits: before,
    });
  },

  'flow.set-region'(flow: Flow, { locale, timeZone }: OperationOf<'flow.set-region'>): Applied {
    return changed(
      { ...flow, locale, timeZone },
      { type: 'flow.set-region', locale: flow.locale, timeZone: flow.timeZone },
    );
  },
};
