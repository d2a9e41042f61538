import type { english } from './en/index.ts';

/** The sentences of an area and key in another language. */
export type Translation = {
  readonly [Area in keyof typeof english]?: {
    readonly [Key in keyof (typeof english)[Area]]?: string;
  };
};
