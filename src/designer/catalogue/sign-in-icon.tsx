import { AppWindow, KeyRound, LockOpen, UserRound } from 'lucide-react';
import type { SignInKind } from '../../catalog/index.ts';

const icons = { window: AppWindow, key: KeyRound, password: UserRound, none: LockOpen };

export function SignInIcon({
  kind,
  size = 15,
}: {
  readonly kind: SignInKind;
  readonly size?: number;
}) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden />;
}
