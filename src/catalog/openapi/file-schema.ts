import { attachmentFormat, ownDescription, ownTitle, type JsonSchema } from '../../shared/index.ts';

/** A file to send: what a message holds where a service wants one. */
export function fileSchema(): JsonSchema {
  return {
    type: 'object',
    properties: {
      name: {
        ...ownTitle('file-name'),
        ...ownDescription('file-name-help'),
        type: 'string',
        minLength: 1,
        maxLength: 200,
      },
      text: {
        ...ownTitle('file-text'),
        ...ownDescription('file-text-help'),
        type: 'string',
      },
      base64: {
        ...ownTitle('file-or-base64'),
        ...ownDescription('file-or-base64-help'),
        type: 'string',
      },
      content: {
        ...ownTitle('file-or-content'),
        ...ownDescription('file-or-content-help'),
        type: 'object',
        format: attachmentFormat,
      },
      type: {
        ...ownTitle('file-kind'),
        ...ownDescription('file-kind-help'),
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
    ...ownTitle('file'),
    type: 'object',
    properties: {
      name: { ...ownTitle('file-name'), type: 'string' },
      type: {
        ...ownTitle('file-kind'),
        ...ownDescription('file-got-kind-help'),
        type: 'string',
      },
      size: { ...ownTitle('file-size'), type: 'integer', minimum: 0 },
      text: { ...ownTitle('file-text'), ...ownDescription('file-got-text-help'), type: 'string' },
      base64: {
        ...ownTitle('file-base64'),
        ...ownDescription('file-got-base64-help'),
        type: 'string',
      },
      content: {
        ...ownTitle('file-content'),
        ...ownDescription('file-got-content-help'),
        type: 'object',
        format: attachmentFormat,
      },
    },
    required: ['name', 'size'],
  };
}
