import './designer/shell/platform.ts';
import './designer/ui/kit-styles.ts';
import './designer/ui/tokens.css';
import { lazy, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './designer/effects/page-language.ts';
import { loadCatalog } from './designer/queries/catalog.ts';
import { Page } from './designer/shell/page.tsx';
import type { Panels } from './designer/shell/panels.ts';
import { openAhead } from './designer/storage/read-ahead.ts';
import { spokenLanguage } from './words/first.ts';

// The only place that joins the page together: panels know the stores, never each other.
const loads: (() => Promise<unknown>)[] = [
  () => import('./designer/ui/target-menu.tsx'),
  () => import('./designer/shell/more-menu.tsx'),
  () => import('./designer/shell/test-menu.tsx'),
  () => import('./designer/ui/shown-tip.tsx'),
  () => import('./designer/palette/palette-found.tsx'),
  () => import('./designer/effects/add-step-in-words.ts'),
  () => import('./designer/effects/remove-steps.ts'),
  () => import('./designer/canvas/step-time.tsx'),
];
const panels: Panels = {
  StepPanel: panel(() => import('./designer/inspector/step-panel.tsx').then((m) => m.StepPanel)),
  CredentialTab: panel(() =>
    import('./designer/credentials/credential-tab.tsx').then((m) => m.CredentialTab),
  ),
  MappingForm: panel(() => import('./designer/mapper/mapping-form.tsx').then((m) => m.MappingForm)),
  TestTab: panel(() => import('./designer/run-panel/test-tab.tsx').then((m) => m.TestTab)),
  RunPanel: panel(() => import('./designer/run-panel/run-panel.tsx').then((m) => m.RunPanel)),
};

function panel<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  loads.push(load);
  return lazy(async () => {
    const [Panel, { WithQueries }] = await Promise.all([
      load(),
      import('./designer/queries/with-queries.tsx'),
    ]);
    const Asking = (props: Props) => (
      <WithQueries>
        <Panel {...props} />
      </WithQueries>
    );
    return { default: Asking };
  });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
if (location.pathname.startsWith('/flows/')) openAhead();
void startLanguage().then(() => {
  const catalog = loadCatalog(spokenLanguage());
  catalog.catch(() => undefined); // the page, which may be drawn later than that, says what is wrong
  createRoot(root).render(<Page panels={panels} catalog={catalog} />);
});

// What the first click will want is fetched while nobody waits for anything.
const idleAfterMs = 2_500;
setTimeout(() => {
  for (const load of loads) void load();
}, idleAfterMs);
