import { createStore, type StoreApi } from 'zustand/vanilla';

/** A short word about what just happened, with at most one thing to do. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'trouble';
  readonly action?: { readonly label: string; run(): void };
}

export interface ToastStore extends StoreApi<{ readonly toasts: readonly Toast[] }> {
  /** The id is for whoever may have to take it away before its time. */
  show(toast: { text: string; tone?: Toast['tone']; action?: Toast['action'] }): number;
  dismiss(id: number): void;
}

const shownAtOnce = 3;

export function createToastStore(): ToastStore {
  const store = createStore<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));
  let count = 0;
  return {
    ...store,
    show({ text, tone = 'plain', action }) {
      count += 1;
      const toast: Toast = { id: count, text, tone, ...(action !== undefined && { action }) };
      store.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-shownAtOnce) }));
      return toast.id;
    },
    dismiss: (id) =>
      store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  };
}
