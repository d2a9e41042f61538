import { Button } from '@mantine/core';
import { PartyPopper } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { sayGuide, type GuideWord } from '../../words/guide.ts';
import { spokenLocale } from '../../words/index.ts';
import type { LessonId } from '../state/guide-store.ts';
import { useWorkbench, type Workbench } from '../state/workbench.ts';
import { focusHelp } from '../ui/focus.ts';
import type { Lesson, LessonStep } from './lesson.ts';
import { usePointing } from './use-pointing.ts';
import css from './guide.module.css';

interface Idea {
  readonly text: GuideWord;
  act(bench: Workbench, navigate: (to: string) => void): void;
}

const exportIt: Idea = {
  text: 'next-export',
  act: ({ view }) => view.setState({ dialog: 'export' }),
};
const seeTemplates: Idea = { text: 'next-templates', act: (_bench, navigate) => navigate('/') };
const ideas: Readonly<Record<LessonId, readonly Idea[]>> = {
  'first-flow': [
    { text: 'next-lesson', act: ({ guide }) => guide.ask('break-and-fix') },
    exportIt,
    seeTemplates,
  ],
  'break-and-fix': [
    { text: 'next-first', act: ({ guide }) => guide.ask('first-flow') },
    seeTemplates,
  ],
};
const nowhere: readonly string[] = [];

interface LessonEndProps {
  readonly lesson: Lesson;
  /** What was passed over on the way here. */
  readonly left: readonly LessonStep[];
  readonly narrow: boolean;
}

/** What was reached and what was not, and what could come next. */
export function LessonEnd({ lesson, left, narrow }: LessonEndProps) {
  const bench = useWorkbench();
  const { guide, announcer } = bench;
  const [, navigate] = useLocation();
  const card = useRef<HTMLElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  usePointing(card, ring, nowhere, narrow);
  const isWhole = left.length === 0;
  const title = sayGuide(isWhole ? 'ended-title' : 'through-title', {
    title: sayGuide(lesson.title),
  });
  const text = isWhole ? sayGuide(lesson.ended) : sayGuide('through', { steps: titlesOf(left) });
  useEffect(() => announcer.announce(`${title} ${text}`), [announcer, title, text]);
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
        <h2 className={css.title}>
          {isWhole && <PartyPopper size={16} aria-hidden />} {title}
        </h2>
        <p className={css.text}>{text}</p>
        <h3 className={css.count}>{sayGuide('next-ideas')}</h3>
        <div className={css.ideas}>
          {!isWhole && (
            <Button size="compact-sm" onClick={() => guide.change({ skipped: [] })}>
              {sayGuide('next-left')}
            </Button>
          )}
          {ideas[lesson.id].map((idea) => (
            <Button
              key={idea.text}
              size="compact-sm"
              variant="light"
              onClick={() => {
                guide.end('seen');
                idea.act(bench, navigate);
              }}
            >
              {sayGuide(idea.text)}
            </Button>
          ))}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              guide.end('seen');
              focusHelp();
            }}
          >
            {sayGuide('close')}
          </Button>
        </div>
      </section>
    </>
  );
}

function titlesOf(steps: readonly LessonStep[]): string {
  const titles = steps.map(({ title }) => sayGuide('quoted', { title: sayGuide(title) }));
  return new Intl.ListFormat(spokenLocale()).format(titles);
}
