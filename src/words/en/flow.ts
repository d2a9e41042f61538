/** Why a change of the flow is not made, and what a flow still lacks. Sentences: what, where, what now. */
export const flow = {
  'read-only': 'This flow is being changed in another tab. Take it over here to change it.',
  'unknown-change': 'This change comes from another version of Footbridge and cannot be made here.',
  'unknown-step': 'This step is no longer in the flow.',
  'unknown-edge': 'This connection is no longer in the flow.',
  'unknown-credential': 'This credential is no longer in the flow. Choose another one.',
  'credential-of-other-component':
    'The credential “{{credential}}” belongs to another component. Choose one of this component, or connect again.',
  'id-taken': 'This is in the flow already.',
  'name-empty': 'A name needs at least one letter.',
  'edge-to-itself': 'A step cannot be connected to itself.',
  'edge-twice': 'These two steps are connected already.',
  'edge-circle': 'This would send data round in a circle. Connect it to a later step.',
  'edge-into-start': '{{step}} starts the flow, so nothing can lead to it.',
  'sample-of-other-step': 'This sample belongs to another step.',
} as const satisfies Readonly<Record<string, string>>;
