import { AnchoredMenu } from '../ui/anchored-menu.tsx';
import { HelpItems } from '../ui/help-items.tsx';

interface HelpMenuProps {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

export function HelpMenu({ anchor, onClose }: HelpMenuProps) {
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose} position="bottom-end" width={320}>
      <HelpItems />
    </AnchoredMenu>
  );
}
