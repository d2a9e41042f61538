import {
  ArrowDownToLine,
  Braces,
  CircleSlash2,
  List,
  Sigma,
  Split,
  Table2,
  TextCursorInput,
  TextQuote,
} from 'lucide-react';
import type { Mode } from './mode.ts';

const icons = {
  fixed: TextCursorInput,
  data: ArrowDownToLine,
  text: TextQuote,
  table: Table2,
  when: Split,
  formula: Sigma,
  fields: Braces,
  entries: List,
  'leave-out': CircleSlash2,
} as const satisfies Record<Mode, unknown>;

/** The sign of a mode; the word for it stands beside or in the button's name. */
export function ModeIcon({ mode, size = 14 }: { readonly mode: Mode; readonly size?: number }) {
  const Icon = icons[mode];
  return <Icon aria-hidden size={size} strokeWidth={1.75} />;
}
