import { say } from '../../words/index.ts';
import css from './run-panel.module.css';

/** What a service said itself: foreign text, shown as text whatever it looks like. */
export function ServiceWords({ component, words }: { component: string; words: string }) {
  return (
    <figure className={css.quote}>
      <figcaption>{say('run-panel.own-words', { component })}</figcaption>
      <blockquote>{words}</blockquote>
    </figure>
  );
}
