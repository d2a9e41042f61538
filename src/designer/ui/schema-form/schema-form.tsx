import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { SchemaFormProps } from './form-props.ts';

const LoadedForm = lazy(async () => ({ default: (await import('./loaded-form.tsx')).LoadedForm }));

/**
 * A form made from a JSON Schema. It complains about a field when the person leaves it or sends the form, never while
 * they type into it for the first time. The form library is loaded with the first form.
 */
export function SchemaForm(props: SchemaFormProps) {
  return (
    <Suspense
      fallback={
        <Stack gap={16} aria-hidden>
          <Skeleton height={56} radius={6} />
          <Skeleton height={56} radius={6} />
        </Stack>
      }
    >
      <LoadedForm {...props} />
    </Suspense>
  );
}
