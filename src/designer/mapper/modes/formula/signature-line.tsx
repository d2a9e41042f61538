import { signatureAt } from '../../../../mapping/formulas.ts';
import { wordsOfFunction } from '../../../../words/formulas.ts';
import css from './formula.module.css';

/** What the call takes that the caret is in; the value being typed stands out. */
export function SignatureLine({ text, caret }: { readonly text: string; readonly caret: number }) {
  const call = signatureAt(text, caret);
  if (call === undefined) return null;
  const { takes, does } = wordsOfFunction(call.of.name);
  const values = takes === '' ? [] : takes.split(', ');
  const last = Math.max(0, values.length - 1);
  return (
    <p className={css.signature} role="status">
      <code>
        ${call.of.name}(
        {values.map((value, at) => (
          <span key={value}>
            {at > 0 && ', '}
            {at === Math.min(call.argument, last) ? <strong>{value}</strong> : value}
          </span>
        ))}
        )
      </code>{' '}
      {does}
    </p>
  );
}
