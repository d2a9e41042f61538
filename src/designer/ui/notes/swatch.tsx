import type { LayoutColour } from '../../../flow/index.ts';
import './layout-colours.css';

/** A colour of notes and groups, beside its name. */
export function Swatch({ colour }: { readonly colour: LayoutColour }) {
  return (
    <span
      aria-hidden
      style={{
        display: 'block',
        width: 16,
        height: 16,
        border: `1px solid var(--fb-note-${colour}-line)`,
        borderRadius: 5,
        background: `var(--fb-note-${colour})`,
      }}
    />
  );
}
