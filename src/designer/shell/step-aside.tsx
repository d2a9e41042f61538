import { Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useMemo, useRef, type KeyboardEvent } from 'react';
import { say } from '../../words/first.ts';
import { indexOf } from '../state/step-index.ts';
import type { StepTab } from '../state/view-store.ts';
import { leaveField } from '../effects/leaving.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { ChooseFirst } from '../ui/choose-first.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusStep } from '../ui/focus.ts';
import { useAfterPaint } from '../ui/use-after-paint.ts';
import { usePanels } from './panels.ts';
import css from './step-aside.module.css';

/** The step panel at the right: 400 px, 720 on the mapping (or the whole window), a sheet over the canvas below 1100 px. */
export function StepAside({ narrow }: { readonly narrow: boolean }) {
  const { StepPanel, MappingForm, TestTab, CredentialTab } = usePanels();
  const { view } = useWorkbench();
  const selected = useView((state) => state.selectedStep);
  const shown = useShownStep(narrow);
  // With nothing earlier to take data from, the fields alone need no more room.
  const hasData = useDocument(
    ({ flow }) => flow !== undefined && indexOf(flow).before.has(shown.step ?? ''),
  );
  const isEmpty = useDocument(({ flow }) => flow?.steps.length === 0);
  const wide = shown.tab === 'mapping' && hasData;
  const full = useView((state) => state.mappingFull) && shown.tab === 'mapping';
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
    leaveField();
    view.selectStep(undefined);
    view.setState({ narrowTab: 'flow' });
    focusStep(selected);
  }

  if (narrow ? tab !== 'step' : shown.step === undefined) return null;
  return (
    <aside
      ref={aside}
      className={css.aside}
      data-wide={wide || undefined}
      data-sheet={(sheet && !narrow) || undefined}
      data-narrow={narrow || undefined}
      data-full={full || undefined}
      inert={shown.step !== selected} // what is pressed is meant for the step that is about to come
      onKeyDown={onKeyDown}
    >
      {shown.step === undefined && (
        <EmptyState text={say(isEmpty ? 'common.no-steps' : 'common.no-step')}>
          {isEmpty && <ChooseFirst />}
        </EmptyState>
      )}
      {/* Its step may be gone: it closes empty. */}
      {shown.step !== undefined && selected !== undefined && (
        <ErrorBoundary about={shown.step}>
          <Suspense fallback={<Waiting />}>
            <StepPanel
              step={shown.step}
              tab={shown.tab}
              mapping={MappingForm}
              test={TestTab}
              credential={CredentialTab}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </aside>
  );
}

/**
 * The canvas shows first what is selected, the panel comes after it, and closes after it. Within a step nothing waits, nor where
 * the panel is asked for a field or has the window for itself.
 */
function useShownStep(narrow: boolean): {
  readonly step: string | undefined;
  readonly tab: StepTab;
} {
  const step = useView((state) => state.selectedStep);
  const tab = useView((state) => state.tab);
  const isAsked = useView((state) => state.focusedField !== undefined);
  const now = useMemo(() => ({ step, tab }), [step, tab]);
  const painted = useAfterPaint(now, narrow || isAsked);
  return step === painted.step ? now : painted;
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
