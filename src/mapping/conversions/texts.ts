import { parseJson, writeJson, type Json } from '../../shared/index.ts';
import { fail, type Frame, type Place } from '../evaluate/frame.ts';
import { shown } from '../evaluate/shown.ts';
import { textFromBase64, textToBase64 } from './base64.ts';
import { toPlainText } from './plain-text.ts';
import type { ConvertValue } from './convert.ts';

export const toText: ConvertValue = (value, frame, place) => textOf(value, frame, place);

/** Words that mean yes or no without being asked; only whole words, in any capitals. */
export const yesWords = ['yes', 'y', 'true', '1', 'on', 'ja', 'j', 'oui', 'si', 'sí'];
export const noWords = ['no', 'n', 'false', '0', 'off', 'nein', 'non'];

export function toYesNo(
  yes: readonly string[] = yesWords,
  no: readonly string[] = noWords,
): ConvertValue {
  const answers = new Map<string, boolean>();
  for (const word of no) answers.set(word.trim().toLowerCase(), false);
  for (const word of yes) answers.set(word.trim().toLowerCase(), true);
  return (value, frame, place) => {
    if (typeof value === 'boolean') return value;
    const answer = answers.get((toPlainText(value) ?? '').trim().toLowerCase());
    return answer ?? fail(frame, place, 'not-yes-or-no', { value: shown(value) }, value);
  };
}

export function split(by: string): ConvertValue {
  return (value, frame, place) => {
    const text = textOf(value, frame, place);
    if (text === undefined) return undefined;
    if (text === '') return [];
    return by === '' ? [...text] : text.split(by).map((part) => part.trim());
  };
}

export const upper: ConvertValue = (value, frame, place) =>
  textOf(value, frame, place)?.toLocaleUpperCase(languageOf(frame));
export const lower: ConvertValue = (value, frame, place) =>
  textOf(value, frame, place)?.toLocaleLowerCase(languageOf(frame));

export const titleCase: ConvertValue = (value, frame, place) => {
  const language = languageOf(frame);
  return textOf(value, frame, place)
    ?.toLocaleLowerCase(language)
    .replace(
      /(^|[\s\-/(])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toLocaleUpperCase(language),
    );
};

export const trim: ConvertValue = (value, frame, place) => textOf(value, frame, place)?.trim();

/** Cuts to so many characters as schemas count them (code points), never inside what a person sees as one. */
export function shorten(length: number): ConvertValue {
  return (value, frame, place) => {
    const text = textOf(value, frame, place);
    if (text === undefined || text.length <= length) return text;
    let short = '';
    let room = length;
    for (const { segment } of segmenter.segment(text)) {
      room -= [...segment].length;
      if (room < 0) break;
      short += segment;
    }
    return short;
  };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function replace(find: string, by: string): ConvertValue {
  return (value, frame, place) => {
    const text = textOf(value, frame, place);
    return text === undefined || find === '' ? text : text.split(find).join(by);
  };
}

export function jsonToText(value: Json): string {
  return writeJson(value);
}

export const textToJson: ConvertValue = (value, frame, place) => {
  if (typeof value !== 'string')
    return fail(frame, place, 'not-a-text', { value: shown(value) }, value);
  const read = parseJson(value);
  return read.ok
    ? read.value
    : fail(frame, place, 'not-json', { line: read.reason.line, value: shown(value) }, value);
};

export const base64Encode: ConvertValue = (value, frame, place) => {
  const text = textOf(value, frame, place);
  return text === undefined ? undefined : textToBase64(text);
};

export const base64Decode: ConvertValue = (value, frame, place) => {
  const text = textOf(value, frame, place);
  if (text === undefined) return undefined;
  return textFromBase64(text) ?? fail(frame, place, 'not-base64', { value: shown(value) }, value);
};

export const slug: ConvertValue = (value, frame, place) =>
  textOf(value, frame, place)
    ?.toLowerCase()
    .normalize('NFC')
    .replace(
      /[äöüß]/g,
      (letter) =>
        (languageOf(frame).startsWith('de') || letter === 'ß' ? german[letter] : letter) ?? letter,
    )
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function textOf(value: Json, frame: Frame, place: Place): string | undefined {
  return toPlainText(value) ?? fail(frame, place, 'not-a-text', { value: shown(value) }, value);
}

const languages = new Map<string, string>();

/** The flow's language; one that nobody knows counts as none. */
function languageOf(frame: Frame): string {
  const { locale } = frame.context;
  let language = languages.get(locale);
  if (language === undefined) {
    try {
      language = Intl.getCanonicalLocales(locale)[0] ?? 'en';
    } catch {
      language = 'en';
    }
    languages.set(locale, language);
  }
  return language;
}
