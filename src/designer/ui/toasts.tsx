import { useEffect, useState } from 'react';
import { Button, CloseButton, Paper, Text } from '@mantine/core';
import { useStore } from 'zustand';
import { say } from '../../words/first.ts';
import type { Toast } from '../state/toast-store.ts';
import { useWorkbench } from '../state/workbench.ts';
import css from './toasts.module.css';

const shownMs = 7_000;
/** Where it is the only way to try again, somebody who reads slowly has to reach it. */
const shownToAskMs = 30_000;

/** Short words about what just happened; they stay while the pointer or the focus is on them. */
export function Toasts() {
  const { toasts: store } = useWorkbench();
  const toasts = useStore(store, (state) => state.toasts);
  return (
    <div className={css.stack} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onClose={() => store.dismiss(toast.id)} />
      ))}
    </div>
  );
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const [held, setHeld] = useState(false);
  const { dismiss } = useWorkbench().toasts;
  useEffect(() => {
    if (held) return;
    const asks = toast.tone === 'trouble' && toast.action !== undefined;
    const timer = setTimeout(() => dismiss(toast.id), asks ? shownToAskMs : shownMs);
    return () => clearTimeout(timer);
  }, [held, dismiss, toast]);
  return (
    <Paper
      className={css.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Text size="sm" className={css.text}>
        {toast.text}
      </Text>
      {toast.action !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          c="var(--fb-accent)"
          onClick={() => {
            onClose();
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label={say('common.close')} onClick={onClose} />
    </Paper>
  );
}
