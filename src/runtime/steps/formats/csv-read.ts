import { settingsWithDefaults } from '../../../catalog/index.ts';
import type { Executor } from '../executor.ts';
import { givenText } from '../given-text.ts';
import { takesTime } from '../takes-time.ts';
import { separators } from './separators.ts';

/** Rows that leave before others get a turn. */
const rowsAtOnce = 256;

/** One message for each row, or one with all of them. It waits while later steps have enough to do. */
export const readCsv: Executor = {
  form: 'calling',
  make(setup) {
    const { separator, header, uneven } = settingsWithDefaults(
      setup.operation,
      setup.step.settings,
    );
    const asOneList = setup.step.emit === 'whole-list';
    return takesTime(setup, async ({ fields }, io) => {
      const given = givenText(fields, 'text');
      if (!given.ok) return given.reason;
      const { readRows } = await import('./csv-rows.ts');
      const rows = readRows(given.value, {
        separator: separators[String(separator)],
        hasNames: header === true,
        fillsUneven: uneven === 'fill',
        field: 'text',
      });
      if (!rows.ok) return rows.reason;
      if (asOneList) await io.give([rows.value], false);
      else
        for (let at = 0; at < rows.value.length; at += rowsAtOnce) {
          const more = at + rowsAtOnce < rows.value.length;
          if (!(await io.give(rows.value.slice(at, at + rowsAtOnce), more))) break;
        }
      return undefined;
    });
  },
};
