import { Catalogue } from '../catalogue/catalogue.tsx';
import { WithQueries } from '../queries/with-queries.tsx';
import { loadTemplates } from './load-templates.ts';

export function CataloguePage({ name }: { readonly name: string | undefined }) {
  return (
    <WithQueries>
      <Catalogue name={name} loadTemplates={loadTemplates} />
    </WithQueries>
  );
}
