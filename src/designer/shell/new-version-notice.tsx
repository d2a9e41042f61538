import { Button, CloseButton, Paper, Text } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../words/index.ts';
import { loadAgain } from '../effects/leaving.ts';
import css from './page-notices.module.css';

/** A newer Footbridge is there. This page goes on as it is until the person loads it again. */
export function NewVersionNotice() {
  const [isPutOff, setPutOff] = useState(false);
  if (isPutOff) return null;
  return (
    <Paper className={css.news} role="status">
      <Text size="sm" className={css.text}>
        {say('offline.new-version')}
      </Text>
      <Button
        size="compact-sm"
        leftSection={<RefreshCw size={14} aria-hidden />}
        onClick={() => void loadAgain()}
      >
        {say('offline.load-again')}
      </Button>
      <CloseButton size="sm" aria-label={say('offline.later')} onClick={() => setPutOff(true)} />
    </Paper>
  );
}
