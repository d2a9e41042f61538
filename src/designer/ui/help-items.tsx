import { CommandItem } from './command-item.tsx';

/** Guided lessons, keys and words: what explains the page. */
export function HelpItems() {
  return (
    <>
      <CommandItem id="guide.resume" />
      <CommandItem id="guide.first-flow" />
      <CommandItem id="guide.break-and-fix" />
      <CommandItem id="page.catalogue" />
      <CommandItem id="page.keys" />
      <CommandItem id="page.words" />
    </>
  );
}
