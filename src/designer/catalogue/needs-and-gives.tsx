import { ArrowDownToLine, ArrowUpFromLine } from 'lucide-react';
import { exampleOf, schemaFromSample, type Operation } from '../../catalog/index.ts';
import { isDescribed } from '../../flow/index.ts';
import { isJsonObject, type Json, type JsonSchema } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { fieldsIn } from '../ui/fields/field-rows.ts';
import { NamedPart } from '../ui/fields/named-part.tsx';
import { otherwiseGiven, otherwiseNeeded } from '../ui/fields/without-fields.ts';
import { FieldTree } from './field-tree.tsx';
import css from './operations.module.css';

/** What an operation needs and gives, as trees of fields by their titles. */
export function NeedsAndGives({ operation }: { readonly operation: Operation }) {
  const { settings, slots, output, sample, emits } = operation;
  const input = slots['input']?.schema;
  const chosen = settings === undefined ? [] : fieldsIn(settings, settings).filter(isChosen);
  const hasInput = has(input);
  return (
    <div className={css.both}>
      <NamedPart
        className={css.part}
        icon={<ArrowDownToLine size={15} />}
        title={say('catalogue.needs')}
      >
        {settings !== undefined && chosen.length > 0 && (
          <>
            <p className={css.lead}>{say('catalogue.needs-settings')}</p>
            <FieldTree fields={chosen} root={settings} marksRequired />
          </>
        )}
        {hasInput ? (
          <>
            <p className={css.lead}>{say('catalogue.needs-data')}</p>
            <FieldTree
              fields={fieldsIn(input, input, sample.input ?? exampleOf(input))}
              root={input}
              marksRequired
            />
          </>
        ) : (
          (chosen.length === 0 || Object.keys(slots).length > 0) && (
            <p className={css.lead}>
              {say(
                isDescribed(operation, 'input')
                  ? 'inspector.needs-described'
                  : otherwiseNeeded(operation),
              )}
            </p>
          )
        )}
      </NamedPart>
      <NamedPart
        className={css.part}
        icon={<ArrowUpFromLine size={15} />}
        title={say('catalogue.gives')}
      >
        {has(output) ? (
          <>
            {(emits === 'many' || emits === 'groups') && (
              <p className={css.lead}>{say('inspector.gives-each')}</p>
            )}
            <FieldTree fields={fieldsIn(output, output, sample.output)} root={output} />
          </>
        ) : (
          <WithoutFields operation={operation} example={sample.output} />
        )}
      </NamedPart>
    </div>
  );
}

function WithoutFields({
  operation,
  example,
}: {
  readonly operation: Operation;
  readonly example: Json | undefined;
}) {
  const shape = isJsonObject(example) ? schemaFromSample(example) : undefined;
  return (
    <>
      <p className={css.lead}>{say(givenWords(operation))}</p>
      {shape !== undefined && (
        <>
          <p className={css.lead}>{say('inspector.for-example')}</p>
          <FieldTree fields={fieldsIn(shape, shape, example)} root={shape} />
        </>
      )}
    </>
  );
}

/** Before it is used there is no "above" to point at. */
function givenWords(operation: Operation) {
  if (isDescribed(operation, 'output')) return 'inspector.gives-described';
  const words = otherwiseGiven(operation);
  switch (words) {
    case 'inspector.gives-by-person':
      return 'catalogue.gives-by-person';
    case 'inspector.gives-filled':
      return 'catalogue.gives-filled';
    case 'inspector.gives-same':
    case 'inspector.gives-with-fields':
    case 'inspector.gives-nothing':
      return words;
  }
}

/** What the service fills in by itself is no choice of a person. */
function isChosen({ schema }: { readonly schema: JsonSchema }): boolean {
  return schema.readOnly !== true;
}

function has(schema: JsonSchema | undefined): schema is JsonSchema {
  return schema !== undefined && fieldsIn(schema, schema).length > 0;
}
