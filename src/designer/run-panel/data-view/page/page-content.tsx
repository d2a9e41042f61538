import { Button } from '@mantine/core';
import { AppWindow } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../../words/index.ts';
import { Cell } from '../cell.tsx';
import { HtmlFrame } from './html-frame.tsx';
import type { Content } from './page-blocks.ts';
import { textParts } from './text-parts.ts';
import css from './page-view.module.css';

/** What a field holds, to be read. Foreign text is text; markup is shown only when it is asked for, and apart. */
export function PageContent({ of, label }: { readonly of: Content; readonly label: string }) {
  switch (of.kind) {
    case 'text':
      return <LongText text={of.text} />;
    case 'html':
      return <Markup text={of.text} label={label} />;
    case 'date':
      return (
        <time dateTime={of.text} title={of.text}>
          {of.words}
        </time>
      );
    case 'link':
      return <Link address={of.address} text={of.text} />;
    case 'picture':
      return <Picture source={of.source} label={label} />;
    case 'cell':
      return <Cell of={of.cell} />;
  }
}

/** So much is shown at first; every further press shows ten times as much. */
const shownAtFirst = 2_000;
const factor = 10;

function LongText({
  text,
  atFirst = shownAtFirst,
}: {
  readonly text: string;
  readonly atFirst?: number;
}) {
  const [shown, setShown] = useState({ of: text, most: atFirst });
  const most = shown.of === text ? shown.most : atFirst;
  const isCut = text.length > most;
  return (
    <>
      <p className={css.text}>
        {textParts(isCut ? text.slice(0, most) : text, isCut).map(({ text: part, address }, at) =>
          address === undefined ? part : <Link key={at} address={address} text={part} />,
        )}
        {isCut && '…'}
      </p>
      {isCut && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setShown({ of: text, most: most * factor })}
        >
          {say(text.length > most * factor ? 'data-page.more-text' : 'data-page.whole-text', {
            count: text.length,
          })}
        </Button>
      )}
    </>
  );
}

function Link({ address, text }: { readonly address: string; readonly text: string }) {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}

function Picture({ source, label }: { readonly source: string; readonly label: string }) {
  const [broken, setBroken] = useState<string>();
  if (broken === source)
    return <span className={css.quiet}>{say('data-page.picture-broken')}</span>;
  return <img className={css.picture} src={source} alt={label} onError={() => setBroken(source)} />;
}

const markupAtFirst = 300;

function Markup({ text, label }: { readonly text: string; readonly label: string }) {
  // Of this text: the same field of the next message is not asked for yet.
  const [asked, setAsked] = useState<string>();
  const framed = asked === text;
  return (
    <>
      {framed ? (
        <HtmlFrame markup={text} label={label} />
      ) : (
        <LongText text={text} atFirst={markupAtFirst} />
      )}
      <div className={css.markupTools}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<AppWindow size={13} />}
          onClick={() => setAsked(framed ? undefined : text)}
        >
          {say(framed ? 'data-page.as-text' : 'data-page.as-page')}
        </Button>
        {framed && <span className={css.quiet}>{say('data-page.frame-help')}</span>}
      </div>
    </>
  );
}
