import { Braces, FileText, ListTree, Table2 } from 'lucide-react';

/** The ways to see data, in their order; what each draws is said in `data-view.tsx`, its words are `run-panel.view-…`. */
export const viewChoices = [
  { value: 'table', Icon: Table2 },
  { value: 'page', Icon: FileText },
  { value: 'tree', Icon: ListTree },
  { value: 'json', Icon: Braces },
] as const;

export type ViewChoice = (typeof viewChoices)[number]['value'];

export function isViewChoice(text: string): text is ViewChoice {
  return viewChoices.some(({ value }) => value === text);
}
