import { isJsonList, type JsonPath } from '../../../shared/index.ts';
import { operationOf } from '../../../flow/index.ts';
import { useFieldChoices } from '../../queries/use-field-choices.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { useDesk, useMappingDesk, type MappingDesk } from '../mapping-desk.ts';
import { ChoiceControl } from './choice-control.tsx';
import { optionsOf } from './options.ts';
import type { LiteralControlProps } from './literal-control-props.ts';

/** Whether the service itself knows what a field takes. */
export function useHasServiceChoices(path: JsonPath | undefined): boolean {
  const desk = useMappingDesk();
  const { catalog } = useWorkbench();
  return useDesk(({ step }) => {
    const choices = step && operationOf(step, catalog)?.choices;
    return (
      path !== undefined &&
      isJsonList(choices) &&
      choices.some(({ at }) => at === pointer(desk, path))
    );
  });
}

/** Options that the service gives, asked when the field is shown. Until they are there, those that its description lists. */
export function ServiceChoice({
  path,
  ...props
}: LiteralControlProps & { readonly path: JsonPath }) {
  const step = useDesk((state) => state.step);
  const { catalog } = useWorkbench();
  const component = step && catalog.component(step.component);
  const operation = step && operationOf(step, catalog);
  if (step === undefined || component === undefined || operation === undefined)
    return <ChoiceControl {...props} />;
  return <Asked {...props} path={path} asked={{ step, component, operation }} />;
}

type Asked = {
  step: Parameters<typeof useFieldChoices>[0];
  component: Parameters<typeof useFieldChoices>[1];
  operation: Parameters<typeof useFieldChoices>[2];
};

function Asked({
  path,
  asked,
  ...props
}: LiteralControlProps & { readonly path: JsonPath; readonly asked: Asked }) {
  const choices = useFieldChoices(asked.step, asked.component, asked.operation, 'input')[
    `/${path.join('/')}`
  ];
  const described = optionsOf(props.field.schema, props.field.root);
  const isReady = choices?.state === 'ready';
  return choices === undefined || (!isReady && described.length > 0) ? (
    <ChoiceControl {...props} />
  ) : (
    <ChoiceControl {...props} choices={choices} />
  );
}

function pointer({ slot }: Pick<MappingDesk, 'slot'>, path: JsonPath): string {
  return `/${slot}/${path.join('/')}`;
}
