/** The door for measurements (`bench/`); tests take `testing/index.ts`. */
export * from './testing/index.ts';
