import { Text } from '@mantine/core';
import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { toFileName } from '../ui/file-name.ts';
import css from './export-dialog.module.css';

/** What the file is good for: running on a server, and taking elsewhere. */
export function WhatNext({ flow }: { readonly flow: Flow }) {
  const command = commandFor(flow);
  const names = flow.credentials.map(({ name }) => say('flows.next-name', { name })).join(', ');
  return (
    <section aria-label={say('flows.next')}>
      <Text size="sm" fw={600} mb={8}>
        {say('flows.next')}
      </Text>
      <ul className={css.next}>
        <li>
          <Text size="sm">{say('flows.next-run')}</Text>
          <div className={css.command}>
            <code>{command}</code>
            <CopyText value={command} />
          </div>
          <Text size="xs" c="dimmed" mt={4}>
            {names === '' ? say('flows.next-run-text') : say('flows.next-run-keys', { names })}
          </Text>
        </li>
        <li>
          <Text size="sm">{say('flows.next-import')}</Text>
        </li>
      </ul>
    </section>
  );
}

/** Shows what would be sent; what starts it has to be given, or remembered. */
function commandFor({ name, start }: Pick<Flow, 'name' | 'start'>): string {
  const more = { webhook: ' --input call.json', poll: ' --memory seen.json' };
  const also = start.kind === 'webhook' || start.kind === 'poll' ? more[start.kind] : '';
  return `npx footbridge run ${toFileName(name)} --first 5${also}`;
}
