import { settingsWithDefaults } from '../../../catalog/index.ts';
import { isJsonList } from '../../../shared/index.ts';
import type { Executor } from '../executor.ts';
import { readsFile } from '../reads-file.ts';

const field = 'content';

/** One message for each entry of a file, or one with all of them. */
export const readXmlFile: Executor = {
  form: 'calling',
  make(setup) {
    const { lists, prefixes, entry } = settingsWithDefaults(setup.operation, setup.step.settings);
    const asked = {
      alwaysLists: new Set(isJsonList(lists) ? lists.map(String) : []),
      keepsPrefixes: prefixes !== false,
    };
    const name = typeof entry === 'string' ? entry.trim() : '';
    return readsFile(
      setup,
      field,
      async () => {
        const { ElementReader } = await import('./xml-elements.ts');
        return () => new ElementReader(asked, field, name);
      },
      lettersIn,
    );
  },
};

/** As the file says itself, by its first bytes or in its first line (XML 1.0, appendix F). */
async function lettersIn(bytes: Blob): Promise<string> {
  const head = new Uint8Array(await bytes.slice(0, 200).arrayBuffer());
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const said = /^[^<]{0,3}<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    String.fromCharCode(...head),
  );
  return said?.[1] ?? 'utf-8';
}
