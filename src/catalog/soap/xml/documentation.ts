import { childrenOf, type XmlElement } from './element.ts';
import { wsdlSpace, xsdSpace } from '../spaces.ts';

const longest = 600;

/** What a description says about a part of itself. Foreign text: it is shown as text, and what looks like HTML in it too. */
export function documentationOf(element: XmlElement | undefined): string | undefined {
  const notes = [
    ...childrenOf(element, wsdlSpace, 'documentation'),
    ...childrenOf(element, xsdSpace, 'annotation').flatMap((note) =>
      childrenOf(note, xsdSpace, 'documentation'),
    ),
  ];
  const said = notes.map(wholeText).join(' ').replace(/\s+/g, ' ').trim();
  if (said === '') return undefined;
  return said.length > longest ? `${said.slice(0, longest - 1)}…` : said;
}

function wholeText(element: XmlElement): string {
  return [element.text, ...element.children.map(wholeText)].join(' ');
}
