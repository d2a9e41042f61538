import {
  ArrowRight,
  Download,
  FlaskConical,
  Forward,
  Keyboard,
  ListChecks,
  Plus,
  Power,
  Redo2,
  SquarePen,
  Trash2,
  Undo2,
  Upload,
  type LucideIcon,
} from 'lucide-react';
import type { CommandId } from '../effects/commands/commands.ts';

export const commandIcons: Readonly<Record<CommandId, LucideIcon>> = {
  'flow.undo': Undo2,
  'flow.redo': Redo2,
  'flow.problems': ListChecks,
  'flow.tests': FlaskConical,
  'flow.export': Download,
  'flow.import': Upload,
  'page.keys': Keyboard,
  'step.open': SquarePen,
  'step.add-after': Plus,
  'step.connect': ArrowRight,
  'step.test-up-to': FlaskConical,
  'step.continue-from': Forward,
  'step.switch': Power,
  'selection.remove': Trash2,
};
