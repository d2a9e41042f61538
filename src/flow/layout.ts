/**
 * How a flow is laid out: places of its steps, notes beside them and groups around them. Nothing of it changes what a
 * flow does.
 *
 * 1. A group names steps of the flow, a step is in one group at most.
 * 2. Colours are names of a fixed table: what they look like, in light and dark, is the page's affair.
 */
import { z } from 'zod';

const positionSchema = z.object({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof positionSchema>;

/** None of them is green, amber or red: those say how things stand. */
export const layoutColours = ['plain', 'sand', 'sky', 'mint', 'rose', 'violet'] as const;
const colourSchema = z.enum(layoutColours);
export type LayoutColour = z.infer<typeof colourSchema>;

const noteSchema = z
  .object({
    id: z.string().min(1),
    /** Plain text; who shows it may read simple marks in it, never HTML. */
    text: z.string(),
    position: positionSchema,
    size: z.object({ width: z.number().positive(), height: z.number().positive() }),
    colour: colourSchema,
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof noteSchema>;

const groupSchema = z
  .object({
    id: z.string().min(1),
    title: z.string(),
    steps: z.array(z.string()),
    /** Shown as one box instead of its steps. */
    collapsed: z.boolean().optional(),
    colour: colourSchema,
  })
  .meta({ id: 'StepGroup' });
export type StepGroup = z.infer<typeof groupSchema>;

export const layoutSchema = z.object({
  positions: z.record(z.string(), positionSchema),
  notes: z.array(noteSchema),
  groups: z.array(groupSchema),
});
