/**
 * How far a person is in a guided lesson. It is how one browser is used, no part of a flow: kept beside theme and language,
 * so that a lesson goes on after the page was loaded again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';

const lessonIds = ['first-flow', 'break-and-fix'] as const;
export type LessonId = (typeof lessonIds)[number];

/** A lesson that was begun and not ended. */
export interface Guided {
  readonly lesson: LessonId;
  /** The flow it is done with. */
  readonly flow: string;
  /** Steps of the lesson that were done once, where that is what counts. */
  readonly passed: readonly string[];
  readonly skipped: readonly string[];
  /** "Go on later" was said. */
  readonly paused: boolean;
}

export interface GuideState {
  readonly guided: Guided | undefined;
  /** Lessons that this person has seen the end of. */
  readonly ended: readonly LessonId[];
  /** What a menu asked for and nobody has begun yet. */
  readonly asked: LessonId | 'resume' | undefined;
}

export interface GuideStore extends StoreApi<GuideState> {
  ask(what: LessonId | 'resume' | undefined): void;
  begin(lesson: LessonId, flow: string): void;
  change(change: Partial<Pick<Guided, 'passed' | 'skipped' | 'paused'>>): void;
  /** The lesson is over: to its end, or given up. */
  end(how: 'seen' | 'given-up'): void;
}

const keptAs = 'footbridge.guide';

export function createGuideStore(): GuideStore {
  const store = createStore<GuideState>(() => ({ ...parseGuide(readKept()), asked: undefined }));
  const keep = (next: Partial<GuideState>): void => {
    store.setState(next);
    const { guided, ended } = store.getState();
    writeKept(JSON.stringify({ guided, ended }));
  };
  return {
    ...store,
    ask: (asked) => store.setState({ asked }),
    begin: (lesson, flow) =>
      keep({ guided: { lesson, flow, passed: [], skipped: [], paused: false } }),
    change: (change) => {
      const { guided } = store.getState();
      if (guided !== undefined) keep({ guided: { ...guided, ...change } });
    },
    end: (how) => {
      const { guided, ended } = store.getState();
      if (guided === undefined) return;
      const isNew = how === 'seen' && !ended.includes(guided.lesson);
      keep({ guided: undefined, ended: isNew ? [...ended, guided.lesson] : ended });
    },
  };
}

/** What other pages wrote, or a person by hand, is looked at before it is believed. */
export function parseGuide(text: string | null): Pick<GuideState, 'guided' | 'ended'> {
  try {
    const { guided, ended } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return { guided: guidedOf(guided), ended: lessonIds.filter((id) => listed(ended, id)) };
  } catch {
    return { guided: undefined, ended: [] };
  }
}

function guidedOf(value: unknown): Guided | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { lesson, flow, passed, skipped, paused } = value as Record<string, unknown>;
  const known = lessonIds.find((id) => id === lesson);
  if (known === undefined || typeof flow !== 'string') return undefined;
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  return {
    lesson: known,
    flow,
    passed: texts(passed),
    skipped: texts(skipped),
    paused: paused === true,
  };
}

function listed(list: unknown, id: LessonId): boolean {
  return Array.isArray(list) && list.includes(id);
}

function readKept(): string | null {
  try {
    return globalThis.localStorage.getItem(keptAs);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function writeKept(text: string): void {
  try {
    globalThis.localStorage.setItem(keptAs, text);
  } catch {
    // The lesson lasts for as long as the page is open.
  }
}
