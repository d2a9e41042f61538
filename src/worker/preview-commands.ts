import {
  compileBinding,
  compileCondition,
  isBinding,
  loadFormulaEngine,
  type MappingFailure,
  type SlotContent,
  type Sources,
} from '../mapping/index.ts';
import { arrangeSteps, type Places, type ToArrange } from '../flow/index.ts';
import type { Json } from '../shared/index.ts';
import { cutValue, type Cut } from './cut-value.ts';
import { keptSets } from './kept-sets.ts';
import { createLookUpCommands } from './look-up-commands.ts';

export interface PreviewAsk {
  /** Which samples: those of the last `samples.set` with this name. */
  readonly samples: string;
  readonly content: SlotContent;
  readonly locale: string;
  readonly timeZone: string;
  /** Entries of each list that come back; absent: all. */
  readonly mostEntries?: number;
}

/** A value that could be made, and what could not; or whether a condition holds. */
export type Preview =
  | {
      readonly kind: 'value';
      readonly value: Json | undefined;
      /** Where `mostEntries` left entries out, and how many there are. */
      readonly cuts?: Cut['cuts'];
      readonly problems: readonly MappingFailure[];
    }
  | {
      readonly kind: 'condition';
      readonly holds: boolean;
      readonly problems: readonly MappingFailure[];
    };

/** What the page may ask of the preview worker. Samples stay here, so that a key stroke sends a binding and no data. */
export function createPreviewCommands(world: { now(): number; uuid(): string }) {
  const sets = keptSets<Sources>();
  const contextOf = ({ locale, timeZone }: Pick<PreviewAsk, 'locale' | 'timeZone'>) => ({
    locale,
    timeZone,
    now: world.now(),
    uuid: () => world.uuid(),
  });
  const previewOne = async (ask: PreviewAsk): Promise<Preview> => {
    const sources = sets.get(ask.samples) ?? {};
    if (!isBinding(ask.content))
      return {
        kind: 'condition',
        ...(await compileCondition(ask.content).test(sources, contextOf(ask))),
      };
    const { value, problems } = await compileBinding(ask.content).evaluate(sources, contextOf(ask));
    return ask.mostEntries === undefined
      ? { kind: 'value', value, problems }
      : { kind: 'value', ...cutValue(value, ask.mostEntries), problems };
  };
  return {
    ...createLookUpCommands(sets, contextOf),
    /** Answers when it can begin, with or without formulas: the time of what is asked does not begin before. */
    'thread.ready': ({ formulas }: { readonly formulas: boolean }): Promise<void> =>
      formulas ? loadFormulaEngine() : Promise.resolve(),
    'samples.set': ({
      name,
      sources,
    }: {
      readonly name: string;
      readonly sources: Sources;
    }): void => {
      sets.set(name, sources);
    },
    /** Places that make a flow easy to read: of a thousand steps it takes part of a second. */
    'steps.arrange': (asked: ToArrange): Places => arrangeSteps(asked),
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
