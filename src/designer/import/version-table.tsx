import { say, type WordCode } from '../../words/index.ts';
import type { VersionInFile } from './versions-in.ts';
import css from './import-dialog.module.css';

/** The components of the file beside those of this Footbridge, which are used where both are there. */
export function VersionTable({ versions }: { readonly versions: readonly VersionInFile[] }) {
  const different = versions.filter(({ file }) => file !== 'same').length;
  return (
    <details open={different > 0}>
      <summary className={css.heading}>
        {say('flows.import-versions')}{' '}
        <span className={css.count}>
          {different === 0
            ? say('flows.import-versions-same')
            : say('flows.import-versions-differ', { count: different })}
        </span>
      </summary>
      <table className={css.versions}>
        <thead>
          <tr>
            <th scope="col">{say('flows.import-component')}</th>
            <th scope="col">{say('flows.import-in-file')}</th>
            <th scope="col">{say('flows.import-here')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ component, title, inFile, here, file }) => (
            <tr key={component}>
              <th scope="row">{title}</th>
              <td>{inFile}</td>
              <td>
                {here} {file !== 'same' && <span className={css.count}>{say(words[file])}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const words: Readonly<Record<Exclude<VersionInFile['file'], 'same'>, WordCode>> = {
  newer: 'flows.import-file-newer',
  older: 'flows.import-file-older',
  'only-in-file': 'flows.import-only-in-file',
};
