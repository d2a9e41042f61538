/**
 * What is known of a component before it is used: enough to look for it, to offer it and to draw it. With hundreds of
 * services nobody waits for the forms of all of them; whoever uses one asks for the whole of it.
 */
import { wordsOf } from '../shared/index.ts';
import type { Component } from './component/component.ts';
import type { CredentialType } from './component/credential-type.ts';
import type { Operation } from './component/operation.ts';
import { signInKinds, type SignInKind } from './sign-in-kinds.ts';

export type OperationSummary = Pick<
  Operation,
  'id' | 'title' | 'internal' | 'effect' | 'starts' | 'outputShape'
> & { readonly ports?: { readonly in?: boolean | undefined } | undefined };

/** A component is one as well. */
export interface ComponentSummary extends Pick<
  Component,
  'id' | 'kind' | 'title' | 'description' | 'hue' | 'categories' | 'searchWords'
> {
  readonly summary?: true;
  readonly operations: readonly OperationSummary[];
  readonly credentials?: readonly Pick<CredentialType, 'sampleKeyOf'>[];
  readonly signIns?: readonly SignInKind[];
}

export function isWhole(component: ComponentSummary): component is Component {
  return component.summary !== true;
}

/** What a page begins with: whole, what needs nobody's account; a summary of what is a service of somebody else. */
export function atHand(component: Component): ComponentSummary {
  return component.kind === 'generic' || hasSample(component) ? component : summaryOf(component);
}

/** A newcomer can use it without an account of their own. */
export function hasSample({ credentials = [] }: ComponentSummary): boolean {
  return credentials.some(({ sampleKeyOf }) => sampleKeyOf !== undefined);
}

/** What a person signs in with, the usual ways first. */
export function signInsOf(summary: ComponentSummary): readonly SignInKind[] {
  return isWhole(summary) ? signInKinds(summary) : (summary.signIns ?? []);
}

export function summaryOf(component: Component): ComponentSummary {
  const { id, kind, title, description, hue, categories, searchWords, operations } = component;
  return {
    id,
    summary: true,
    kind,
    title,
    description,
    hue,
    categories,
    ...(searchWords !== undefined && { searchWords }),
    signIns: signInKinds(component),
    operations: operations
      .filter(({ internal }) => internal !== true)
      .map(({ id, title, effect, starts, outputShape, ports }) => ({
        id,
        title,
        ...(effect !== undefined && { effect }),
        ...(starts !== undefined && { starts }),
        ...(outputShape !== undefined && { outputShape }),
        ...(ports?.in !== undefined && { ports: { in: ports.in } }),
      })),
  };
}

/** Of a component's texts in another language those that a page begins with. */
export function textsAtHand<Words>(
  component: Component,
  texts: Readonly<Record<string, Words>>,
): Readonly<Record<string, Words>> {
  const shown = atHand(component);
  if (isWhole(shown)) return texts;
  const said = new Set(
    [shown.title, shown.description, ...shown.categories]
      .concat(shown.operations.map(({ title }) => title))
      .map((words) => wordsOf(words)),
  );
  return Object.fromEntries(Object.entries(texts).filter(([english]) => said.has(english)));
}
