import { say } from '../../../words/index.ts';
import type { CellText } from './cell-text.ts';
import css from './data-view.module.css';

/** A value where it stands. Foreign text is always text. */
export function Cell({ of }: { readonly of: CellText }) {
  if (of.kind === 'text')
    return (
      <span
        className={css.text}
        dir="auto"
        title={of.raw ?? (of.text.length > 40 ? of.text : undefined)}
      >
        {of.text}
      </span>
    );
  return (
    <span className={of.kind === 'yes' || of.kind === 'no' ? css.text : css.quiet}>
      {cellWords(of)}
    </span>
  );
}

export function cellWords(of: CellText): string {
  switch (of.kind) {
    case 'text':
      return of.text;
    case 'yes':
      return say('run-panel.yes');
    case 'no':
      return say('run-panel.no');
    case 'empty':
      return say('run-panel.value-empty');
    case 'missing':
      return say('run-panel.value-missing');
    case 'entries':
      return say('run-panel.entries', { count: of.count });
    case 'fields':
      return say('run-panel.fields', { count: of.count });
  }
}
