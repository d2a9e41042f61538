import { isWhole, type ComponentSummary } from '../../catalog/index.ts';
import { offeredLanguages, type Language } from '../../words/language.ts';
import { textsIn } from './catalog.ts';

/** The components as they are called in the languages that the page does not speak, as far as that can be fetched. */
export async function inOtherLanguages(
  spoken: Language,
  written: readonly ComponentSummary[],
): Promise<readonly (readonly ComponentSummary[])[]> {
  const { inLanguage, summaryInLanguage } = await import('../../catalog/texts.ts');
  return Promise.all(
    offeredLanguages
      .filter((language) => language !== spoken)
      .map(async (language) => {
        if (language === 'en') return written;
        const texts = await textsIn(language);
        return written.map((each) => {
          const said = texts[each.id] ?? {};
          return isWhole(each)
            ? inLanguage(each, language, said)
            : summaryInLanguage(each, language, said);
        });
      }),
  );
}
