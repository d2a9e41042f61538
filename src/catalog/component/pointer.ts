import { z } from 'zod';

export const pointerSchema = z
  .string()
  .regex(/^(\/.*)?$/, 'a JSON Pointer starts with "/" or is empty');
