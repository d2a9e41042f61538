import { Menu, Text } from '@mantine/core';
import { say } from '../../words/index.ts';
import type { FlowToUse } from '../state/flow-to-use.ts';
import { useWorkbench } from '../state/workbench.ts';
import { groupTemplates } from './templates/grouped-templates.ts';
import { templates } from './templates/templates.ts';

/** Templates in a menu: those for which nobody needs an account first. */
export function TemplateItems({ onUse }: { readonly onUse: (template: FlowToUse) => void }) {
  const { catalog } = useWorkbench();
  const { atOnce, withAccounts } = groupTemplates(templates, catalog.summary);
  return (
    <>
      <Menu.Label>{say('flows.templates-at-once')}</Menu.Label>
      {atOnce.map(item)}
      <Menu.Label>{say('flows.templates-with-accounts')}</Menu.Label>
      {withAccounts.map(item)}
    </>
  );

  function item(template: FlowToUse) {
    return (
      <Menu.Item key={template.id} onClick={() => onUse(template)}>
        {say(template.name)}
        <Text size="xs" c="dimmed">
          {say(template.text)}
        </Text>
      </Menu.Item>
    );
  }
}
