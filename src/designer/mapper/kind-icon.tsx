import {
  AtSign,
  Braces,
  Calendar,
  Clock,
  Hash,
  Paperclip,
  List,
  ListChecks,
  ToggleLeft,
  Type,
  Asterisk,
} from 'lucide-react';
import { say } from '../../words/index.ts';
import type { FieldKind } from './model/field-kind.ts';

const icons = {
  text: Type,
  email: AtSign,
  number: Hash,
  'whole-number': Hash,
  'yes-no': ToggleLeft,
  date: Calendar,
  'date-time': Clock,
  choice: ListChecks,
  list: List,
  group: Braces,
  file: Paperclip,
  anything: Asterisk,
} as const satisfies Record<FieldKind, unknown>;

/** The sign of a field's type; the word for it stands beside or in the row's name. */
export function KindIcon({ kind }: { readonly kind: FieldKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden size={14} strokeWidth={1.75} />;
}

export function kindWord(kind: FieldKind): string {
  return say(`mapper.kind-${kind}`);
}
