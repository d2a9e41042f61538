import { Button, Group, Menu, Skeleton, Stack, Text, Title } from '@mantine/core';
import { ChevronDown, FileSearch, Plus, Upload } from 'lucide-react';
import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { say } from '../../words/index.ts';
import { useListedFlows } from '../queries/listed-flows.ts';
import { CommandItem } from '../ui/command-item.tsx';
import { BridgePicture } from './bridge-picture.tsx';
import { GuideOffer, GuideWaits } from './guide-offer.tsx';
import { OwnFlows } from './own-flows.tsx';
import { StoreTrouble } from './store-trouble.tsx';
import { TemplateCards } from './template-cards.tsx';
import { TemplateItems } from './template-items.tsx';
import { useWorkbench } from '../state/workbench.ts';
import { useCommandKeys } from '../effects/commands/use-command-keys.ts';
import { useFlowActions } from '../effects/use-flow-actions.ts';
import { MenuScroll } from '../ui/menu-scroll.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { isRunFile, useFileDrop } from '../ui/use-file-drop.ts';
import { catalogueAddress } from '../state/catalogue-address.ts';
import css from './flow-list.module.css';

interface FlowListProps {
  /** The review before a file becomes a flow; another panel's, handed in. */
  readonly importDialog: ComponentType<FileDialogProps>;
  /** Looks at a run that somebody saved. */
  readonly runFileDialog: ComponentType<FileDialogProps>;
}

interface FileDialogProps {
  readonly file?: File;
  readonly onClose: () => void;
}

/** The first page: the flows of this browser, or how to begin. */
export function FlowList({
  importDialog: ImportDialog,
  runFileDialog: RunFileDialog,
}: FlowListProps) {
  const state = useListedFlows();
  const actions = useFlowActions();
  const { guide } = useWorkbench();
  useCommandKeys();
  const [imported, setImported] = useState<{ readonly file?: File }>();
  const [looked, setLooked] = useState<{ readonly file?: File }>();
  const dropping = useFileDrop((file) => (isRunFile(file) ? setLooked : setImported)({ file }));
  useEffect(() => {
    document.title = say('common.brand');
  }, []);

  const flows = state.kind === 'ready' ? state.flows : [];
  const isEmpty = state.kind === 'ready' && flows.length === 0;

  return (
    <div className={css.page} data-dropping={dropping || undefined}>
      <PageBar
        items={
          <>
            <Menu.Item leftSection={<FileSearch size={15} />} onClick={() => setLooked({})}>
              {say('earlier.open-file')}
            </Menu.Item>
            <Menu.Divider />
            <CommandItem id="page.backup" />
            <CommandItem id="page.restore" />
            <CommandItem id="page.room" />
            <Menu.Divider />
          </>
        }
      >
        <img src="/icon.svg" alt="" width={22} height={22} />
        <span className={css.brand}>{say('common.brand')}</span>
        <Link href={catalogueAddress(undefined)} className={css.elsewhere}>
          {say('catalogue.title')}
        </Link>
      </PageBar>
      <main className={css.main}>
        {state.kind === 'loading' && <Waiting />}
        {state.kind === 'failed' && (
          <StoreTrouble
            why={state.why}
            onCreate={() => void actions.create()}
            onImport={() => setImported({})}
          />
        )}
        {isEmpty && (
          <section className={css.begin} aria-labelledby="begin">
            <BridgePicture />
            <Title order={1} id="begin">
              {say('flows.title-empty')}
            </Title>
            <Text c="dimmed" maw={460}>
              {say('flows.empty-text')}
            </Text>
            <GuideOffer />
            <Group gap="xs" justify="center">
              <Button
                size="md"
                variant="default"
                leftSection={<Plus size={17} />}
                onClick={() => void actions.create()}
              >
                {say('flows.from-nothing')}
              </Button>
              <Button
                size="md"
                variant="default"
                leftSection={<Upload size={17} />}
                onClick={() => setImported({})}
              >
                {say('flows.import')}
              </Button>
            </Group>
            <h2 className={css.heading}>{say('flows.from-template')}</h2>
            <TemplateCards onUse={(template) => void actions.beginTemplate(template)} />
            <Link href={catalogueAddress(undefined)} className={css.look}>
              {say('flows.see-services')}
            </Link>
          </section>
        )}
        {flows.length > 0 && (
          <>
            <Group justify="space-between" mb="md">
              <Title order={1} size="h2">
                {say('flows.title')}
              </Title>
              <Group gap="xs">
                <Button
                  variant="default"
                  leftSection={<Upload size={15} />}
                  onClick={() => setImported({})}
                >
                  {say('flows.import')}
                </Button>
                <Menu position="bottom-end" width={300}>
                  <Menu.Target>
                    <Button
                      leftSection={<Plus size={16} />}
                      rightSection={<ChevronDown size={15} />}
                    >
                      {say('flows.new-flow')}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <MenuScroll share={0.7}>
                      <Menu.Item onClick={() => void actions.create()}>
                        {say('flows.from-nothing')}
                      </Menu.Item>
                      <Menu.Item onClick={() => guide.ask('first-flow')}>
                        {say('help.first-flow')}
                      </Menu.Item>
                      <Menu.Divider />
                      <TemplateItems onUse={(template) => void actions.beginTemplate(template)} />
                    </MenuScroll>
                  </Menu.Dropdown>
                </Menu>
              </Group>
            </Group>
            <GuideWaits flows={flows} />
            <OwnFlows flows={flows} actions={actions} />
          </>
        )}
      </main>
      {dropping && <div className={css.drop}>{say('flows.drop-here')}</div>}
      <Suspense>
        {imported !== undefined && (
          <ImportDialog
            {...(imported.file !== undefined && { file: imported.file })}
            onClose={() => setImported(undefined)}
          />
        )}
        {looked !== undefined && (
          <RunFileDialog
            {...(looked.file !== undefined && { file: looked.file })}
            onClose={() => setLooked(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}

/** Run files say so in their name; what is in them is looked at by their reader. */
function Waiting() {
  return (
    <Stack gap="sm" aria-busy>
      <Skeleton height={28} width={180} />
      <Skeleton height={68} />
      <Skeleton height={68} />
    </Stack>
  );
}
