import { ActionIcon, Box, Group, Skeleton, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { Suspense, useEffect, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { say } from '../../words/first.ts';
import { useRun, useView, useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { usePanels } from './panels.ts';
import css from './run-drawer.module.css';

const smallest = 15;
const largest = 60;

/** The test run below the flow: its height is the person's, from nothing to 60 % of the page. */
export function RunDrawer({ narrow }: { readonly narrow: boolean }) {
  const { RunPanel } = usePanels();
  const { view } = useWorkbench();
  const open = useView((state) => state.runPanelOpen);
  const tab = useView((state) => state.narrowTab);
  const hasRun = useRun(
    (state) =>
      state.run !== undefined ||
      state.scope !== undefined ||
      state.looked !== undefined ||
      state.listening,
  );
  const [height, setHeight] = useState(40);
  const shown = narrow ? tab === 'run' : open;
  useRoomBelow(shown && !narrow ? height : 0);
  if (!shown) return null;

  const close = () => view.setState({ runPanelOpen: false });
  const resize = (percent: number) => setHeight(Math.min(largest, Math.max(smallest, percent)));

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Escape' || event.defaultPrevented || narrow) return;
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    close();
    document.querySelector<HTMLElement>('[data-test-button]')?.focus();
  }

  return (
    <section
      className={css.drawer}
      data-run-drawer
      aria-label={say('common.run-panel')}
      style={narrow ? { flex: 1 } : { height: `${height}dvh` }}
      onKeyDown={onKeyDown}
    >
      {!narrow && <Grip height={height} onResize={resize} />}
      {!hasRun && (
        <Group justify="space-between" px="md" pt={6} gap="xs" wrap="nowrap">
          <Text fw={600}>{say('common.run-panel')}</Text>
          {!narrow && (
            <ActionIcon aria-label={say('common.run-panel-close')} onClick={close}>
              <X size={16} />
            </ActionIcon>
          )}
        </Group>
      )}
      <div className={css.content}>
        <ErrorBoundary>
          <Suspense fallback={hasRun ? <Waiting /> : <EmptyState text={say('common.no-run')} />}>
            <RunPanel />
          </Suspense>
        </ErrorBoundary>
      </div>
    </section>
  );
}

const room = '--fb-run-room';

/** Short words about what happened stand above it, not over what can be pressed in it. */
function useRoomBelow(height: number): void {
  useEffect(() => {
    if (height === 0) return;
    const { style } = document.documentElement;
    style.setProperty(room, `${height}dvh`);
    return () => void style.removeProperty(room);
  }, [height]);
}

function Waiting() {
  return (
    <Box p="md">
      <Skeleton height={120} />
    </Box>
  );
}

function Grip({
  height,
  onResize,
}: {
  readonly height: number;
  readonly onResize: (percent: number) => void;
}) {
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      onResize((1 - event.clientY / innerHeight) * 100);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') onResize(height + 5);
    else if (event.key === 'ArrowDown') onResize(height - 5);
    else return;
    event.preventDefault();
  }
  return (
    <div
      className={css.grip}
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={say('common.run-panel-size')}
      aria-valuenow={Math.round(height)}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
