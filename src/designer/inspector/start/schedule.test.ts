import { describe, expect, it } from 'vitest';
import { choiceOf, cronOf, upcoming, type ScheduleChoice } from './schedule.ts';

describe('a schedule', () => {
  it.each<[string, ScheduleChoice]>([
    ['* * * * *', { every: 'minutes', each: 1 }],
    ['*/15 * * * *', { every: 'minutes', each: 15 }],
    ['30 * * * *', { every: 'hour', minute: 30 }],
    ['0 9 * * *', { every: 'day', hour: 9, minute: 0 }],
    ['15 18 * * 5', { every: 'week', day: 5, hour: 18, minute: 15 }],
    ['0 9 1 * *', { every: 'custom', cron: '0 9 1 * *' }],
    ['*/7 * * * *', { every: 'custom', cron: '*/7 * * * *' }],
    ['0 9 * * 1-5', { every: 'custom', cron: '0 9 * * 1-5' }],
    ['rubbish', { every: 'custom', cron: 'rubbish' }],
  ])('%s is read as a choice and written back the same', (cron, choice) => {
    expect(choiceOf(cron)).toEqual(choice);
    expect(cronOf(choice)).toBe(cron);
  });

  it('knows its next times in its own time zone', () => {
    const times = upcoming('0 9 * * 1', 'Europe/Berlin', Date.UTC(2026, 9, 22, 12), 2);
    expect(times?.map((time) => new Date(time).toISOString())).toEqual([
      '2026-10-26T08:00:00.000Z',
      '2026-11-02T08:00:00.000Z',
    ]);
  });

  it('knows no times of a text that is no schedule, nor in a zone that does not exist', () => {
    expect(upcoming('every day', 'UTC', 0, 3)).toBeUndefined();
    expect(upcoming('0 9 * * *', 'Mars/Olympus', 0, 3)).toBeUndefined();
  });
});
