/**
 * The fields that only the service knows, read into the step.
 *
 * 1. The service is asked when a setting that it is asked about, the account or the component's version is another one
 *    than the shapes were read with, or when the person asks; never because a panel was opened again.
 * 2. What is read because of a change is undone with it. What comes later than that is no entry of the history: it would
 *    be read again at once. What the person asks for is an entry of its own.
 * 3. Without the service the shapes in the document stand.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import {
  missingSettings,
  settingsWithDefaults,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import { readerOf, type Reader, type Reading } from '../../catalog/readers.ts';
import {
  areShapesDue,
  basisOfShapes,
  takeShapes,
  type Operation as FlowOperation,
  type Step,
} from '../../flow/index.ts';
import {
  humanise,
  isJsonList,
  isJsonObject,
  nameOfPointer,
  titleOf,
  wordsOf,
  type Json,
} from '../../shared/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { AskFailed } from '../queries/ask-operation.ts';
import { describedQuery } from '../queries/described.ts';
import { useLoadingWords, type LoadingWords } from '../queries/loading-words.ts';
import { useStepCredential } from '../queries/step-credential.ts';
import type { HistoryEntry } from '../../storage/contract.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { shapesRead } from './shapes-read.ts';

/** How far the fields of a step are known. */
export type DescribedFields =
  /** Something is needed before the service can be asked; the words say what. A setting is named where it is one. */
  | {
      readonly kind: 'waiting';
      readonly words: string;
      readonly setting?: { readonly name: string; readonly title: string };
    }
  | { readonly kind: 'reading'; readonly of: string; readonly loading?: LoadingWords | undefined }
  | {
      readonly kind: 'failed';
      readonly of: string;
      readonly why: string;
      /** Fields that were read before are there. */
      readonly isKept: boolean;
      readonly retry: () => void;
    }
  | {
      readonly kind: 'read';
      readonly of: string;
      readonly again: () => void;
      /** Parts of the description are at other hosts, which are asked only once the person says so. */
      readonly elsewhere: readonly string[];
      readonly agree: (host: string) => void;
      /** Parts that could not be had: they are left open. */
      readonly unread: readonly string[];
    };

export interface Described {
  readonly fields: DescribedFields;
  /** What is there to choose from, where a reader makes it of the service's own description. */
  readonly reading: Reading | undefined;
}

/** Undefined for a step whose description says what it needs and gives. `chooses`: what there is to choose is in sight. */
export function useDescribedFields(
  step: Step,
  component: Component | undefined,
  operation: Operation | undefined,
  chooses: boolean,
): Described | undefined {
  const bench = useWorkbench();
  const { document, view } = bench;
  const readOnly = useDocument((state) => state.readOnly);
  const credential = useStepCredential(step);
  const isDescribed = component !== undefined && operation?.describedBy !== undefined;
  const needs = operation?.describedBy?.needs ?? [];
  const missing = isDescribed ? missingSettings(operation, needs, step.settings) : [];
  const isConnected = component !== undefined && isSignedIn(component, step, credential);
  const basis = isDescribed
    ? basisOfShapes(step, component, operation, credential?.id ?? '')
    : { asked: '', by: '' };
  const isReady = isDescribed && isConnected && missing.length === 0;
  const reader = operation && readerOf(operation);
  const isDue = isReady && areShapesDue(step, operation, basis);
  const { data, error, isFetching, refetch } = useQuery({
    ...describedQuery({
      component: component ?? nobody,
      operation: operation ?? nothing,
      settings: step.settings,
      credential,
      catalog: bench.catalog,
      needComponents: bench.needComponents,
    }),
    enabled: isDue || (isReady && chooses && reader !== undefined),
  });

  const loading = useLoadingWords();

  const cause = useRef<HistoryEntry>(undefined);
  useEffect(() => {
    cause.current = isDue ? lastChangeOf(document.getState().past, step.id) : undefined;
  }, [document, isDue, step.id, basis.asked, basis.by]);

  const reading = useMemo(
    () =>
      data === undefined || operation === undefined
        ? undefined
        : reader?.read(data, settingsWithDefaults(operation, step.settings)),
    [reader, data, operation, step.settings],
  );
  const take = (message: Json, asks: boolean) => {
    const now = document.getState().flow?.steps.find(({ id }) => id === step.id);
    if (now === undefined || component === undefined || operation === undefined) return;
    const read = shapesRead(message, operation, now);
    if (!read.ok) return;
    const { shapes, settings } = read.value;
    const put = { ...now, settings };
    const taken = takeShapes(
      now,
      operation,
      shapes,
      basisOfShapes(put, component, operation, credential?.id ?? ''),
      !asks,
      settings,
    );
    if (taken.operation !== undefined)
      document.apply(
        taken.operation,
        asks ? {} : cause.current === undefined ? { quiet: true } : { follows: cause.current },
      );
    if (asks || Object.keys(taken.changes).length > 0) view.tellFieldNews(step.id, taken.changes);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (isDue && data !== undefined && !readOnly) latest.current(data, false);
  }, [isDue, data, readOnly, basis.asked, basis.by]);

  if (!isDescribed) return undefined;
  return { fields: howFar(), reading };

  function howFar(): DescribedFields {
    const of = operation === undefined ? step.name : nameOfAsked(step, operation, needs);
    if (isFetching) return { kind: 'reading', of, loading };
    const again = () => {
      void refetch().then((result) => {
        if (result.data !== undefined && !readOnly) latest.current(result.data, true);
      });
    };
    const isKept = step.shapes?.input !== undefined || step.shapes?.output !== undefined;
    const waits = whyWaiting(component, operation, missing, isConnected, isKept);
    if (waits !== undefined) {
      const [first] = missing;
      return {
        kind: 'waiting',
        words: waits,
        ...(first !== undefined &&
          operation !== undefined && {
            setting: { name: nameOfPointer(first), title: namesOf(operation, [first]) },
          }),
      };
    }
    const why = error === null ? whyUnread() : sayTrouble(error, reader);
    if (why !== undefined)
      return { kind: 'failed', of, why, isKept, retry: isDue ? () => void refetch() : again };
    return {
      kind: 'read',
      of,
      again,
      elsewhere: textsIn(data, 'hosts'),
      agree,
      unread: textsIn(data, 'unread'),
    };
  }

  function agree(host: string): void {
    const at = operation?.describedBy?.hosts;
    if (at === undefined) return;
    const name = nameOfPointer(at);
    const before = step.settings[name];
    const agreed = isJsonList(before) ? before : [];
    document.apply({
      type: 'step.set-settings',
      step: step.id,
      settings: { ...step.settings, [name]: [...agreed, host] },
    });
  }

  function whyUnread(): string | undefined {
    if (data === undefined || operation === undefined) return undefined;
    const read = shapesRead(data, operation, step);
    return read.ok ? undefined : sayWording(read.reason);
  }
}

function textsIn(message: Json | undefined, name: string): readonly string[] {
  const said = isJsonObject(message) ? message[name] : undefined;
  return isJsonList(said) ? said.filter((text) => typeof text === 'string') : [];
}

function whyWaiting(
  component: Component | undefined,
  operation: Operation | undefined,
  missing: readonly string[],
  isConnected: boolean,
  isKept: boolean,
): string | undefined {
  if (component === undefined || operation === undefined) return undefined;
  if (missing.length > 0)
    return say('inspector.fields-choose-first', { field: namesOf(operation, missing) });
  if (isConnected) return undefined;
  const params = { component: wordsOf(component.title) };
  return isKept
    ? say('inspector.fields-kept-connect', params)
    : say('inspector.fields-connect-first', params);
}

function sayTrouble(error: Error, reader: Reader | undefined): string {
  if (!(error instanceof AskFailed)) return say('inspector.options-failed');
  const { wording, failed } = error;
  const known = failed === undefined ? undefined : reader?.explain(failed);
  if (known !== undefined) return sayWording(known);
  const words = failed?.serviceWords;
  return words === undefined
    ? sayWording(wording)
    : `${sayWording(wording)} ${say('common.quoted', { text: words })}`;
}

/** Whoever may go without signing in and chose an account still waits for it. */
function isSignedIn(component: Component, step: Step, credential: object | undefined): boolean {
  if (credential !== undefined || component.credentials.length === 0) return true;
  return component.credentialOptional === true && step.credential === undefined;
}

/** The change that is the reason for asking: the last one, if it was about what the step does. */
function lastChangeOf(past: readonly HistoryEntry[], step: string): HistoryEntry | undefined {
  const last = past.at(-1);
  return last !== undefined && concerns(last.operation, step) ? last : undefined;
}

function concerns(operation: FlowOperation, step: string): boolean {
  switch (operation.type) {
    case 'batch':
      return operation.operations.some((one) => concerns(one, step));
    case 'step.add':
      return operation.step.id === step;
    case 'step.set-settings':
    case 'step.set-operation':
    case 'step.set-credential':
      return operation.step === step;
    default:
      return false;
  }
}

/** What the fields are of, as the person chose it: the last of the settings that the service is asked about. */
function nameOfAsked(step: Step, operation: Operation, needs: readonly string[]): string {
  const at = needs.at(-1) ?? '';
  const name = nameOfPointer(at);
  const value = step.settings[name] ?? operation.settings?.properties?.[name]?.default;
  if (typeof value !== 'string') return step.name;
  return step.labels?.[at] ?? (URL.canParse(value) ? new URL(value).host : value);
}

function namesOf({ settings }: Operation, missing: readonly string[]): string {
  return missing
    .map((at) => {
      const name = nameOfPointer(at);
      const field = settings?.properties?.[name];
      return field === undefined ? humanise(name) : titleOf(field, name);
    })
    .join(', ');
}

// A query needs a subject also while there is none to ask.
const nothing: Operation = {
  id: '',
  title: '',
  description: '',
  emits: 'one',
  slots: {},
  sample: {},
  call: { via: 'core', executor: '' },
};
const nobody: Component = {
  id: '',
  version: '',
  kind: 'generic',
  title: '',
  description: '',
  hue: 0,
  categories: [],
  origins: [],
  credentials: [],
  operations: [nothing],
};
