import type { JsonSchema } from '../../shared/index.ts';

/** A file to send: what a message holds where a service wants one. */
export function fileSchema(): JsonSchema {
  return {
    type: 'object',
    properties: {
      name: {
        title: 'File name',
        description: 'Such as invoice.pdf.',
        type: 'string',
        minLength: 1,
        maxLength: 200,
      },
      text: {
        title: 'Text',
        description: 'What is in the file, where that is text.',
        type: 'string',
      },
      base64: {
        title: 'Or content as Base64',
        description: 'In place of the text, for anything else.',
        type: 'string',
      },
      type: {
        title: 'Kind of file',
        description: 'Such as text/csv or application/pdf. Empty: by the end of the name.',
        type: 'string',
        maxLength: 100,
      },
    },
    required: ['name'],
  };
}

/** A file that was got. */
export function gotFileSchema(): JsonSchema {
  return {
    title: 'File',
    type: 'object',
    properties: {
      name: { title: 'Name', type: 'string' },
      type: {
        title: 'Kind of file',
        description: 'As the service says, such as application/pdf.',
        type: 'string',
      },
      size: { title: 'Size in bytes', type: 'integer', minimum: 0 },
      text: { title: 'Text', description: 'Where it is text.', type: 'string' },
      base64: { title: 'Content as Base64', description: 'Where it is no text.', type: 'string' },
    },
    required: ['name', 'size'],
  };
}
