import { Button, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LogIn } from 'lucide-react';
import { signInBesidePath } from '../../proxy/contract.ts';
import { say } from '../../words/index.ts';
import { sessionQuery } from '../queries/session.ts';
import { WithQueries } from '../queries/with-queries.tsx';
import css from './page-notices.module.css';

/** The session has ended: said once for the whole page, which stays as it is. It goes when the person is back. */
export function SessionNotice() {
  return (
    <WithQueries>
      <Ended />
    </WithQueries>
  );
}

function Ended() {
  const { data } = useQuery(sessionQuery);
  if (data?.kind !== 'ended') return null;
  return (
    <Paper className={css.notice} role="alert">
      <Text size="sm" className={css.text}>
        {say('access.session-ended')}
      </Text>
      <Button
        size="compact-sm"
        leftSection={<LogIn size={15} aria-hidden />}
        onClick={() => window.open(signInBesidePath)}
      >
        {say('access.sign-in-again')}
      </Button>
    </Paper>
  );
}
