import type { ReactNode } from 'react';
import css from './dialog-foot.module.css';

/** The buttons that end a dialog, below all that it says. */
export function DialogFoot({ children }: { readonly children: ReactNode }) {
  return <div className={css.foot}>{children}</div>;
}
