import { settingsWithDefaults } from '../../../catalog/index.ts';
import { isJsonObject, parseJson, writeJson } from '../../../shared/index.ts';
import { refusedAt } from '../../failure.ts';
import type { Executor } from '../executor.ts';
import { done, fromFields, refused } from '../from-fields.ts';
import { givenText, withinLimit } from '../given-text.ts';

export const readJson: Executor = {
  form: 'inline',
  make: (setup) =>
    fromFields(setup, (fields) => {
      const given = givenText(fields, 'text');
      if (!given.ok) return refused(fields, given.reason);
      const parsed = parseJson(given.value);
      if (parsed.ok) return done(fields, parsed.value);
      const { line, column } = parsed.reason;
      const code = line > 0 ? 'steps.json-broken-at' : 'steps.json-broken';
      return refused(fields, refusedAt(code, ['text'], { line, column }));
    }),
};

export const writeJsonText: Executor = {
  form: 'inline',
  make(setup) {
    const { pretty } = settingsWithDefaults(setup.operation, setup.step.settings);
    return fromFields(setup, (fields) => {
      const data = isJsonObject(fields) ? (fields['data'] ?? null) : null;
      const text = writeJson(data, pretty === true ? 2 : undefined);
      const fits = withinLimit(text, ['data']);
      return fits.ok ? done(fields, { text }) : refused(fields, fits.reason);
    });
  },
};
