import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  useComputedColorScheme,
} from '@mantine/core';
import { ImageDown } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { download } from '../ui/download.ts';
import { toFileName } from '../ui/file-name.ts';
import type { Scheme } from '../ui/flow-picture/colours.ts';
import { pngSize, toPng } from './picture-file.ts';
import { usePictureText } from './use-picture-text.ts';
import css from './picture-dialog.module.css';

/** The flow as a file that is put into a letter or a page: what is in it, how it looks, how large it is. */
export function PictureDialog({ onClose }: { readonly onClose: () => void }) {
  const flow = useDocument((state) => state.flow);
  if (flow === undefined) return null;
  return (
    <Modal opened onClose={onClose} title={say('picture.title')} size={720}>
      <Picture flow={flow} onClose={onClose} />
    </Modal>
  );
}

type Format = 'png' | 'svg';

function Picture({ flow, onClose }: { readonly flow: Flow; readonly onClose: () => void }) {
  const { toasts } = useWorkbench();
  const selected = useView((state) => state.selectedSteps);
  const [part, setPart] = useState<'whole' | 'selected'>(
    selected.length > 1 ? 'selected' : 'whole',
  );
  const [scheme, setScheme] = useState<Scheme>(
    useComputedColorScheme('light', { getInitialValueInEffect: false }),
  );
  const [isTransparent, setTransparent] = useState(false);
  const [format, setFormat] = useState<Format>('png');
  const [scale, setScale] = useState('2');
  const only = useMemo(
    () => (part === 'selected' ? new Set(selected) : undefined),
    [part, selected],
  );
  const picture = usePictureText(flow, { only, scheme, isTransparent });
  const address = useAddress(picture?.text);
  const size = picture && (format === 'png' ? pngSize(picture, Number(scale)) : picture);
  const file = toFileName(flow.name, format);

  async function save(): Promise<void> {
    if (picture === undefined || size === undefined) return;
    const content = format === 'svg' ? picture.text : await toPng(picture.text, size);
    if (content === undefined) {
      toasts.show({ text: say('picture.not-drawn'), tone: 'trouble' });
      return;
    }
    download(file, content, 'image/svg+xml');
    toasts.show({ text: say('flows.exported', { file }) });
    onClose();
  }

  return (
    <Stack gap="md">
      <div
        className={css.preview}
        data-scheme={scheme}
        data-transparent={isTransparent || undefined}
      >
        {address !== undefined && (
          <img className={css.image} src={address} alt={say('picture.of', { flow: flow.name })} />
        )}
      </div>
      <div className={css.choices}>
        {selected.length > 0 && (
          <Choice label={say('picture.part')}>
            <SegmentedControl
              aria-label={say('picture.part')}
              value={part}
              onChange={(value) => setPart(value as typeof part)} // one of those below
              data={[
                { value: 'whole', label: say('picture.whole') },
                {
                  value: 'selected',
                  label: say('picture.selected', { count: selected.length }),
                },
              ]}
            />
          </Choice>
        )}
        <Choice label={say('picture.look')}>
          <SegmentedControl
            aria-label={say('picture.look')}
            value={scheme}
            onChange={(value) => setScheme(value as Scheme)} // one of those below
            data={[
              { value: 'light', label: say('picture.light') },
              { value: 'dark', label: say('picture.dark') },
            ]}
          />
        </Choice>
        <Choice label={say('picture.format')}>
          <SegmentedControl
            aria-label={say('picture.format')}
            value={format}
            onChange={(value) => setFormat(value as Format)} // one of those below
            data={[
              { value: 'png', label: 'PNG' },
              { value: 'svg', label: 'SVG' },
            ]}
          />
        </Choice>
        {format === 'png' && (
          <Choice label={say('picture.size')}>
            <SegmentedControl
              aria-label={say('picture.size')}
              value={scale}
              onChange={setScale}
              data={['1', '2', '4'].map((value) => ({
                value,
                label: say('picture.times', { scale: value }),
              }))}
            />
          </Choice>
        )}
      </div>
      <Checkbox
        label={say('picture.transparent')}
        checked={isTransparent}
        onChange={(event) => setTransparent(event.currentTarget.checked)}
      />
      <div aria-live="polite">
        <Text size="sm">
          {size !== undefined &&
            say(`picture.size-${format}`, {
              file,
              width: Math.round(size.width),
              height: Math.round(size.height),
            })}
        </Text>
        {size !== undefined && 'isSmaller' in size && size.isSmaller && (
          <Text size="sm" c="var(--fb-amber)">
            {say('picture.smaller')}
          </Text>
        )}
        <Text size="xs" c="dimmed" mt={4}>
          {say('picture.no-values')}
        </Text>
      </div>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button
          data-autofocus
          disabled={picture === undefined}
          leftSection={<ImageDown size={15} />}
          onClick={() => void save()}
        >
          {say('picture.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} aria-hidden>
        {label}
      </Text>
      {children}
    </div>
  );
}

/** The picture as something that can be shown. */
function useAddress(text: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (text === undefined) return;
    const made = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}
