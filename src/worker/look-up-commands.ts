import {
  matchByName,
  type Binding,
  type Match,
  type SourceType,
  type Sources,
} from '../mapping/index.ts';
import type { JsonSchema } from '../shared/index.ts';
import { findValues, type FoundValue } from './find-values.ts';
import { keptSets } from './kept-sets.ts';

/** What a form of many fields asks of a thread: questions that take longer than a key stroke may. */
export function createLookUpCommands(samples: { get(name: string): Sources | undefined }) {
  const forms = keptSets<{ target: JsonSchema; sources: readonly SourceType[] }>();
  return {
    'form.set': ({
      name,
      target,
      sources,
    }: {
      readonly name: string;
      readonly target: JsonSchema;
      readonly sources: readonly SourceType[];
    }): void => {
      forms.set(name, { target, sources });
    },
    /** Pairs by name for what is not filled. */
    'form.match': ({
      form,
      existing,
    }: {
      readonly form: string;
      readonly existing: Binding | undefined;
    }): readonly Match[] => {
      const known = forms.get(form);
      return known === undefined ? [] : matchByName(known.target, known.sources, { existing });
    },
    'samples.find': ({
      samples: name,
      words,
    }: {
      readonly samples: string;
      readonly words: string;
    }): readonly FoundValue[] => findValues(samples.get(name) ?? {}, words),
  };
}
