import {
  compileBinding,
  compileCondition,
  isBinding,
  type Condition,
  type Evaluation,
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
  const previewOne = (ask: PreviewAsk): Preview => {
    const sources = sets.get(ask.samples) ?? {};
    if (!isBinding(ask.content))
      return { kind: 'condition', ...holds(ask.content, sources, contextOf(ask)) };
    const { value, problems }: Evaluation = compileBinding(ask.content).evaluate(
      sources,
      contextOf(ask),
    );
    return { kind: 'value', value, problems };
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
    'preview.many': (asks: readonly PreviewAsk[]): readonly Preview[] => asks.map(previewOne),
  };
}
export type PreviewCommands = ReturnType<typeof createPreviewCommands>;

function holds(
  condition: Condition,
  sources: Sources,
  context: Parameters<ReturnType<typeof compileCondition>['test']>[1],
) {
  return compileCondition(condition).test(sources, context);
}
