import { Menu } from '@mantine/core';
import { say, spokenLanguage } from '../../words/index.ts';
import { languageNames, offeredLanguages } from '../../words/language.ts';
import { chooseLanguage } from '../effects/page-language.ts';
import { keepOpenRun } from '../effects/reopen-run.ts';
import { useRun, useWorkbench } from '../state/workbench.ts';

/** The languages to choose from, where there are several. */
export function LanguageItems() {
  const bench = useWorkbench();
  const isRunning = useRun(({ run }) => run !== undefined && run.finishedAt === undefined);
  if (offeredLanguages.length < 2) return null;
  return (
    <>
      <Menu.Label>
        {say('common.language')}
        {isRunning && ` · ${say('common.language-stops-test')}`}
      </Menu.Label>
      <Menu.RadioGroup value={spokenLanguage()}>
        {offeredLanguages.map((language) => (
          <Menu.RadioItem
            key={language}
            value={language}
            lang={language}
            onClick={() => {
              keepOpenRun(bench);
              chooseLanguage(language);
            }}
          >
            {languageNames[language]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
