import { NativeSelect } from '@mantine/core';
import type { JsonPath, Variant } from '../../../shared/index.ts';
import { bindingAt, variantWords } from '../../../mapping/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { targetKey, useMappingDesk } from '../mapping-desk.ts';
import { switchVariant } from './switch-variant.ts';
import { rememberVariants, variantMemory } from './variant-memory.ts';
import css from './objects.module.css';

interface VariantChoiceProps {
  readonly path: JsonPath;
  readonly variants: readonly Variant[];
  readonly chosen: Variant | undefined;
}

/** More than this are a list to choose from. */
const cardsAtMost = 5;

/** "Which kind?": the ways a group may be made, by their names or by what only they have. */
export function VariantChoice({ path, variants, chosen }: VariantChoiceProps) {
  const desk = useMappingDesk();
  const words = variantWords(variants).map(sayWording);
  const key = `${desk.stepId}/${desk.slot}/${targetKey(path)}`;
  const choose = (value: string) => {
    const to = variants.find(({ at }) => String(at) === value);
    if (to === undefined || to === chosen) return;
    const now = bindingAt(desk.store.getState().binding, path);
    const group = now?.kind === 'object' ? now : undefined;
    const switched = switchVariant(group, to, desk.root, variantMemory(key));
    rememberVariants(key, switched.memory);
    desk.set(path, switched.binding);
  };
  const label = say('lists.variant');
  if (variants.length > cardsAtMost)
    return (
      <NativeSelect
        size="sm"
        mb={8}
        label={label}
        disabled={desk.readOnly}
        data={[
          ...(chosen === undefined ? [{ value: '', label: say('lists.variant-choose') }] : []),
          ...variants.map(({ at }, place) => ({ value: String(at), label: words[place] ?? '' })),
        ]}
        value={chosen === undefined ? '' : String(chosen.at)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  return (
    <div className={css.variants}>
      <ChoiceCards
        legend={label}
        value={chosen === undefined ? undefined : String(chosen.at)}
        disabled={desk.readOnly}
        choices={variants.map(({ at, title, fields }, place) => ({
          value: String(at),
          title: words[place] ?? '',
          ...(title !== undefined &&
            fields.length > 0 && {
              help: say('lists.variant-fields', { names: fields.join(', ') }),
            }),
        }))}
        onChoose={choose}
      />
    </div>
  );
}
