import { spokenLocale } from '../../words/index.ts';

const oneDigit = { maximumFractionDigits: 1 };

/** "340 kB", "1.2 MB", "3 GB", as the reader writes numbers. */
export function sizeWords(bytes: number, locale = spokenLocale()): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes)).toLocaleString(locale)} kB`;
  const megabytes = kilobytes / 1024;
  return megabytes < 1000
    ? `${megabytes.toLocaleString(locale, oneDigit)} MB`
    : `${(megabytes / 1024).toLocaleString(locale, oneDigit)} GB`;
}
