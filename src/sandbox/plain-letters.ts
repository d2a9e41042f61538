const spelledOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  å: 'a',
  ø: 'o',
};

/** The letters that an e-mail address may have: "Weiß" becomes "weiss", "García López" becomes "garcia-lopez". */
export function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßłıåø]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z -]/g, '')
    .replaceAll(' ', '-');
}
