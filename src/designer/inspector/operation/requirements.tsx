import { Stack, Text } from '@mantine/core';
import { ArrowDownToLine, ArrowUpFromLine, KeyRound } from 'lucide-react';
import {
  isJsonObject,
  propertiesOf,
  wordsOf,
  type Json,
  type JsonSchema,
} from '../../../shared/index.ts';
import {
  exampleOf,
  schemaFromSample,
  type Component,
  type CredentialType,
  type Operation,
} from '../../../catalog/index.ts';
import { isDescribed, type Step } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { NamedPart } from '../../ui/fields/named-part.tsx';
import { otherwiseGiven, otherwiseNeeded } from '../../ui/fields/without-fields.ts';
import { FieldTable } from './field-table.tsx';
import css from './requirements.module.css';

interface RequirementsProps {
  readonly component: Component;
  readonly operation: Operation;
  /** The step that uses it: its own shapes are then what counts. */
  readonly step?: Step;
}

/** The three things to know before an operation is used: how to sign in, what it needs, what it gives. */
export function Requirements({ component, operation, step }: RequirementsProps) {
  const { sample, slots } = operation;
  const input = slots['input'];
  const ownInput = step?.shapes?.input?.schema;
  const ownOutput =
    step?.shapes?.output?.schema ??
    (operation.outputShape === 'same-as-input' ? ownInput : undefined);
  return (
    <div className={css.three}>
      <NamedPart
        className={css.block}
        icon={<KeyRound size={15} />}
        title={say('inspector.how-to-sign-in')}
      >
        <SignIn component={component} />
      </NamedPart>
      <NamedPart
        className={css.block}
        icon={<ArrowDownToLine size={15} />}
        title={say('inspector.what-it-needs')}
      >
        <Fields
          label={say('inspector.what-it-needs')}
          schema={ownInput ?? input?.schema}
          example={ownInput === undefined ? sample.input : exampleOf(ownInput)}
          otherwise={say(
            isDescribed(operation, 'input')
              ? 'inspector.needs-described'
              : otherwiseNeeded(operation),
          )}
          marksRequired
        />
      </NamedPart>
      <NamedPart
        className={css.block}
        icon={<ArrowUpFromLine size={15} />}
        title={say('inspector.what-it-gives')}
      >
        {(operation.emits === 'many' || operation.emits === 'groups') && (
          <Text size="xs" c="dimmed" mb={4}>
            {say(step?.emit === 'whole-list' ? 'inspector.gives-list' : 'inspector.gives-each')}
          </Text>
        )}
        <Fields
          label={say('inspector.what-it-gives')}
          schema={ownOutput ?? operation.output}
          example={ownOutput === undefined ? sample.output : exampleOf(ownOutput)}
          otherwise={say(
            isDescribed(operation, 'output')
              ? 'inspector.gives-described'
              : otherwiseGiven(operation),
          )}
        />
      </NamedPart>
    </div>
  );
}

interface FieldsProps {
  readonly label: string;
  readonly schema: JsonSchema | undefined;
  readonly example: Json | undefined;
  /** What is said where no fields are known beforehand; an example then shows what they could be. */
  readonly otherwise: string;
  readonly marksRequired?: boolean;
}

function Fields({ label, schema, example, otherwise, marksRequired = false }: FieldsProps) {
  if (hasFields(schema))
    return (
      <FieldTable label={label} schema={schema} example={example} marksRequired={marksRequired} />
    );
  return (
    <>
      <Text size="sm" c="dimmed">
        {otherwise}
      </Text>
      {isJsonObject(example) && (
        <Stack gap={4} mt={8}>
          <Text size="xs" c="dimmed">
            {say('inspector.for-example')}
          </Text>
          <FieldTable label={label} schema={schemaFromSample(example)} example={example} />
        </Stack>
      )}
    </>
  );
}

function SignIn({ component }: { readonly component: Component }) {
  if (component.credentials.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {say('inspector.no-sign-in')}
      </Text>
    );
  const experts = component.credentials.filter(({ forExperts }) => forExperts === true);
  const usual = component.credentials.filter((type) => !experts.includes(type));
  return (
    <>
      <ul className={css.ways}>
        {usual.map((type) => (
          <Way key={type.id} type={type} />
        ))}
        {component.credentialOptional === true && (
          <li className={css.kind}>{say('inspector.sign-in-optional')}</li>
        )}
      </ul>
      {experts.length > 0 && (
        <details className={css.whole}>
          <summary>{say('inspector.ways-for-experts', { count: experts.length })}</summary>
          <ul className={css.ways}>
            {experts.map((type) => (
              <Way key={type.id} type={type} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Way({ type: { title, description } }: { readonly type: CredentialType }) {
  return (
    <li>
      <span className={css.field}>{wordsOf(title)}</span>
      {description !== undefined && <span className={css.kind}>{wordsOf(description)}</span>}
    </li>
  );
}

function hasFields(schema: JsonSchema | undefined): schema is JsonSchema {
  if (schema === undefined) return false;
  const inside = schema.items ?? schema;
  return Object.keys(propertiesOf(inside, schema)).length > 0;
}
