import { NativeSelect } from '@mantine/core';
import { wordsOf } from '../../shared/index.ts';
import type { CredentialType } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';

interface ChooseTypeProps {
  readonly types: readonly CredentialType[];
  readonly chosen: string;
  readonly onChoose: (type: string) => void;
}

/** A service with several ways to sign in: the person knows which one they were given. */
export function ChooseType({ types, chosen, onChoose }: ChooseTypeProps) {
  return (
    <NativeSelect
      label={say('credentials.type')}
      description={wordsOf(types.find((type) => type.id === chosen)?.description)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={chosen}
      data={grouped(types)}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

/** Those that few people need stand apart, below. */
function grouped(types: readonly CredentialType[]) {
  const option = (type: CredentialType) => ({ value: type.id, label: wordsOf(type.title) });
  const [usual, rare] = [false, true].map((expert) =>
    types.filter((type) => (type.forExperts === true) === expert).map(option),
  );
  return rare === undefined || rare.length === 0
    ? (usual ?? [])
    : [...(usual ?? []), { group: say('credentials.for-experts'), items: rare }];
}
