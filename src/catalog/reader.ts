import type { Json, JsonSchema, Wording } from '../shared/index.ts';
import type { CallFailure } from './call-contract.ts';
import type { Settings } from './settings.ts';

export interface ReaderOption {
  readonly value: Json;
  readonly label: string;
  readonly help?: string;
}

/** A field that can be got, in a tree whose levels are worked out when they are opened. */
export interface OfferedField {
  readonly place: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly kind: 'value' | 'group' | 'list';
  /** Of a list inside another thing: only its first so many entries come. */
  readonly first?: number;
}

export interface OfferedFields {
  /** The name of the thing whose fields these are. */
  readonly of: string;
  readonly chosen: readonly string[];
  /** The fields inside a place; of the whole for an empty one. */
  inside(place: string): readonly OfferedField[];
  /** What it means to choose a group: places of values in it. */
  valuesOf(place: string): readonly string[];
  /** What the setting holds when these places are chosen. */
  settingOf(chosen: readonly string[]): Json;
}

/** What a reader makes of a service's own description and of what the person chose so far. */
export interface Reading {
  /** By pointer (`/settings/field`). */
  readonly options: Readonly<Record<string, readonly ReaderOption[]>>;
  /** Undefined while it is not known of what. */
  readonly fields: OfferedFields | undefined;
  /** What was chosen, put right, with the settings that nobody types. */
  readonly settings: Settings;
  readonly input?: JsonSchema;
  readonly output?: JsonSchema;
  /** What is sent, for who can read it. */
  readonly text?: string;
  /** What was chosen is not there any more. */
  readonly lost?: Wording;
}

export interface Reader {
  /** Settings that it has options for (`/settings/field`). */
  readonly offers: readonly string[];
  /** Undefined: the message is no description. */
  read(message: Json, settings: Settings): Reading | undefined;
  /** Why a service does not describe itself, where that can be told. */
  explain(failure: CallFailure): Wording | undefined;
}
