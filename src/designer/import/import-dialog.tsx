import { Button, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Flow, FlowFileProblem } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { newFlowId, useFlowActions } from '../effects/use-flow-actions.ts';
import { componentsIn, whyFailed } from '../state/need-components.ts';
import { withPlaces } from '../state/step-box.ts';
import { useWorkbench } from '../state/workbench.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { ChooseFile } from '../ui/files/choose-file.tsx';
import { RefusedFile } from '../ui/files/refused-file.tsx';
import { lastAsked } from '../ui/last-asked.ts';
import { useFlows } from '../queries/flows.ts';
import { WithQueries } from '../queries/with-queries.tsx';
import { isTest, testsIn, type BindingRow } from '../../storage/contract.ts';
import { readFlowFile } from './read-flow-file.ts';
import { Review } from './review.tsx';

interface ImportDialogProps {
  /** A file that was dropped; without one the person chooses. */
  readonly file?: File;
  readonly onClose: () => void;
}

type Read =
  | { readonly name: string; readonly flow: Flow; readonly mended: readonly string[] }
  | { readonly name: string; readonly why: FlowFileProblem; readonly again?: () => void };

/** Import is a review: what is in the file, where it can reach, what must be connected again; then one press. */
export function ImportDialog(props: ImportDialogProps) {
  return (
    <WithQueries>
      <Importing {...props} />
    </WithQueries>
  );
}

function Importing({ file, onClose }: ImportDialogProps) {
  const [read, setRead] = useState<Read>();
  const flow = read !== undefined && 'flow' in read ? read.flow : undefined;
  const [chosen, setChosen] = useState<readonly BindingRow[]>([]);
  const [ask] = useState(lastAsked);
  const actions = useFlowActions();
  const { needComponents } = useWorkbench();
  const stored = useFlows();
  const isHere = (wanted: string): boolean =>
    stored.kind === 'ready' && stored.flows.some(({ id }) => id === wanted);
  const exists = flow !== undefined && isHere(flow.id);

  const look = useCallback(
    async function look(file: File): Promise<void> {
      const isWanted = ask();
      const result = await readFlowFile(file);
      if (!isWanted()) return;
      setChosen([]);
      if (!result.ok) {
        setRead({ name: file.name, why: result.reason });
        return;
      }
      try {
        // What is known here counts over what the file says of its components.
        await needComponents(componentsIn(result.value));
        if (isWanted())
          setRead({ name: file.name, flow: result.value, mended: result.mended ?? [] });
      } catch (cause) {
        if (isWanted())
          setRead({ name: file.name, why: whyFailed(cause), again: () => void look(file) });
      }
    },
    [needComponents, ask],
  );
  useEffect(() => {
    if (file !== undefined) void look(file);
  }, [file, look]);

  async function accept({ sampleContents = {}, calledFlows = [], ...rest }: Flow) {
    const own = exists
      ? { ...rest, id: newFlowId(), name: say('flows.copy-name', { name: rest.name }) }
      : rest;
    const called = calledFlows.filter(({ id }) => !isHere(id));
    const kept = new Map([[rest.id, own.id], ...called.map(({ id }) => [id, id] as const)]);
    const isKept = await actions.takeIn({
      // The browser keeps tests beside the flow; those that it cannot read stay in the document.
      flow: withPlaces({ ...own, tests: rest.tests.filter((test) => !isTest(test)) }),
      tests: testsIn(rest.tests, () => crypto.randomUUID()),
      sampleContents,
      called: called.map(withPlaces),
      bindings: chosen.flatMap(({ flow: of, slot, credential }) => {
        const id = kept.get(of);
        return id === undefined || credential === '' ? [] : [{ flow: id, slot, credential }];
      }),
    });
    // What could not be kept is still there to be looked at: what is in this browser may have changed since.
    if (isKept) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={say('flows.import-title')} size={560}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {say('flows.import-text')}
        </Text>
        {read !== undefined && 'why' in read && (
          <RefusedFile
            title={say('flows.import-failed')}
            name={read.name}
            why={read.why}
            detail={read.why.detail}
            unchanged={say('flows.import-kept')}
            onTryAgain={read.again}
          />
        )}
        {read !== undefined && 'flow' in read && (
          <Review
            flow={read.flow}
            mended={read.mended}
            isHere={isHere}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
        <DialogFoot>
          <ChooseFile
            accept="application/json,.json"
            label={say(read === undefined ? 'flows.choose-file' : 'flows.import-other')}
            isSecond={flow !== undefined}
            onChoose={(picked) => void look(picked)}
          />
          {flow !== undefined && (
            <Button onClick={() => void accept(flow)}>{say('flows.import-now')}</Button>
          )}
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
