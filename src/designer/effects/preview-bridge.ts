import { createPreviewClient, type PreviewClient } from '../../worker/worker-client.ts';
import type { PreviewCommands, Workbench } from '../state/workbench.ts';

/** Evaluates bindings in the preview worker. Data is sent once for each set of sources, not with each key stroke. */
export function createPreviewCommands(
  { document }: Pick<Workbench, 'document'>,
  newClient: () => PreviewClient = createPreviewClient,
): PreviewCommands {
  let client: PreviewClient | undefined;
  let last: { readonly sources: object; readonly name: string } | undefined;
  let count = 0;

  return {
    async evaluate(content, sources) {
      client ??= newClient();
      if (last?.sources !== sources) {
        count += 1;
        last = { sources, name: `sources-${count}` };
        client.setSamples({ name: last.name, sources });
      }
      const { flow } = document.getState();
      const preview = await client.preview({
        samples: last.name,
        content,
        locale: flow?.locale ?? 'en',
        timeZone: flow?.timeZone ?? 'UTC',
      });
      if (preview === undefined)
        return {
          value: undefined,
          problems: [{ code: 'common.preview-slow', params: {}, target: [] }],
        };
      return preview.kind === 'value'
        ? preview
        : { value: preview.holds, problems: preview.problems };
    },
  };
}
