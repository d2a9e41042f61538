import { FlaskConical } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { markOf, type StepRow } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { partsInWords, timeInWords } from '../../words/run-words.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { StatusMark } from './status-mark.tsx';
import css from './run-panel.module.css';

/** The steps of the run with what became of their messages; one of them is looked at. */
export function StepList({
  rows,
  inspected,
}: {
  readonly rows: readonly StepRow[];
  readonly inspected: string | undefined;
}) {
  const { view } = useWorkbench();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = strip;
    if (current === null) return;
    // At once, and when it comes to be seen or is turned.
    const sizes = new ResizeObserver(() => showCurrent(current));
    sizes.observe(current);
    return () => sizes.disconnect();
  }, [inspected, rows.length]);
  return (
    <nav ref={strip} data-strip className={css.steps} aria-label={say('run-panel.steps')}>
      {rows.map((row) => {
        const status = say(`run-panel.step-${row.status}`);
        const counts = partsInWords(row.parts);
        const invented = row.hasInvented === true ? say('run-panel.count-invented') : '';
        return (
          <button
            key={row.id}
            type="button"
            className={css.step}
            aria-current={row.id === inspected ? 'true' : undefined}
            aria-label={say('run-panel.step-label', {
              number: row.number,
              name: row.name,
              status,
              counts: [counts, invented, row.ms === undefined ? '' : timeInWords(row.ms)]
                .filter((part) => part !== '')
                .join(', '),
            })}
            onClick={() => view.inspect(row.id)}
          >
            <ComponentIcon component={row.component} size={24} />
            <span className={css.stepWords}>
              <span className={css.stepName}>
                {row.number} <bdi>{row.name}</bdi>
              </span>
              <span className={css.stepCounts}>{counts === '' ? status : counts}</span>
            </span>
            <span className={css.stepEnd}>
              <span className={css.stepMarks}>
                {invented !== '' && (
                  <span title={invented}>
                    <FlaskConical aria-hidden size={14} />
                  </span>
                )}
                <StatusMark of={markOf(row.status, row.parts)} />
              </span>
              {row.ms !== undefined && <span className={css.time}>{timeInWords(row.ms)}</span>}
            </span>
          </button>
        );
      })}
    </nav>
  );
}

/** Where the steps stand beside each other, the one that is looked at comes to the middle. */
function showCurrent(strip: HTMLElement): void {
  const current = strip.querySelector('[aria-current]')?.getBoundingClientRect();
  if (current === undefined) return;
  const { left, width } = strip.getBoundingClientRect();
  strip.scrollLeft += current.left + current.width / 2 - (left + width / 2);
}
