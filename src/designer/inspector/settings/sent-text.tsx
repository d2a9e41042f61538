import { say } from '../../../words/index.ts';
import css from './sent-text.module.css';

/** What is made of the choices and sent, for who can read it. */
export function SentText({ text }: { readonly text: string }) {
  return (
    <details className={css.sent}>
      <summary>{say('inspector.sent-text')}</summary>
      <pre tabIndex={0} role="region" aria-label={say('inspector.sent-text-label')}>
        {text}
      </pre>
    </details>
  );
}
