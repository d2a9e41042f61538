import { useId, type ReactNode } from 'react';
import css from './named-part.module.css';

interface NamedPartProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of what is told of an operation, under its name. */
export function NamedPart({ icon, title, className, children }: NamedPartProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={className}>
      <h4 id={id} className={css.name}>
        <span aria-hidden className={css.icon}>
          {icon}
        </span>
        {title}
      </h4>
      {children}
    </div>
  );
}
