import {
  compileBinding,
  compileCondition,
  isBinding,
  type MappingFailure,
  type SlotContent,
  type Sources,
} from '../mapping/index.ts';
import type { Json } from '../shared/index.ts';

export interface PreviewAsk {
  /** Which samples: those of the last `samples.set` with this name. */
  readonly samples: string;
  readonly content: SlotContent;
  readonly locale: string;
  readonly timeZone: string;
}

/** A value that could be made, and what could not; or whether a condition holds. */
export type Preview =
  | {
      readonly kind: 'value';
      readonly value: Json | undefined;
      readonly problems: readonly MappingFailure[];
    }
  | {
      readonly kind: 'condition';
      readonly holds: boolean;
      readonly problems: readonly MappingFailure[];
    };

/** Sets of samples kept; the one set longest ago goes first. */
const setsKept = 8;

/** What the page may ask of the preview worker. Samples stay here, so that a key stroke sends a binding and no data. */
export function createPreviewCommands(world: { now(): number; uuid(): string }) {
  const sets = new Map<string, Sources>();
  const contextOf = ({ locale, timeZone }: PreviewAsk) => ({
    locale,
    timeZone,
    now: world.now(),
    uuid: () => world.uuid(),
  });
  const previewOne = async (ask: PreviewAsk): Promise<Preview> => {
    const sources = sets.get(ask.samples) ?? {};
    return isBinding(ask.content)
      ? { kind: 'value', ...(await compileBinding(ask.content).evaluate(sources, contextOf(ask))) }
      : {
          kind: 'condition',
          ...(await compileCondition(ask.content).test(sources, contextOf(ask))),
        };
  };
  return {
    'samples.set': ({
      name,
      sources,
    }: {
      readonly name: string;
      readonly sources: Sources;
    }): void => {
      sets.delete(name);
      sets.set(name, sources);
      for (const oldest of sets.keys()) {
        if (sets.size <= setsKept) break;
        sets.delete(oldest);
      }
    },
    preview: previewOne,
    /** Many at once: all result lines of a form. */
    'preview.many': async (asks: readonly PreviewAsk[]): Promise<readonly Preview[]> => {
      const previews: Preview[] = [];
      for (const ask of asks) previews.push(await previewOne(ask));
      return previews;
    },
  };
}
export type PreviewCommands = ReturnType<typeof createPreviewCommands>;
