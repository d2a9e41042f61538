import { memo } from 'react';
import { readNote, type Inline } from './read-note.ts';
import css from './note-text.module.css';

/** The words of a note with their simple marks, as text: nothing in it is HTML, and nothing is fetched. */
export const NoteText = memo(function NoteText({ text }: { readonly text: string }) {
  return (
    <div className={css.text}>
      {readNote(text).map((block, at) => {
        if (block.kind === 'lines')
          return (
            <p key={at}>
              {block.lines.map((line, place) => (
                <span key={place} className={css.line} dir="auto">
                  <Parts of={line} />
                </span>
              ))}
            </p>
          );
        const List = block.isNumbered ? 'ol' : 'ul';
        return (
          <List key={at}>
            {block.items.map((item, place) => (
              <li key={place} dir="auto">
                <Parts of={item} />
              </li>
            ))}
          </List>
        );
      })}
    </div>
  );
});

function Parts({ of: parts }: { readonly of: readonly Inline[] }) {
  return parts.map((part, at) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code':
        return <code key={at}>{part.text}</code>;
      case 'strong':
        return (
          <strong key={at}>
            <Parts of={part.parts} />
          </strong>
        );
      case 'em':
        return (
          <em key={at}>
            <Parts of={part.parts} />
          </em>
        );
      case 'link':
        return (
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            <Parts of={part.parts} />
          </a>
        );
    }
  });
}
