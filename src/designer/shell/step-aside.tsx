import { Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useRef, type KeyboardEvent } from 'react';
import { say } from '../../words/first.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusStep } from '../ui/focus.ts';
import { usePanels } from './panels.ts';
import css from './step-aside.module.css';

/** The step panel at the right: 400 px, 720 on the mapping (or the whole window), a sheet over the canvas below 1100 px. */
export function StepAside({ narrow }: { readonly narrow: boolean }) {
  const { StepPanel, MappingForm, TestTab, CredentialTab } = usePanels();
  const { view } = useWorkbench();
  const selected = useView((state) => state.selectedStep);
  // With nothing earlier to take data from, the fields alone need no more room.
  const hasData = useDocument(
    ({ flow }) => flow !== undefined && indexOf(flow).before.has(selected ?? ''),
  );
  const wide = useView((state) => state.tab === 'mapping') && hasData;
  const full = useView((state) => state.tab === 'mapping' && state.mappingFull);
  const tab = useView((state) => state.narrowTab);
  const sheet = useMediaQuery('(max-width: 1099.98px)', false, { getInitialValueInEffect: false });
  const aside = useRef<HTMLElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    // Menus and dialogs of the panel take their Esc first (they are portals, or have called preventDefault).
    const inside = event.target instanceof Node && aside.current?.contains(event.target) === true;
    if (event.key !== 'Escape' || event.defaultPrevented || !inside || selected === undefined)
      return;
    if (full) {
      event.preventDefault();
      view.setState({ mappingFull: false });
      return;
    }
    view.selectStep(undefined);
    view.setState({ narrowTab: 'flow' });
    focusStep(selected);
  }

  if (narrow ? tab !== 'step' : selected === undefined) return null;
  return (
    <aside
      ref={aside}
      className={css.aside}
      data-wide={wide || undefined}
      data-sheet={(sheet && !narrow) || undefined}
      data-narrow={narrow || undefined}
      data-full={full || undefined}
      onKeyDown={onKeyDown}
    >
      {selected === undefined ? (
        <EmptyState text={say('common.no-step')} />
      ) : (
        <ErrorBoundary about={selected}>
          <Suspense fallback={<Waiting />}>
            <StepPanel mapping={MappingForm} test={TestTab} credential={CredentialTab} />
          </Suspense>
        </ErrorBoundary>
      )}
    </aside>
  );
}

function Waiting() {
  return (
    <Stack p="md" gap="sm">
      <Skeleton height={28} width="60%" />
      <Skeleton height={32} />
      <Skeleton height={96} />
      <Skeleton height={96} />
    </Stack>
  );
}
