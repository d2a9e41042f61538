import { describe, expect, it } from 'vitest';
import { allOf, createMailbox } from './memory-ports.ts';

describe('branches run together', () => {
  it('are never more at a time than allowed, and give their results in order', async () => {
    let now = 0;
    let most = 0;
    const branch = (value: number) => async () => {
      most = Math.max(most, ++now);
      for (let turn = 0; turn < 5 - value; turn++) await Promise.resolve();
      now--;
      return value;
    };
    expect(await allOf([0, 1, 2, 3, 4].map(branch), 2)).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });
});

describe('the mailbox', () => {
  it('keeps what is sent before somebody waits, each for one', async () => {
    const mailbox = createMailbox();
    mailbox.send('a', 1);
    mailbox.send('a', null);
    expect(await mailbox.wait('a')).toBe(1);
    expect(await mailbox.wait('a')).toBeNull();
  });

  it('gives to the one who waits under this name', async () => {
    const mailbox = createMailbox();
    const waiting = mailbox.wait('a');
    mailbox.send('b', 'other');
    mailbox.send('a', 'mine');
    expect(await waiting).toBe('mine');
  });
});
