import { isWhole, type Catalog } from '../../catalog/index.ts';
import { ComponentsNotLoaded, type NeedComponents } from '../state/need-components.ts';
import { OtherBuild } from './other-build.ts';

/** The one place that fetches what is known by a summary: each component once, however many ask for it. */
export function needing(
  catalog: Pick<Catalog, 'summary'>,
  load: (id: string) => Promise<void>,
): NeedComponents {
  const loading = new Map<string, Promise<void>>();

  function loaded(id: string): Promise<void> {
    let asked = loading.get(id);
    if (asked === undefined) {
      asked = load(id).finally(() => loading.delete(id));
      loading.set(id, asked);
    }
    return asked;
  }

  return (ids) => {
    const missing = [...new Set(ids)].filter((id) => {
      const known = catalog.summary(id);
      return known !== undefined && !isWhole(known);
    });
    if (missing.length === 0) return undefined;
    return Promise.all(missing.map(loaded)).then(
      () => undefined,
      (cause: unknown) => {
        const isRenewed = cause instanceof OtherBuild;
        throw new ComponentsNotLoaded(isRenewed ? 'offline.renewed' : 'flows.not-fetched', cause);
      },
    );
  };
}
