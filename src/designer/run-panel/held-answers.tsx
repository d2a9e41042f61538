import { ActionIcon, Button, Menu } from '@mantine/core';
import { ChevronDown, FlaskConical, Send, Trash2, UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Confirmation, StepRun } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { useRun } from '../state/workbench.ts';
import { useSendsAlways } from './use-sends-always.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './run-panel.module.css';

const AnchoredMenu = lazy(() =>
  import('../ui/anchored-menu.tsx').then((loaded) => ({ default: loaded.AnchoredMenu })),
);

interface HeldAnswersProps {
  readonly facts: StepFacts;
  readonly state: StepRun;
  readonly answered: boolean;
  /** Another question is open: none of these is what is expected. */
  readonly quiet: boolean;
  readonly onAnswer: (decision: Confirmation) => void;
  /** There are recipients that the person could take the place of. */
  readonly onSendToMe: (() => void) | undefined;
}

/** What the person may say to writes that wait: what was shown, all of this run, always; nothing; to me. */
export function HeldAnswers({
  facts,
  state,
  answered,
  quiet,
  onAnswer,
  onSendToMe,
}: HeldAnswersProps) {
  const [, setAlways] = useSendsAlways(facts.flow, facts.step);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const count = state.counts.held;
  const deletes = state.heldEffect === 'delete';
  const toMe = state.sendsTo !== undefined;
  const goesOn = useRun(({ run }) =>
    facts.flow.edges.some(({ from, to }) => from === facts.step.id && run?.steps[to] !== undefined),
  );
  const icon = deletes ? <Trash2 size={15} /> : <Send size={15} />;
  const words = deletes ? 'held-delete-now' : toMe ? 'held-send-to-me' : 'held-send';
  return (
    <div className={css.actions}>
      <Button.Group>
        <Button
          {...(deletes && { color: 'red' })}
          variant={quiet ? 'default' : 'filled'}
          data-guide="send"
          leftSection={icon}
          disabled={answered}
          onClick={() => onAnswer('send-shown')}
        >
          {say(`run-panel.${words}`, { count })}
        </Button>
        <ActionIcon
          className={css.moreAnswers}
          variant={quiet ? 'default' : 'filled'}
          color={deletes ? 'red' : 'bridge'}
          size={36}
          disabled={answered}
          aria-label={say('run-panel.held-how')}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
        >
          <ChevronDown size={16} />
        </ActionIcon>
      </Button.Group>
      {anchor !== undefined && (
        <Suspense>
          <AnchoredMenu
            anchor={anchor}
            position="bottom-start"
            width={320}
            onClose={() => setAnchor(undefined)}
          >
            <Menu.Item leftSection={icon} onClick={() => onAnswer('send-shown')}>
              {say('run-panel.held-once')}
            </Menu.Item>
            <Menu.Item leftSection={icon} onClick={() => onAnswer('send')}>
              {say('run-panel.held-this-run')}
            </Menu.Item>
            {!deletes && !toMe && (
              <Menu.Item
                leftSection={icon}
                onClick={() => {
                  setAlways(true);
                  onAnswer('send');
                }}
              >
                {say('run-panel.held-always')}
              </Menu.Item>
            )}
          </AnchoredMenu>
        </Suspense>
      )}
      <Button variant="default" disabled={answered} onClick={() => onAnswer('do-not-send')}>
        {say(deletes ? 'run-panel.held-not-delete' : 'run-panel.held-not')}
      </Button>
      {goesOn && (
        <Button
          variant="default"
          leftSection={<FlaskConical size={15} />}
          disabled={answered}
          onClick={() => onAnswer('go-on-invented')}
        >
          {say(deletes ? 'run-panel.held-go-on-delete' : 'run-panel.held-go-on')}
        </Button>
      )}
      {onSendToMe !== undefined && (
        <Button
          variant="default"
          leftSection={<UserRound size={15} />}
          disabled={answered}
          onClick={onSendToMe}
        >
          {say('run-panel.send-to-me')}
        </Button>
      )}
    </div>
  );
}
