import { Cron } from 'croner';

/** A schedule as a person chooses it. Days are counted from Sunday = 0, as cron does. */
export type ScheduleChoice =
  | { readonly every: 'minutes'; readonly each: number }
  | { readonly every: 'hour'; readonly minute: number }
  | { readonly every: 'day'; readonly hour: number; readonly minute: number }
  | { readonly every: 'week'; readonly day: number; readonly hour: number; readonly minute: number }
  | { readonly every: 'custom'; readonly cron: string };

export function cronOf(choice: ScheduleChoice): string {
  switch (choice.every) {
    case 'minutes':
      return choice.each === 1 ? '* * * * *' : `*/${choice.each} * * * *`;
    case 'hour':
      return `${choice.minute} * * * *`;
    case 'day':
      return `${choice.minute} ${choice.hour} * * *`;
    case 'week':
      return `${choice.minute} ${choice.hour} * * ${choice.day}`;
    case 'custom':
      return choice.cron;
  }
}

/** The choice a cron text stands for; what no simple choice says is custom. */
export function choiceOf(cron: string): ScheduleChoice {
  const parts = cron.trim().split(/\s+/);
  const [minute = '', hour = '', day, month, weekday = ''] = parts;
  if (parts.length !== 5 || day !== '*' || month !== '*') return { every: 'custom', cron };
  const each = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (hour === '*' && weekday === '*') {
    if (minute === '*') return { every: 'minutes', each: 1 };
    if (each !== undefined && 60 % Number(each) === 0)
      return { every: 'minutes', each: Number(each) };
    if (isNumber(minute)) return { every: 'hour', minute: Number(minute) };
  }
  if (isNumber(minute) && isNumber(hour)) {
    const time = { hour: Number(hour), minute: Number(minute) };
    if (weekday === '*') return { every: 'day', ...time };
    if (/^[0-7]$/.test(weekday)) return { every: 'week', day: Number(weekday) % 7, ...time };
  }
  return { every: 'custom', cron };
}

/** The next times in milliseconds since 1970; undefined when the text is no schedule. */
export function upcoming(
  cron: string,
  timeZone: string,
  after: number,
  count: number,
): readonly number[] | undefined {
  try {
    const found = new Cron(cron, { timezone: timeZone, paused: true, mode: '5-part' }).nextRuns(
      count,
      new Date(after),
    );
    return found.map((time) => time.getTime());
  } catch {
    return undefined;
  }
}

function isNumber(part: string): boolean {
  return /^\d{1,2}$/.test(part);
}
