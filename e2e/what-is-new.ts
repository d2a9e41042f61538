/**
 * What of a page has not been looked at. It runs in the page, so it stands by itself: it may use nothing from outside.
 *
 * 1. An element is as before when it, all in it, and how what is around it looks were seen before, in whichever document.
 * 2. What was hidden from who does not see counts as seen only as long as it is hidden: axe leaves it out.
 * 3. The frame is the page's headings, its landmarks, and what is in none of them.
 */
export interface Look {
  /** The largest parts that are as before; the whole page when nothing is new. */
  readonly same: readonly Element[];
  /** What is seen now and was not before. */
  readonly fresh: readonly string[];
  readonly isFrameNew: boolean;
}

export function whatIsNew(known: ReadonlySet<string>): Look {
  interface Place {
    readonly around: string;
    readonly isHidden: boolean;
    readonly isInLandmark: boolean;
    /** What comes and goes above the page is none of its frame. */
    readonly isOverPage: boolean;
  }
  interface Seen {
    readonly key: string;
    readonly isSame: boolean;
    /** The largest parts of it that are as before. */
    readonly same: readonly Element[];
  }
  const landmarks =
    'main, nav, body > header, aside, section[aria-label], section[aria-labelledby], [role="banner"], [role="region"]';
  const over =
    '[data-portal], [role="dialog"], [role="status"], [role="alert"], [role="log"], [aria-live]';
  const looks =
    /^(class|style|role|lang|hidden|inert|disabled|open|aria-disabled|data-(?!id|position|scroll-locked|tab).+)=/;
  const placing = /(transform|translate|inset|top|left|right|bottom|width|height)[\w-]*:[^;]*;?/g;
  const links = /^(for|aria-(labelledby|describedby|controls|owns|details))$/;
  const fresh = new Set<string>();
  const frame: string[] = [document.title];

  const whole = seen(document.documentElement, {
    around: '',
    isHidden: false,
    isInLandmark: false,
    isOverPage: false,
  });
  const frameKey = hash(frame.join('\n'));
  const isFrameNew = !known.has(frameKey);
  if (isFrameNew) fresh.add(frameKey);
  return { same: whole.same, fresh: [...fresh], isFrameNew };

  function seen(element: Element, { around, isHidden, isInLandmark, isOverPage }: Place): Seen {
    if (element.localName === 'head') return { key: '', isSame: true, same: [element] };
    const attributes = [...element.attributes].map(
      ({ name, value }) => `${name}=${plain(name, value)}`,
    );
    const own = `${element.localName} ${attributes.join(' ')}`;
    const look = attributes.filter((one) => looks.test(one));
    const isLandmark = element.matches(landmarks);
    const isOver = isOverPage || element.matches(over);
    const isHeading = /^h[1-6]$/.test(element.localName);
    if (!isOver && (isHeading || isLandmark))
      frame.push(`${element.localName} ${element.role ?? ''} ${element.ariaLabel ?? ''}`);
    else if (!isOver && !isInLandmark) frame.push(own + wordsOf(element));

    const isHiddenHere = isHidden || element.matches('[aria-hidden="true"], [inert]');
    const inside: Place = {
      around: hash(`${around} ${element.localName} ${look.join(' ')}`),
      isHidden: isHiddenHere,
      isInLandmark: isInLandmark || isLandmark,
      isOverPage: isOver,
    };
    const parts = [...element.children].map((child) => seen(child, inside));

    const key = hash(
      `${around} ${own} ${labels(element)} ${wordsOf(element)} ${parts.map((part) => part.key).join(' ')}`,
    );
    const isKnown = known.has(key) || (isHiddenHere && known.has(`${key}-`));
    if (!isKnown) fresh.add(isHiddenHere ? `${key}-` : key);
    const isSame = isKnown && parts.every((part) => part.isSame);
    return { key, isSame, same: isSame ? [element] : parts.flatMap((part) => part.same) };
  }

  /** Without what differs each time a page is loaded, or each time something moves. */
  function plain(name: string, value: string): string {
    if (name === 'style') return value.replaceAll(placing, '');
    if (name === 'class') return value;
    const missing = links.test(name)
      ? value.split(/\s+/).filter((id) => document.getElementById(id) === null).length
      : 0;
    return `${value.replaceAll(/_r_\w+_|mantine-[a-z\d]{9}/g, '_')}${missing > 0 ? ` ${missing} missing` : ''}`;
  }
  function labels(element: Element): string {
    return element instanceof HTMLInputElement ? `${element.labels?.length ?? 0} labels` : '';
  }
  function wordsOf(element: Element): string {
    return [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
      .join('|');
  }
  /** 53 bits of it (cyrb53). */
  function hash(text: string): string {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2_654_435_761);
      b = Math.imul(b ^ code, 1_597_334_677);
    }
    a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
    b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
    return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
  }
}
