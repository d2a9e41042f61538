import { useEffect, useState } from 'react';
import { say } from '../../../../words/index.ts';
import { htmlDocument } from './html-document.ts';
import css from './page-view.module.css';

/** Markup of a service, apart from the page: in a frame that runs nothing, loads nothing and knows nothing of the page. */
export function HtmlFrame({ markup, label }: { readonly markup: string; readonly label: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    // An address of its own rather than `srcdoc`, which the page's policy keeps for text without "<".
    const made = URL.createObjectURL(new Blob([htmlDocument(markup)], { type: 'text/html' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [markup]);
  if (address === undefined) return null;
  return (
    <iframe
      className={css.frame}
      src={address}
      sandbox=""
      referrerPolicy="no-referrer"
      title={say('data-page.frame', { label })}
    />
  );
}
