import { createContext, use, type ComponentType } from 'react';
import type { SaidOfAccount } from '../state/said-of-account.ts';
import type { StepTab } from '../state/view-store.ts';

type StepProps = { readonly step: string };
type CredentialProps = StepProps & {
  /** The step was without an account and has one now. */
  readonly onConnected: (said: SaidOfAccount | undefined) => void;
};
type SlotProps = { readonly step: string; readonly slot: string };

/** The panels that `main.tsx` brings in, each loaded when it is first shown. They never import each other. */
export interface Panels {
  readonly StepPanel: ComponentType<{
    readonly step: string;
    readonly tab: StepTab;
    readonly mapping: ComponentType<SlotProps>;
    readonly test: ComponentType<StepProps>;
    readonly credential: ComponentType<CredentialProps>;
  }>;
  readonly MappingForm: ComponentType<SlotProps>;
  readonly TestTab: ComponentType<StepProps>;
  readonly CredentialTab: ComponentType<CredentialProps>;
  readonly RunPanel: ComponentType;
}

export const PanelsContext = createContext<Panels | undefined>(undefined);

export function usePanels(): Panels {
  const panels = use(PanelsContext);
  if (panels === undefined) throw new Error('no Panels around this component');
  return panels;
}
