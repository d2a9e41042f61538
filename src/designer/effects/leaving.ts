/** The page is about to be left: what is not kept yet is written first. */

/** A store that does not answer holds nobody up for longer; what it did not take comes back from the journal. */
const longestMs = 2_000;

type Keep = () => Promise<void>;

const keepers = new Set<Keep>();

/**
 * Calls `keep` when the page is hidden, left or loaded again; what is being typed has been given to the document before.
 * A page that is left waits for nothing: what `keep` does before its first wait is all that surely happens. Gives the way to stop.
 */
export function keepOnLeave(keep: Keep): () => void {
  const onLeave = () => {
    leaveField();
    void keep();
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') {
      giveBack = leaveFieldForNow();
      void keep();
    } else giveBack();
  };
  let giveBack = () => {};
  keepers.add(keep);
  addEventListener('pagehide', onLeave);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    keepers.delete(keep);
    removeEventListener('pagehide', onLeave);
    document.removeEventListener('visibilitychange', onHidden);
  };
}

/** A page that is only hidden is come back to: the field then has the focus again, unless something else has got it. */
function leaveFieldForNow(): () => void {
  // Without the focus of the page the field was told already.
  if (!document.hasFocus()) return () => {};
  const field = document.activeElement;
  leaveField();
  return () => {
    const isFree = document.activeElement === document.body;
    if (isFree && field instanceof HTMLElement) field.focus({ preventScroll: true });
  };
}

/** Leaves the field that has the focus, as a press beside it does: one that goes away with what is around it is not asked. */
export function leaveField(): void {
  const field = document.activeElement;
  if (field !== null && 'blur' in field && typeof field.blur === 'function') field.blur();
}

/** Loads the page again, once everything is kept. */
export async function loadAgain(): Promise<void> {
  leaveField();
  const kept = Promise.allSettled(Array.from(keepers, (keep) => keep()));
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, longestMs))]);
  location.reload();
}
