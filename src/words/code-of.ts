type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** Every code of some areas: a mistyped one does not compile. */
export type CodeOf<Areas> = {
  [Name in keyof Areas & string]: `${Name}.${Singular<keyof Areas[Name]> & string}`;
}[keyof Areas & string];
