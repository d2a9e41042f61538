import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { sayGuide, type GuideWord } from '../../words/guide.ts';
import type { Guided } from '../state/guide-store.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { focusHelp } from '../ui/focus.ts';
import { stepAt, type Facts } from './conditions.ts';
import { lessons } from './lessons/lessons.ts';
import type { Lesson, LessonStep } from './lesson.ts';
import { LessonEnd } from './lesson-end.tsx';
import { leftOut, markOf, placeInLesson, selectorsOf } from './place-in-lesson.ts';
import { useFacts } from './use-facts.ts';
import { usePointing } from './use-pointing.ts';
import css from './guide.module.css';

interface LessonCardProps {
  readonly guided: Guided;
  readonly narrow: boolean;
}

/** Where the person is in the lesson: follows what they do, and looks back when they ask for it. */
export function LessonCard({ guided, narrow }: LessonCardProps) {
  const { guide } = useWorkbench();
  const lesson: Lesson = lessons[guided.lesson];
  const facts = useFacts();
  const { at, passed } = placeInLesson(lesson, guided, facts);
  useEffect(() => {
    if (passed.length > guided.passed.length) guide.change({ passed });
  }, [guide, guided, passed]);
  // What this browser has connected is known a moment after the flow: until then a place would be a guess.
  if (!facts.problems.isComplete) return null;
  const step = lesson.steps[at];
  return step === undefined ? (
    <LessonEnd
      lesson={lesson}
      left={leftOut(lesson, { ...guided, passed }, facts)}
      narrow={narrow}
    />
  ) : (
    <StepCard
      key={step.id}
      lesson={lesson}
      at={at}
      step={step}
      facts={facts}
      guided={guided}
      narrow={narrow}
    />
  );
}

interface StepCardProps extends LessonCardProps {
  readonly lesson: Lesson;
  readonly at: number;
  readonly step: LessonStep;
  readonly facts: Facts;
}

function StepCard({ lesson, at, step, facts, guided, narrow }: StepCardProps) {
  const { guide, announcer, toasts } = useWorkbench();
  const readOnly = useDocument((state) => state.readOnly);
  const card = useRef<HTMLElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  /** An earlier step that is looked at once more. */
  const [back, setBack] = useState<number>();
  const mark = readOnly || back !== undefined ? undefined : markOf(step, facts);
  const shownAt = back ?? at;
  const shown = lesson.steps[shownAt] ?? step;
  const count = lesson.steps.length;
  const title = sayGuide(shown.title);
  const text = textOf(readOnly ? 'read-only' : (mark?.text ?? 'is-done'), shown, facts);
  const place = { number: shownAt + 1, count };
  usePointing(card, ring, mark === undefined ? [] : selectorsOf(mark, facts), narrow);

  const words = sayGuide('announced', { ...place, title, text });
  useEffect(() => announcer.announce(words), [announcer, words]);

  function goBack(): void {
    const before = lesson.steps[shownAt - 1];
    if (before === undefined) return;
    if (guided.skipped.includes(before.id))
      guide.change({ skipped: guided.skipped.filter((id) => id !== before.id) });
    else setBack(shownAt - 1);
  }
  function goOn(): void {
    setBack(shownAt + 1 >= at ? undefined : shownAt + 1);
  }
  function later(): void {
    guide.change({ paused: true });
    toasts.show({ text: sayGuide('later-said') });
    focusHelp();
  }

  return (
    <>
      <div ref={ring} className={css.ring} hidden aria-hidden />
      <section
        ref={card}
        className={css.card}
        data-narrow={narrow || undefined}
        data-docked
        aria-label={sayGuide('label')}
      >
        <header className={css.head}>
          <span className={css.count}>{sayGuide('step', place)}</span>
          <CloseButton size="sm" aria-label={sayGuide('later')} onClick={later} />
        </header>
        <h2 className={css.title}>{title}</h2>
        <p className={css.text}>{text}</p>
        <footer className={css.foot}>
          <span className={css.dots} aria-hidden>
            {lesson.steps.map(({ id }, index) => (
              <i
                key={id}
                data-now={index === shownAt || undefined}
                data-past={index < at || undefined}
              />
            ))}
          </span>
          {shownAt > 0 && (
            <Button size="compact-sm" variant="default" onClick={goBack}>
              {sayGuide('back')}
            </Button>
          )}
          {back !== undefined ? (
            <Button size="compact-sm" onClick={goOn}>
              {sayGuide('forward')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => guide.change({ skipped: [...guided.skipped, step.id] })}
            >
              {sayGuide('skip')}
            </Button>
          )}
        </footer>
      </section>
    </>
  );
}

function textOf(word: GuideWord, { about = 0 }: LessonStep, facts: Facts): string {
  const steps = facts.flow?.steps ?? [];
  const step = stepAt(facts, about);
  const before = steps[steps.findIndex(({ id }) => id === step?.id) - 1];
  return sayGuide(word, { step: step?.name ?? '', before: before?.name ?? '' });
}
