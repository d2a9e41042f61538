import { Anchor, Text } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { say } from '../../words/index.ts';
import css from './credentials.module.css';

/** Where the person finds what the form asks for. Foreign text: shown as text; only web addresses become links. */
export function WhereToFind({
  text,
  url,
}: {
  readonly text: string;
  readonly url: string | undefined;
}) {
  const link = url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
  return (
    <details className={css.where}>
      <summary>{say('credentials.where')}</summary>
      <Text size="sm" mt={6}>
        {text}
      </Text>
      {link !== undefined && (
        <Anchor href={link} target="_blank" rel="noreferrer" size="sm">
          {say('credentials.where-link')} <ExternalLink size={12} aria-hidden />
        </Anchor>
      )}
    </details>
  );
}
