/**
 * Set-up of a thread, imported before everything else: schemas are made while modules load, and a schema that is made
 * before this line tries to compile itself from text, which the page's policy forbids.
 */
import { z } from 'zod';

z.config({ jitless: true });
