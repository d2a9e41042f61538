import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('what stands behind `footbridge run`', () => {
  it('is a file and options, in any order, with or without a sign of equality', () => {
    expect(
      readArguments([
        '--first=5',
        'a.json',
        '--credentials',
        'keys=1.json',
        '--yes',
        '--input',
        '-',
        '--wait-seconds=90',
        '--calls-at-once',
        '4',
        '--message-mb=20',
      ]),
    ).toEqual({
      flow: 'a.json',
      credentials: 'keys=1.json',
      input: '-',
      first: 5,
      limits: { waitSeconds: 90, callsAtOnce: 4, messageMegabytes: 20 },
      memory: undefined,
      sendsWrites: true,
      asJson: false,
    });
  });

  it.each([
    [[], 'Which flow?'],
    [['a.json', 'b.json'], 'One flow at a time: there is "a.json" and "b.json".'],
    [['a.json', '--force'], 'There is no option "--force".'],
    [['a.json', '--yes=no'], 'There is no option "--yes=no".'],
    [['a.json', '--input'], '"--input" needs something after it.'],
    [['a.json', '--input', '--yes'], '"--input" needs something after it.'],
    [['a.json', '--first', '0'], '"--first 0" is not a whole number above 0'],
    [['a.json', '--first', '1.5'], '"--first 1.5" is not a whole number above 0'],
    [['a.json', '--message-mb=-1'], '"--message-mb -1" is not a whole number above 0'],
    [['a.json', '--wait-seconds=301'], '"--wait-seconds" is 300 at most.'],
    [['a.json', '--most-messages=x'], '"--most-messages x" is not a whole number above 0'],
  ])('is refused in words: %j', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });
});
