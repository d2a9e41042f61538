/** The door to the checks alone: the page fetches them after its first view, which the whole door would bring along. */
export { checkFlow } from './check-flow.ts';
export { holdsFormula } from './holds-formula.ts';
