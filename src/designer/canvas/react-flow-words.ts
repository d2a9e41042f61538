import type { AriaLabelConfig } from '@xyflow/react';
import { say } from '../../words/first.ts';

/** What React Flow itself says, in the language of the page. Its controls are not used. */
export function reactFlowWords(): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': say('canvas.keys-help'),
    'node.a11yDescription.keyboardDisabled': say('canvas.keys-help'),
    'edge.a11yDescription.default': say('canvas.edge'),
    'minimap.ariaLabel': say('canvas.minimap'),
  };
}
