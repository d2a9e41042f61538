/**
 * When the page is on its way to paper.
 *
 * 1. Who listens draws before it returns: the browser takes what stands then.
 * 2. Browsers say it by an event or by the media they answer to, some by both: it is told once.
 */
export function whilePrinting(listener: (isPrinting: boolean) => void): () => void {
  const paper = matchMedia('print');
  let isPrinting = false;
  const tell = (now: boolean) => {
    if (now === isPrinting) return;
    isPrinting = now;
    listener(now);
  };
  const before = () => tell(true);
  const after = () => tell(false);
  const changed = () => tell(paper.matches);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  paper.addEventListener('change', changed);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    paper.removeEventListener('change', changed);
  };
}

/** Paper is white: what is printed is as in the light theme, whatever the screen is like. */
export function printInLight(): () => void {
  const { dataset } = document.documentElement;
  let onScreen: string | undefined;
  return whilePrinting((isPrinting) => {
    if (isPrinting) {
      onScreen = dataset['mantineColorScheme'];
      dataset['mantineColorScheme'] = 'light';
    } else if (onScreen !== undefined) dataset['mantineColorScheme'] = onScreen;
  });
}
