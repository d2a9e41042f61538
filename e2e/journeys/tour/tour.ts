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
  listStops,
  canvasStops,
  stepStops,
  accountStops,
  mappingStops,
  runStops,
  dialogStops,
  guideStops,
  troubleStops,
];
