import type { LessonId } from '../../state/guide-store.ts';
import type { Lesson } from '../lesson.ts';
import { breakAndFix } from './break-and-fix.ts';
import { firstFlow } from './first-flow.ts';

export const lessons: Readonly<Record<LessonId, Lesson>> = {
  'first-flow': firstFlow,
  'break-and-fix': breakAndFix,
};
