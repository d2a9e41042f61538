import type { FailureFamily } from './refusal-facts.ts';

/** What a person can do about a refusal. */
export type Offer =
  | 'connect'
  | 'field'
  | 'mend'
  | 'or-change'
  | 'skip'
  | 'skip-always'
  | 'stop'
  | 'only-new'
  | 'raise'
  | 'again';

/** Skipping helps when single messages are refused, not when all of them would be. */
const skippable: ReadonlySet<FailureFamily> = new Set([
  'mapping',
  'data',
  'not-found',
  'exists-already',
  'other',
]);

export function isSkippable(family: FailureFamily): boolean {
  return skippable.has(family);
}

/** What is offered, what helps most first. What is not possible here is left out by who draws it. */
export function offersFor(
  family: FailureFamily,
  {
    halted,
    skips,
    changes = false,
    raises = false,
  }: {
    readonly halted: boolean;
    readonly skips: boolean;
    /** What is there already can be changed instead. */
    readonly changes?: boolean;
    /** A limit of the run was hit, and can be raised. */
    readonly raises?: boolean;
  },
): readonly Offer[] {
  const skipping: readonly Offer[] = isSkippable(family) && !skips ? ['skip', 'skip-always'] : [];
  const stopping: readonly Offer[] = halted ? ['stop'] : [];
  // The value is right: it is there already. Another try would say the same.
  if (family === 'exists-already') {
    const changing: readonly Offer[] = changes ? ['or-change'] : [];
    return [...changing, ...skipping, ...stopping, 'only-new'];
  }
  const signingIn: readonly Offer[] =
    family === 'sign-in' || family === 'not-allowed' ? ['connect'] : [];
  const again: readonly Offer[] = halted && skipping.length > 0 ? [] : ['again'];
  const raising: readonly Offer[] = raises ? ['raise'] : [];
  // A service that was slow once may be fast now.
  if (family === 'no-answer')
    return [...signingIn, 'field', 'mend', ...skipping, ...stopping, ...again, ...raising];
  return [...signingIn, ...raising, 'field', 'mend', ...skipping, ...stopping, ...again];
}
