import { Button } from '@mantine/core';
import { Shapes } from 'lucide-react';
import { useRef, useState } from 'react';
import { kindsOf, schemaAt, type JsonPath } from '../../../shared/index.ts';
import { isFreePlace } from '../../../flow/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ShapeChoice } from '../../ui/shape/shape-choice.tsx';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import css from './objects.module.css';

/**
 * A place whose fields the person names: what a Mapper makes, the data of a request. It stays while they are being named,
 * whatever the place becomes. Of the whole input hardly anything can be filled before: there the question is open.
 */
export function FreePlace({ path }: { readonly path: JsonPath }) {
  const { catalog } = useWorkbench();
  const { slot, root, readOnly } = useMappingDesk();
  const step = useDesk((state) => state.step);
  const { kinds, open } = kindsOf(schemaAt(root, path), root);
  const isUnsaid = open && kinds.size === 0;
  const [isOpen, setIsOpen] = useState(path.length === 0 && isUnsaid);
  const toggle = useRef<HTMLButtonElement>(null);
  const names = path.filter((part) => typeof part === 'string');
  if (step === undefined || slot !== 'input' || !isFreePlace(step, catalog, path)) return null;
  return (
    <div className={css.free}>
      {!readOnly && (
        <Button
          ref={toggle}
          size="compact-xs"
          variant="subtle"
          leftSection={<Shapes aria-hidden size={13} />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say(isOpen ? 'lists.shape-done' : isUnsaid ? 'lists.shape' : 'lists.shape-change')}
        </Button>
      )}
      {isOpen && (
        <div className={css.freeShape}>
          <ShapeChoice
            step={step}
            side="input"
            at={names}
            title={say(path.length === 0 ? 'inspector.shape' : 'lists.shape-question')}
            readOnly={readOnly}
            onTaken={() => {
              setIsOpen(false);
              toggle.current?.focus();
            }}
          />
        </div>
      )}
    </div>
  );
}
