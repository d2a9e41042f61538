import { createContext, use } from 'react';
import type { FieldChoices } from './form-props.ts';

/** What every field of a form may ask of the form around it. */
export interface FormFacts {
  readonly choices: Readonly<Record<string, FieldChoices>>;
  readonly labels: Readonly<Record<string, string>>;
  /** The person left a field: it may complain from now on. */
  leave(pointer: string): void;
  /** The person chose an option: nothing more is to be typed. */
  choose(pointer: string, label?: string): void;
}

const noFacts: FormFacts = { choices: {}, labels: {}, leave: () => {}, choose: () => {} };

export const FormFrame = createContext<FormFacts>(noFacts);

export function useFormFacts(): FormFacts {
  return use(FormFrame);
}
