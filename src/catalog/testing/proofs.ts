/** What the connectors of `components-catalog` are held against: `<id>/proof.json` beside each. */
import { existsSync, readFileSync } from 'node:fs';
import type { Json, JsonPath } from '../../shared/index.ts';
import type { Component } from '../index.ts';
import { shippedComponents } from './shipped.ts';

/** An answer as a service gives it. */
export interface Given {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** How a service says that something is wrong: its own headers and words where `source` is the page they were read on, else from memory. */
export interface SaidTrouble extends Given {
  readonly source?: string;
}

export const troubles = ['wrong-key', 'expired', 'too-many', 'outage', 'changed'] as const;
export type Trouble = (typeof troubles)[number];

/** Taken from the service's own reference: what is asked, and what comes back. */
export interface Exchange {
  readonly operation: string;
  /** The address of the page it was taken from. */
  readonly source: string;
  readonly input?: Json;
  readonly settings?: Readonly<Record<string, Json>>;
  /** What has to be sent; left out: whatever is. */
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly query?: readonly (readonly [string, string])[];
    readonly body?: Json;
  };
  readonly answer: Given;
  /** The messages that it means; left out: whatever fits the output's description. */
  readonly gives?: readonly Json[];
  /** Or the refusal that it means: a word of `failures`, and the input's fields. */
  readonly fails?: { readonly code: string; readonly fields?: readonly JsonPath[] };
}

export interface Proof {
  /** A file of `../shared/data/openapi` (without `.json`). Left out: the exchanges stand for all of it. */
  readonly description?: string;
  /** What of this connector was held against a public page or the service's own public sources, by a reader, and where. */
  readonly checked?: readonly { readonly what: string; readonly against: string }[];
  /** Where the service's description and the service are known to differ. */
  readonly differences?: readonly {
    readonly operation: string;
    /** Part of what the validator, or our own check, says. */
    readonly about: string;
    readonly why: string;
  }[];
  /** How this service says it, where its status alone does not. */
  readonly troubles?: Readonly<Partial<Record<Trouble, SaidTrouble>>>;
  readonly exchanges?: readonly Exchange[];
}

export interface ProvedConnector {
  readonly component: Component;
  readonly proof: Proof;
}

const folder = new URL('../../../components-catalog/', import.meta.url);

/** Every connector with a proof. `PROOF=stripe,slack` in the environment: these alone. */
export function provedConnectors(): readonly ProvedConnector[] {
  const only = process.env['PROOF']?.split(',');
  return shippedComponents().flatMap((component) => {
    const name = component.id.replace('catalog:', '');
    const file = new URL(`${name}/proof.json`, folder);
    if (!existsSync(file) || only?.includes(name) === false) return [];
    return [{ component, proof: JSON.parse(readFileSync(file, 'utf8')) as Proof }];
  });
}
