import { ChevronRight, ExternalLink, Play } from 'lucide-react';
import { useId } from 'react';
import {
  canStart,
  settingsWithDefaults,
  type Component,
  type Operation,
} from '../../catalog/index.ts';
import { wordsOf } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { NeedsAndGives } from './needs-and-gives.tsx';
import { UseButtons } from './use-buttons.tsx';
import css from './operations.module.css';
import page from './service.module.css';

interface OperationRowProps {
  readonly component: Component;
  readonly operation: Operation;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One thing that a component can do; opened, what that needs and gives. */
export function OperationRow({ component, operation, open, onOpen }: OperationRowProps) {
  const id = useId();
  const starts = canStart(operation, settingsWithDefaults(operation, {}));
  return (
    <li id={`operation-${operation.id}`} className={css.operation}>
      <button
        type="button"
        className={css.operationHead}
        aria-expanded={open}
        aria-controls={`${id}-in`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onClick={() => onOpen(!open)}
      >
        <ChevronRight size={16} aria-hidden className={css.chevron} data-open={open || undefined} />
        <span className={css.operationWords}>
          <span className={css.operationTitle}>
            <span id={`${id}-title`}>{wordsOf(operation.title)}</span>
            {starts && (
              <span className={css.badge}>
                <Play size={10} aria-hidden />
                {say('catalogue.can-start')}
              </span>
            )}
          </span>
          <span id={`${id}-text`} className={page.muted}>
            {wordsOf(operation.description)}
          </span>
        </span>
      </button>
      <div id={`${id}-in`} hidden={!open} className={css.inside}>
        {open && (
          <>
            <NeedsAndGives operation={operation} />
            <div className={css.insideFoot}>
              <UseButtons component={component} operation={operation} />
              {operation.docsUrl !== undefined && (
                <a className={page.link} href={operation.docsUrl} target="_blank" rel="noreferrer">
                  {say('catalogue.docs-of')} <ExternalLink size={12} aria-hidden />
                </a>
              )}
            </div>
          </>
        )}
      </div>
    </li>
  );
}
