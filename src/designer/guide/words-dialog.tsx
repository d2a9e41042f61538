import { Modal } from '@mantine/core';
import { explainedWords } from '../../words/guide.ts';
import { say } from '../../words/index.ts';
import css from './guide.module.css';

/** What the words of the page mean. */
export function WordsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={say('help.words')} size="lg">
      <dl className={css.words}>
        {explainedWords().map(({ word, means }) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt>{word}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
