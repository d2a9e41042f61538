export { withRequest } from '../openapi/request-note.ts';
