import { MantineProvider, Textarea, TextInput } from '@mantine/core';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { asCode, theme } from './theme.ts';

test('what is typed runs the way its first word does, code from the left', () => {
  const drawn = renderToString(
    <MantineProvider theme={theme}>
      <TextInput label="Name" defaultValue="לקוחות" />
      <Textarea label="Note" defaultValue="לקוחות" />
      <Textarea label="Example" attributes={asCode} defaultValue='{"שם": 1}' />
    </MantineProvider>,
  );
  expect(drawn.match(/<(?:input|textarea)[^>]* dir="\w+"/g)?.map((each) => each.slice(-6))).toEqual(
    ['"auto"', '"auto"', '="ltr"'],
  );
});
