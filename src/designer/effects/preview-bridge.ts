/**
 * Between the page and the preview threads. Data is sent once for each set of sources, not with each key stroke.
 *
 * What takes long (pairs by name, words in 10 MB of samples, a check of all recorded data) has a thread of its own: a result line never waits for it.
 */
import type { NamedSample, SourceType } from '../../mapping/index.ts';
import type { JsonSchema } from '../../shared/index.ts';
import { createPreviewClient, type PreviewClient } from '../../worker/worker-client.ts';
import type { PreviewCommands, PreviewSources, Workbench } from '../state/workbench.ts';

export function createPreviewCommands(
  { document }: Pick<Workbench, 'document'>,
  newClient: () => PreviewClient = createPreviewClient,
): PreviewCommands {
  const evaluates = aThread(newClient);
  const looksUp = aThread(newClient);

  return {
    async evaluate(content, sources, options = {}) {
      const { flow } = document.getState();
      const { client, name } = evaluates.with(sources);
      const preview = await client.preview({
        samples: name,
        content,
        locale: flow?.locale ?? 'en',
        timeZone: flow?.timeZone ?? 'UTC',
        ...options,
      });
      if (preview === undefined)
        return {
          value: undefined,
          cuts: [],
          problems: [{ code: 'common.preview-slow', params: {}, target: [] }],
        };
      return preview.kind === 'value'
        ? { ...preview, cuts: preview.cuts ?? [] }
        : { value: preview.holds, cuts: [], problems: preview.problems };
    },
    async match(target, sources, existing) {
      const { client, name } = looksUp.withForm(target, sources);
      return client.match({ form: name, existing });
    },
    async checkRecords(target, sources, records, binding) {
      const { flow } = document.getState();
      const { name: form } = looksUp.withForm(target, sources);
      const { client, name } = looksUp.withRecords(records);
      const found = await client.check({
        form,
        records: name,
        binding,
        locale: flow?.locale ?? 'en',
        timeZone: flow?.timeZone ?? 'UTC',
      });
      return found ?? [];
    },
    arrange: (asked) => looksUp.client().arrange(asked),
    async find(sources, words) {
      const { client, name } = looksUp.with(sources);
      return (await client.find({ samples: name, words })) ?? [];
    },
  };
}

/** A thread that starts when it is first needed, and what it was given already, by identity. */
function aThread(newClient: () => PreviewClient) {
  const known = new WeakMap<object, string>();
  const forms = new WeakMap<JsonSchema, WeakMap<readonly SourceType[], object>>();
  let client: PreviewClient | undefined;
  let last: string[] = [];
  let count = 0;

  /** The thread keeps its last few sets: an older one is given again under a new name. */
  function nameOf(given: object, give: (client: PreviewClient, name: string) => void) {
    client ??= newClient();
    let name = known.get(given);
    if (name === undefined || !last.includes(name)) {
      count += 1;
      name = `set-${count}`;
      known.set(given, name);
      last = [...last, name].slice(-setsKept);
      give(client, name);
    }
    return { client, name };
  }

  /** One object for each form and what it may read. */
  function formOf(target: JsonSchema, sources: readonly SourceType[]): object {
    let bySources = forms.get(target);
    if (bySources === undefined) forms.set(target, (bySources = new WeakMap()));
    let form = bySources.get(sources);
    if (form === undefined) bySources.set(sources, (form = {}));
    return form;
  }

  return {
    client: () => (client ??= newClient()),
    with: (sources: PreviewSources) =>
      nameOf(sources, (to, name) => to.setSamples({ name, sources })),
    withForm: (target: JsonSchema, sources: readonly SourceType[]) =>
      nameOf(formOf(target, sources), (to, name) => to.setForm({ name, target, sources })),
    withRecords: (samples: readonly NamedSample[]) =>
      nameOf(samples, (to, name) => to.setRecords({ name, samples })),
  };
}

/** At most as many as a thread keeps of one kind. */
const setsKept = 3;
