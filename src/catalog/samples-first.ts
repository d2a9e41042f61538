import type { Component } from './component.ts';

/** What a newcomer can use without an account of their own comes first; else the order is kept. */
export function samplesFirst(components: readonly Component[]): readonly Component[] {
  return components.toSorted((one, other) => Number(hasSample(other)) - Number(hasSample(one)));
}

function hasSample({ credentials }: Component): boolean {
  return credentials.some(({ sampleKeyOf }) => sampleKeyOf !== undefined);
}
