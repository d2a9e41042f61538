import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { say } from '../../words/index.ts';
import { endSession } from '../queries/proxy-client.ts';
import { sessionQuery } from '../queries/session.ts';
import { WithQueries } from '../queries/with-queries.tsx';
import { useWorkbench } from '../state/workbench.ts';

/** Of a menu: who is signed in, and the way out. Nothing where nobody has to sign in. */
export function SessionItems() {
  return (
    <WithQueries>
      <Items />
    </WithQueries>
  );
}

function Items() {
  const { toasts } = useWorkbench();
  const { data } = useQuery(sessionQuery);
  if (data?.kind !== 'open' || !data.facts.canSignOut) return null;
  const { person } = data.facts;
  const signOut = (): void => {
    endSession().then(
      ({ next }) => location.assign(next),
      () => toasts.show({ tone: 'trouble', text: say('access.sign-out-failed') }),
    );
  };
  return (
    <>
      <Menu.Divider />
      {person !== undefined && <Menu.Label>{say('access.signed-in-as', { person })}</Menu.Label>}
      <Menu.Item leftSection={<LogOut size={15} />} onClick={signOut}>
        {say('access.sign-out')}
      </Menu.Item>
    </>
  );
}
