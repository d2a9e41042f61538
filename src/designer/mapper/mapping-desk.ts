/**
 * What the parts of one mapping form share: the slot being filled, the data it may use, and the field that a pick goes to.
 *
 * 1. The binding tree lives in the flow document; every change is one `step.set-slot`.
 * 2. A field offers itself as the target while it has the focus, and stays it until another one does.
 */
import { createContext, use } from 'react';
import type { Json, JsonPath, JsonSchema } from '../../shared/index.ts';
import type { Step } from '../../flow/index.ts';
import type { Binding, MappingProblem, Segment, SourceType } from '../../mapping/index.ts';
import type { DataNode, DataSource } from './model/data-tree.ts';

/** A field that can take data. */
export interface PickTarget {
  readonly key: string;
  readonly label: string;
  readonly schema: JsonSchema;
  /** Entries of the lists around the field, inner first. */
  readonly scope: readonly ListScope[];
  /** `after` adds to what is there; without it the field decides (the caret's place in a text, else instead of it). */
  readonly accept: (binding: Binding, how?: PickHow) => void;
}

/** Where picked data goes in a field that holds something already. */
export type PickHow = 'replace' | 'after';

/** An entry of a list that a card goes through. */
export interface ListScope {
  readonly source: DataSource;
  /** What the card goes through, so that a pick from the list itself becomes a pick from its entry. */
  readonly through: { readonly from: string; readonly path: readonly Segment[] } | undefined;
}

export interface MappingDesk {
  readonly step: Step;
  readonly slot: string;
  readonly root: JsonSchema;
  readonly binding: Binding | undefined;
  readonly sources: readonly DataSource[];
  readonly problems: readonly MappingProblem[];
  /** What the whole mapping makes of the current samples. */
  readonly result: Json | undefined;
  readonly readOnly: boolean;
  readonly locale: string;
  readonly timeZone: string;
  /** Changes of one name in a row (`joins`: typing) are undone as one. */
  set(path: JsonPath, binding: Binding | undefined, options?: { readonly joins?: string }): void;
  readonly target: PickTarget | undefined;
  offer(target: PickTarget): void;
  /** The field's registration for drops; gives the way out. */
  register(target: PickTarget): () => void;
  /** Puts data into a field (the current target unless another is named); asks first when a list meets a single field. */
  pick(node: DataNode, target?: PickTarget, how?: PickHow): void;
  targetAt(key: string): PickTarget | undefined;
  /** Shows the data beside or over the form. */
  openData(): void;
}

export const MappingDeskContext = createContext<MappingDesk | undefined>(undefined);

export function useMappingDesk(): MappingDesk {
  const desk = use(MappingDeskContext);
  if (desk === undefined) throw new Error('no MappingDesk around this component');
  return desk;
}

/** All sources a field sees: entries of the lists around it, then the earlier steps. */
export function sourcesSeen(
  desk: Pick<MappingDesk, 'sources'>,
  scope: readonly ListScope[],
): readonly SourceType[] {
  return [...scope.map(({ source }) => source.type), ...desk.sources.map(({ type }) => type)];
}

export function targetKey(path: JsonPath): string {
  return JSON.stringify(path);
}
