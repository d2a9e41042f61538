import { Cron } from 'croner';

/**
 * The next `count` times of a schedule after `from`, in milliseconds since 1970. Pure: neither the host's clock nor
 * its zone is asked. Undefined when the words of the schedule or of the zone cannot be read.
 */
export function nextTimes(
  cron: string,
  timeZone: string,
  from: number,
  count: number,
): readonly number[] | undefined {
  try {
    return new Cron(cron, { timezone: timeZone, paused: true })
      .nextRuns(count, new Date(from))
      .map((time) => time.getTime());
  } catch {
    return undefined;
  }
}
