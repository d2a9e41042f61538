import { useEffect, useState } from 'react';
import type { Component } from '../../catalog/index.ts';
import type { Wording } from '../../shared/index.ts';
import { whyFailed } from '../state/need-components.ts';
import { useWorkbench } from '../state/workbench.ts';

export type WholeState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'there'; readonly component: Component }
  | { readonly kind: 'failed'; readonly why: Wording };

/** All that is known of a component, fetched where only a summary is known; and the way to try that again. */
export function useWhole(id: string): readonly [WholeState, () => void] {
  const { catalog, needComponents } = useWorkbench();
  const [, setCome] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const [why, setWhy] = useState<Wording>();
  const component = catalog.component(id);
  useEffect(() => {
    let isWanted = true;
    needComponents([id])?.then(
      () => isWanted && setCome((times) => times + 1),
      (cause: unknown) => isWanted && setWhy(whyFailed(cause)),
    );
    return () => {
      isWanted = false;
    };
  }, [id, attempt, needComponents]);
  function again(): void {
    setWhy(undefined);
    setAttempt(attempt + 1);
  }
  if (component !== undefined) return [{ kind: 'there', component }, again];
  return [why === undefined ? { kind: 'loading' } : { kind: 'failed', why }, again];
}
