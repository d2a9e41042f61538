/** A file of its own: see `catalog.ts`. */
export { parseJson } from '../../shared/index.ts';
