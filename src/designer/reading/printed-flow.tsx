import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Flow } from '../../flow/index.ts';
import { say, spokenLocale } from '../../words/index.ts';
import { whilePrinting } from '../effects/printing.ts';
import { useReading } from '../effects/use-reading.ts';
import { PrintedPicture } from './printed-picture.tsx';
import { ReadingList } from './reading-list.tsx';
import { Remarks } from './remarks.tsx';
import css from './reading.module.css';

/** What stands on paper instead of the page: made when it is printed. */
export function PrintedFlow({ flow }: { readonly flow: Flow }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => whilePrinting((now) => flushSync(() => setPrinting(now))), []);
  return isPrinting ? createPortal(<Sheet flow={flow} />, document.body) : null;
}

function Sheet({ flow }: { readonly flow: Flow }) {
  const lines = useReading(flow);
  const date = new Intl.DateTimeFormat(spokenLocale(), { dateStyle: 'long' }).format(new Date());
  return (
    <article data-printed data-scheme="light" className={css.sheet}>
      <h1>
        <bdi>{flow.name}</bdi>
      </h1>
      <p className={css.date}>{say('reading.as-of', { date })}</p>
      {flow.steps.length > 0 && <PrintedPicture flow={flow} />}
      <ReadingList lines={lines} />
      <Remarks flow={flow} />
    </article>
  );
}
