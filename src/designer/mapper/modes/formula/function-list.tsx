import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { writeJson, type Json } from '../../../../shared/index.ts';
import {
  formulaFunctions,
  type FormulaFunction,
  type FunctionGroup,
} from '../../../../mapping/formulas.ts';
import { wordsOfFunction, wordsOfGroup } from '../../../../words/formulas.ts';
import { say } from '../../../../words/index.ts';
import css from './function-list.module.css';

const groups: readonly FunctionGroup[] = [
  'text',
  'number',
  'list',
  'group',
  'date',
  'choice',
  'check',
];

/** All functions with what they do and one example each; a press puts one at the caret. */
export function FunctionList({ onUse }: { readonly onUse: (name: string) => void }) {
  const [search, setSearch] = useState('');
  const words = search.toLocaleLowerCase('en').split(/\s+/);
  const found = formulaFunctions.filter((one) => {
    const { takes, does } = wordsOfFunction(one.name);
    const all = `${one.name} ${takes} ${does} ${wordsOfGroup(one.group)}`.toLocaleLowerCase('en');
    return words.every((word) => all.includes(word));
  });
  return (
    <div className={css.panel}>
      <TextInput
        size="xs"
        autoFocus
        aria-label={say('fill.formula-functions-search')}
        placeholder={say('fill.formula-functions-search')}
        leftSection={<Search aria-hidden size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={css.list} role="group" aria-label={say('fill.formula-functions')}>
        {search.trim() !== '' &&
          found
            .toSorted((one, other) => rank(one, words) - rank(other, words))
            .map((one) => <FunctionRow key={one.name} function={one} onUse={onUse} />)}
        {groups.map((group) => {
          const inside = found.filter((one) => one.group === group);
          return inside.length === 0 || search.trim() !== '' ? null : (
            <section key={group} aria-label={wordsOfGroup(group)}>
              <h4 className={css.heading}>{wordsOfGroup(group)}</h4>
              {inside.map((one) => (
                <FunctionRow key={one.name} function={one} onUse={onUse} />
              ))}
            </section>
          );
        })}
        {found.length === 0 && <p className={css.none}>{say('fill.formula-functions-none')}</p>}
      </div>
    </div>
  );
}

/** Those whose name it is come before those that only speak of it. */
function rank({ name }: FormulaFunction, words: readonly string[]): number {
  const own = name.toLocaleLowerCase('en');
  if (words.some((word) => word !== '' && own.startsWith(word))) return 0;
  return words.some((word) => word !== '' && own.includes(word)) ? 1 : 2;
}

function FunctionRow({
  function: { name, example, gives },
  onUse,
}: {
  readonly function: FormulaFunction;
  readonly onUse: (name: string) => void;
}) {
  const { takes, does } = wordsOfFunction(name);
  return (
    <button type="button" className={css.row} onClick={() => onUse(name)}>
      <code className={css.name}>
        ${name}
        <span className={css.takes}>({takes})</span>
      </code>
      <span className={css.does}>{does}</span>
      <code className={css.example}>
        {example}
        {gives !== undefined && ` → ${shown(gives)}`}
      </code>
    </button>
  );
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : writeJson(value);
}
