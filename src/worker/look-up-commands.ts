import {
  checkSamples,
  matchByName,
  type Binding,
  type EvaluationContext,
  type Match,
  type NamedSample,
  type SampleProblem,
  type SourceType,
  type Sources,
} from '../mapping/index.ts';
import type { JsonSchema } from '../shared/index.ts';
import { findValues, type FoundValue } from './find-values.ts';
import { keptSets } from './kept-sets.ts';

/** What a form of many fields asks of a thread: questions that take longer than a key stroke may. */
export function createLookUpCommands(
  samples: { get(name: string): Sources | undefined },
  contextOf: (of: Pick<EvaluationContext, 'locale' | 'timeZone'>) => EvaluationContext,
) {
  const forms = keptSets<{ target: JsonSchema; sources: readonly SourceType[] }>();
  const records = keptSets<readonly NamedSample[]>();
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
    'records.set': ({
      name,
      samples: given,
    }: {
      readonly name: string;
      readonly samples: readonly NamedSample[];
    }): void => {
      records.set(name, given);
    },
    /** What the mapping makes of recorded data, held against what is needed. */
    'records.check': async ({
      records: name,
      form,
      binding,
      ...of
    }: {
      readonly records: string;
      readonly form: string;
      readonly binding: Binding | undefined;
      readonly locale: string;
      readonly timeZone: string;
    }): Promise<readonly SampleProblem[]> => {
      const known = forms.get(form);
      return known === undefined
        ? []
        : checkSamples(
            binding,
            known.target,
            known.sources,
            records.get(name) ?? [],
            contextOf(of),
          );
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
