import type { Operation } from '../../../catalog/index.ts';

/** What is said of what an operation needs, where no fields are known beforehand. */
export function otherwiseNeeded({
  slots,
  branches,
}: Operation):
  | 'inspector.needs-branches'
  | 'inspector.needs-condition'
  | 'inspector.needs-list'
  | 'inspector.needs-any'
  | 'inspector.needs-nothing' {
  if (branches !== undefined) return 'inspector.needs-branches';
  const kinds = new Set(Object.values(slots).map(({ kind }) => kind));
  if (kinds.has('condition')) return 'inspector.needs-condition';
  if (kinds.has('list')) return 'inspector.needs-list';
  return kinds.size > 0 ? 'inspector.needs-any' : 'inspector.needs-nothing';
}

/** The same of what it gives. */
export function otherwiseGiven(
  operation: Operation,
):
  | 'inspector.gives-by-person'
  | 'inspector.gives-same'
  | 'inspector.gives-filled'
  | 'inspector.gives-with-fields'
  | 'inspector.gives-nothing' {
  switch (operation.outputShape) {
    case 'by-person':
      return 'inspector.gives-by-person';
    case 'adds-to-message':
      return 'inspector.gives-with-fields';
    case 'same-message':
      return 'inspector.gives-same';
    case 'same-as-input':
      return operation.inputShape === 'by-person'
        ? 'inspector.gives-filled'
        : 'inspector.gives-same';
    case 'entry-of-list':
    case 'list-of-input':
    case 'by-way':
    case 'fixed':
    case undefined:
      return 'inspector.gives-nothing';
  }
}
