import { say } from '../../words/index.ts';

/** What a conversion's option means, in words: "Comma (12,50)" for a decimal sign. */
export function optionWords(option: string, value: string): string {
  if (option === 'decimal')
    return say(
      value === '.'
        ? 'fill.decimal-point'
        : value === ','
          ? 'fill.decimal-comma'
          : 'fill.decimal-any',
    );
  if (option === 'thousands') return say(thousands[value] ?? 'fill.sign-none');
  if (option === 'rounding' && (value === 'round' || value === 'floor' || value === 'ceil'))
    return say(`fill.rounding-${value}`);
  return value;
}

const thousands = {
  '.': 'fill.sign-point',
  ',': 'fill.sign-comma',
  ' ': 'fill.sign-space',
  "'": 'fill.sign-apostrophe',
} as const satisfies Readonly<Record<string, Parameters<typeof say>[0]>> as Readonly<
  Record<string, 'fill.sign-point' | 'fill.sign-comma' | 'fill.sign-space' | 'fill.sign-apostrophe'>
>;
