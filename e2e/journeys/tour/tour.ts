import { accountStops } from './account-stops.ts';
import { canvasStops } from './canvas-stops.ts';
import { dialogStops } from './dialog-stops.ts';
import { guideStops } from './guide-stops.ts';
import { listStops } from './list-stops.ts';
import { mappingStops } from './mapping-stops.ts';
import { runStops } from './run-stops.ts';
import { stepStops } from './step-stops.ts';
import type { Chapter } from './stop.ts';
import { troubleStops } from './trouble-stops.ts';

/** Every screen and panel of the designer, in an order in which each is near to the one before. */
export const tour: readonly Chapter[] = [
  inOne('the list of flows, then mapping', listStops, mappingStops),
  inOne('canvas and outline, then the parts of a step', canvasStops, stepStops),
  accountStops,
  runStops,
  inOne('over a flow, then trouble', dialogStops, troubleStops),
  guideStops,
];

/** Chapters of which each goes on with the flows that the one before has left: to bring them in again is half of the way. */
function inOne(title: string, ...chapters: readonly Chapter[]): Chapter {
  return { title, stops: chapters.flatMap(({ stops }) => stops) };
}
