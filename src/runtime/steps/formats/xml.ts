import { settingsWithDefaults } from '../../../catalog/index.ts';
import { isJsonList, isJsonObject } from '../../../shared/index.ts';
import type { Inline, StepSetup } from '../executor.ts';
import { done, fromFields, refused } from '../from-fields.ts';
import { givenText, withinLimit } from '../given-text.ts';
import { readElements } from './xml-elements.ts';
import { writeElements } from './xml-text.ts';

export function readXml(setup: StepSetup): Inline {
  const { lists, prefixes } = settingsWithDefaults(setup.operation, setup.step.settings);
  const alwaysLists = new Set(isJsonList(lists) ? lists.map(String) : []);
  return fromFields(setup, (fields) => {
    const given = givenText(fields, 'text');
    if (!given.ok) return refused(fields, given.reason);
    const read = readElements(given.value, { alwaysLists, keepsPrefixes: prefixes !== false });
    return read.ok ? done(fields, read.value) : refused(fields, read.reason);
  });
}

export function writeXml(setup: StepSetup): Inline {
  const { root, declaration } = settingsWithDefaults(setup.operation, setup.step.settings);
  return fromFields(setup, (fields) => {
    const data = isJsonObject(fields) ? (fields['data'] ?? null) : null;
    const written = writeElements(data, typeof root === 'string' && root !== '' ? root : undefined);
    if (!written.ok) return refused(fields, written.reason);
    const text =
      declaration === false
        ? written.value
        : `<?xml version="1.0" encoding="UTF-8"?>\n${written.value}`;
    const fits = withinLimit(text, ['data']);
    return fits.ok ? done(fields, { text }) : refused(fields, fits.reason);
  });
}
