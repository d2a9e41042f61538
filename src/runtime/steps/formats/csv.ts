import { settingsWithDefaults } from '../../../catalog/index.ts';
import { isJsonList, isJsonObject, writeJson, type Json } from '../../../shared/index.ts';
import { refusedAt } from '../../failure.ts';
import type { Inline, StepSetup } from '../executor.ts';
import { done, fromFields, refused } from '../from-fields.ts';
import { withinLimit } from '../given-text.ts';
import { writeRows } from './csv-text.ts';
import { separators } from './separators.ts';

/** The table's text; its columns are the fields of all rows, in the order in which they first appear. */
export function writeCsv(setup: StepSetup): Inline {
  const { separator, header, guard } = settingsWithDefaults(setup.operation, setup.step.settings);
  return fromFields(setup, (fields) => {
    const rows = isJsonObject(fields) ? fields['rows'] : undefined;
    if (!isJsonList(rows)) return refused(fields, refusedAt('steps.not-a-list', ['rows']));
    const odd = rows.findIndex((row) => !isJsonObject(row));
    if (odd !== -1)
      return refused(
        fields,
        refusedAt('steps.csv-row-not-fields', ['rows', odd], { row: odd + 1 }),
      );
    const text = writeRows(rows.filter(isJsonObject), {
      separator: separators[String(separator)] ?? ',',
      namesFirst: header === true,
      cell: (value) => cellOf(value, guard === true),
    });
    const fits = withinLimit(text, ['rows']);
    return fits.ok ? done(fields, { text }) : refused(fields, fits.reason);
  });
}

/** What a program that calculates would take for a formula; a number with a sign is none. */
const likeFormula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+([.,]\d+)*$/;

function cellOf(value: Json | undefined, guarded: boolean): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return writeJson(value);
  const text = String(value);
  const isGuarded =
    guarded && typeof value === 'string' && likeFormula.test(text) && !number.test(text);
  return isGuarded ? `'${text}` : text;
}
