import { Menu } from '@mantine/core';
import { say, spokenLanguage } from '../../words/index.ts';
import { languageNames, offeredLanguages } from '../../words/language.ts';
import { chooseLanguage } from '../effects/page-language.ts';

/** The languages to choose from, where there are several. */
export function LanguageItems() {
  if (offeredLanguages.length < 2) return null;
  return (
    <>
      <Menu.Label>{say('common.language')}</Menu.Label>
      <Menu.RadioGroup value={spokenLanguage()}>
        {offeredLanguages.map((language) => (
          <Menu.RadioItem
            key={language}
            value={language}
            lang={language}
            onClick={() => chooseLanguage(language)}
          >
            {languageNames[language]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
