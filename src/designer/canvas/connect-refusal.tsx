import { useCanvas } from './canvas-store.ts';
import css from './connect-refusal.module.css';

/** Beside the pointer: why the connection that is being drawn cannot end here. */
export function ConnectRefusal() {
  const refusal = useCanvas((state) => state.refusal);
  if (refusal === undefined) return null;
  const { x, y, why } = refusal;
  return (
    <p className={css.why} style={{ translate: `${x}px ${y}px` }}>
      {why}
    </p>
  );
}
