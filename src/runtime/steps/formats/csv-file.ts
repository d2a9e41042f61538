import { settingsWithDefaults } from '../../../catalog/index.ts';
import type { Executor } from '../executor.ts';
import { readsFile } from '../reads-file.ts';
import { separators } from './separators.ts';

const field = 'content';

/** One message for each row of a file, or one with all of them. */
export const readCsvFile: Executor = {
  form: 'calling',
  make(setup) {
    const { separator, header, uneven } = settingsWithDefaults(
      setup.operation,
      setup.step.settings,
    );
    return readsFile(setup, field, async () => {
      const { RowReader } = await import('./csv-rows.ts');
      return () =>
        new RowReader({
          separator: separators[String(separator)],
          hasNames: header === true,
          fillsUneven: uneven === 'fill',
          field,
        });
    });
  },
};
