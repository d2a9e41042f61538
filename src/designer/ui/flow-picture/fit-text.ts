export type Measure = (text: string, font: string) => number;

/** How wide the browser draws a text. */
export function measureText(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (context === null) return text.length * 8;
    context.font = font;
    return context.measureText(text).width;
  };
}

/** A text on one line, cut where it would be too long. */
export function cutText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measure(`${text.slice(0, middle)}…`) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}

/** A text on several lines, as many as there is room for. */
export function wrapText(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, width, measure));
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(1, most));
  return [...kept.slice(0, -1), cutText(`${kept.at(-1) ?? ''} …`, width, measure)];
}

function wrapLine(
  line: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let here = '';
  for (const word of line.split(' ')) {
    const longer = here === '' ? word : `${here} ${word}`;
    if (here !== '' && measure(longer) > width) {
      lines.push(here);
      here = word;
    } else here = longer;
  }
  return [...lines, here].map((one) => cutText(one, width, measure));
}
