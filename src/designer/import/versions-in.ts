import type { Catalog } from '../../catalog/index.ts';
import type { Flow } from '../../flow/index.ts';
import { wordsOf } from '../../shared/index.ts';

/** A component as the file was made with it, beside the one of this Footbridge. */
export interface VersionInFile {
  readonly component: string;
  readonly title: string;
  readonly inFile: string;
  /** Undefined: it is not known here. */
  readonly here: string | undefined;
  readonly file: 'same' | 'newer' | 'older' | 'only-in-file';
}

/** One line for each component that the flows use, those that differ first. */
export function versionsIn(flows: readonly Flow[], catalog: Catalog): readonly VersionInFile[] {
  const found = new Map<string, VersionInFile>();
  for (const { steps, components } of flows)
    for (const { component: id, componentVersion } of steps) {
      if (found.has(id)) continue;
      const carried = components.find(({ component }) => component.id === id)?.component;
      const known = catalog.component(id);
      const inFile = carried?.version ?? componentVersion;
      found.set(id, {
        component: id,
        title: wordsOf(known?.title ?? carried?.title ?? id),
        inFile,
        here: known?.version,
        file: known === undefined ? 'only-in-file' : compared(inFile, known.version),
      });
    }
  return [...found.values()].toSorted(
    (one, other) => Number(one.file === 'same') - Number(other.file === 'same'),
  );
}

function compared(inFile: string, here: string): 'same' | 'newer' | 'older' {
  const order = inFile.localeCompare(here, 'en', { numeric: true });
  return order === 0 ? 'same' : order > 0 ? 'newer' : 'older';
}
