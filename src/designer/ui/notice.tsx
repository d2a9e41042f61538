import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

interface NoticeProps {
  /** `open`: something is unfinished. `wrong`: something was refused or broke, and is read out. */
  readonly tone: 'open' | 'wrong';
  readonly children: ReactNode;
}

/** A sentence that must not be missed, inside a panel or a dialog. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'wrong' ? 'alert' : 'note'}>
      {tone === 'wrong' ? <CircleAlert size={16} aria-hidden /> : <Info size={16} aria-hidden />}
      <div>{children}</div>
    </div>
  );
}
