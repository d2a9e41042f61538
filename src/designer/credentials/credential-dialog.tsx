import { Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../../shared/index.ts';
import {
  knownOfStep,
  type Component,
  type CredentialType,
  type SuggestedSignIn,
} from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { useKeepCredential } from '../queries/credentials.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { ChooseType } from './choose-type.tsx';
import { CredentialForm } from './credential-form.tsx';
import css from './credentials.module.css';

export interface CredentialDialogProps {
  readonly opened: boolean;
  readonly component: Component;
  /** Connect this account again: its secret is replaced, everything that uses it keeps it. */
  readonly again?: CredentialRow | undefined;
  /** Names that other accounts have. */
  readonly taken: readonly string[];
  /** The type that a flow expects. */
  readonly preferred?: string | undefined;
  /** What the service's description says about signing in. */
  readonly suggested?: readonly SuggestedSignIn[] | undefined;
  /** Where the step goes, as its settings say. */
  readonly calls?: string | undefined;
  readonly onClose: () => void;
  readonly onConnected: (credential: CredentialRow) => void;
}

/** Signing in to a service, made from its description. What was typed lives in the form only, and goes with it. */
export function CredentialDialog(props: CredentialDialogProps) {
  const { opened, component, again, onClose } = props;
  const title = wordsOf(component.title);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      classNames={{ title: css.title ?? '' }}
      title={say(
        again === undefined ? 'credentials.dialog-title' : 'credentials.dialog-again-title',
        { component: title },
      )}
    >
      {opened && <Inside {...props} />}
    </Modal>
  );
}

function Inside({
  component,
  again,
  taken,
  preferred,
  suggested = [],
  calls,
  onConnected,
}: CredentialDialogProps) {
  const { mutateAsync: keep } = useKeepCredential();
  const [chosen, setChosen] = useState(again?.type ?? preferred ?? suggested[0]?.type);
  const [name, setName] = useState(again?.name ?? freeName(wordsOf(component.title), taken));
  const type: CredentialType | undefined =
    component.credentials.find((one) => one.id === chosen) ?? component.credentials[0];
  if (type === undefined) return null;
  const known = suggested.find((one) => one.type === type.id)?.values;
  return (
    <Stack gap={16}>
      {component.credentials.length > 1 && again === undefined && (
        <ChooseType types={component.credentials} chosen={type.id} onChoose={setChosen} />
      )}
      <CredentialForm
        key={type.id}
        component={component}
        type={type}
        name={name}
        known={known}
        prefilled={again === undefined ? knownOfStep(component, type, calls) : undefined}
        replaces={again?.id}
        onConnected={(credential) =>
          // Whoever keeps tells what failed.
          void keep(credential).then(
            () => onConnected(credential),
            () => undefined,
          )
        }
      >
        {again === undefined && (
          <TextInput
            label={say('credentials.name')}
            description={say('credentials.name-help')}
            inputWrapperOrder={['label', 'input', 'description']}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </CredentialForm>
    </Stack>
  );
}

/** "CRM", then "CRM 2": two accounts of one service are told apart by their names. */
function freeName(title: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? title : `${title} ${number}`;
    if (!taken.includes(name)) return name;
  }
}
