/** The first of the controls that a person can press now: drawn, in the window, and nothing lies over it. */
export function findControl(selectors: readonly string[]): Element | undefined {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector))
      if (isReachable(element)) return element;
  return undefined;
}

/** Brings a control into sight that is drawn and scrolled away, in a panel or a dialog; the focus stays where it is. */
export function bringIntoSight(selectors: readonly string[]): void {
  if (findControl(selectors) !== undefined) return;
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    if (element?.checkVisibility() !== true) continue;
    if (element.closest('aside, nav, [role="dialog"]') !== null)
      element.scrollIntoView({ block: 'nearest' });
    return;
  }
}

function isReachable(element: Element): boolean {
  if (!element.checkVisibility()) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return found !== null && element.contains(found);
}
