import type { JsonSchema } from '../../shared/index.ts';
import type { MessageRecord, OwnAddresses } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { titlesOf } from './model/field-titles.ts';

interface SendsToNoteProps {
  readonly to: OwnAddresses;
  readonly records: readonly Pick<MessageRecord, 'readdressed'>[];
  readonly schema: JsonSchema | undefined;
}

/** Who gets it instead of the real recipients, and which fields say so. */
export function SendsToNote({ to, records, schema }: SendsToNoteProps) {
  const fields = titlesOf(
    records.flatMap(({ readdressed = [] }) => readdressed),
    schema,
  );
  const me = Object.values(to).join(', ');
  return (
    <>
      {fields.length === 0
        ? say('run-panel.to-me-none')
        : say('run-panel.to-me', { me, fields: fields.join(', ') })}
    </>
  );
}
