/**
 * Every legal way to change a flow, as data. `applyOperation` checks one, applies it and gives its inverse; undo,
 * autosave, history and diff stand on that.
 */
import type { Json, JsonPath, WordParams } from '../shared/index.ts';
import type { Binding, SlotContent } from '../mapping/index.ts';
import type {
  CredentialSlot,
  Edge,
  OnFailure,
  RunLimitsOfFlow,
  SampleEntry,
  Shape,
  Start,
  Step,
} from './flow-document.ts';
import type { Note, Position, StepGroup } from './layout.ts';

export type Operation =
  /** `restores`: puts back what a file said, which may be no name at all. */
  | { readonly type: 'flow.rename'; readonly name: string; readonly restores?: true }
  | { readonly type: 'flow.set-start'; readonly start: Start }
  | { readonly type: 'flow.set-region'; readonly locale: string; readonly timeZone: string }
  /** What a run may take; undefined: the usual. */
  | { readonly type: 'flow.set-limits'; readonly limits: RunLimitsOfFlow | undefined }
  | {
      readonly type: 'step.add';
      readonly step: Step;
      readonly position?: Position;
      readonly at?: number;
    }
  | { readonly type: 'step.remove'; readonly step: string }
  | {
      readonly type: 'step.rename';
      readonly step: string;
      readonly name: string;
      readonly restores?: true;
    }
  /** Another operation of the same component: slots and settings that the new one does not know stay, marked. */
  | {
      readonly type: 'step.set-operation';
      readonly step: string;
      readonly operation: string;
      readonly componentVersion: string;
    }
  | {
      readonly type: 'step.set-credential';
      readonly step: string;
      readonly credential: string | undefined;
      /** Taking a change back: what was there is there again, also what nobody could choose now. */
      readonly restores?: true;
    }
  | {
      readonly type: 'step.set-settings';
      readonly step: string;
      readonly settings: Readonly<Record<string, Json>>;
      /** Absent: as they were; `null`: none. */ readonly labels?: Readonly<
        Record<string, string>
      > | null;
    }
  /** One field of a slot's mapping: a history of a thousand of them holds no copy of the whole form. */
  | {
      readonly type: 'step.set-field';
      readonly step: string;
      readonly slot: string;
      readonly path: JsonPath;
      readonly binding: Binding | undefined;
      /** What the person calls the field. */
      readonly field?: string;
    }
  | {
      readonly type: 'step.set-slot';
      readonly step: string;
      readonly slot: string;
      readonly content: SlotContent | undefined;
      /** Its place among the slots where the step has no such slot; at the end without it. */
      readonly at?: number;
      /** What the person calls the field that was changed; absent when the whole of it was. */
      readonly field?: string;
    }
  | {
      readonly type: 'step.set-shape';
      readonly step: string;
      readonly side: 'input' | 'output';
      readonly shape: Shape | undefined;
    }
  | {
      readonly type: 'step.set-emit';
      readonly step: string;
      readonly emit: 'each-entry' | 'whole-list' | undefined;
    }
  | {
      readonly type: 'step.set-failure';
      readonly step: string;
      readonly onFailure: OnFailure | undefined;
    }
  /** How often a call is tried in all; undefined: as usual. */
  | {
      readonly type: 'step.set-tries';
      readonly step: string;
      readonly tries: number | undefined;
      /** Puts back what a file said, which may be more than can be chosen; as it stood there, where it is given. */
      readonly restores?: true | Step['retry'];
    }
  /** How many messages it works on at once; undefined: as usual. */
  | {
      readonly type: 'step.set-parallel';
      readonly step: string;
      readonly parallel: number | undefined;
    }
  | { readonly type: 'step.set-enabled'; readonly step: string; readonly enabled: boolean }
  | { readonly type: 'step.set-note'; readonly step: string; readonly note: string | undefined }
  | { readonly type: 'step.move'; readonly positions: Readonly<Record<string, Position | null>> }
  /** A note as it is to be: a new one, or another form of one that is there. */
  | { readonly type: 'note.set'; readonly note: Note; readonly at?: number }
  | { readonly type: 'note.remove'; readonly note: string }
  /** The same of a group. Its steps are in no other one. */
  | { readonly type: 'group.set'; readonly group: StepGroup; readonly at?: number }
  /** Its steps stay. */
  | { readonly type: 'group.remove'; readonly group: string }
  | { readonly type: 'edge.connect'; readonly edge: Edge; readonly at?: number }
  | { readonly type: 'edge.disconnect'; readonly edge: string }
  | { readonly type: 'credential.add'; readonly credential: CredentialSlot; readonly at?: number }
  | { readonly type: 'credential.remove'; readonly credential: string }
  | {
      readonly type: 'credential.rename';
      readonly credential: string;
      readonly name: string;
      readonly restores?: true;
    }
  | {
      readonly type: 'sample.set';
      readonly step: string;
      readonly name: string;
      readonly sample: SampleEntry | undefined;
      readonly at?: number;
    }
  /**
   * Several changes that the person did as one: applied all or none, undone as one. `label` is a key of the words
   * "history" with its `params`, or free text.
   */
  | {
      readonly type: 'batch';
      readonly label: string;
      readonly params?: WordParams;
      /** The name of the version that the flow goes back to with it. */
      readonly goesBackTo?: string;
      readonly operations: readonly Operation[];
    };
