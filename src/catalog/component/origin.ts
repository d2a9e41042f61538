import { z } from 'zod';
import { pointerSchema } from './pointer.ts';

/** Where a component's service is. */
export const originSchema = z
  .union([
    z.string(), // "https://api.example.com", or with named variables: "https://{region}.example.com"
    /**
     * The same, where a variable is no field of the form by itself: a part of one (`us21`, behind the last `-` of a key), or
     * the component's own word for what is chosen in it (which, being no one's input, may have dots).
     */
    z.object({
      pattern: z.string(),
      with: z.record(
        z.string(),
        z.object({
          at: pointerSchema,
          behind: z.string().min(1).optional(),
          table: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
    z.object({ named: z.string() }), // the operator says where it is (an own server, a sample service)
    z.object({ from: z.enum(['settings', 'credential']), at: pointerSchema }), // the person types the address
    // The person types a host and perhaps a port: of services that are not asked by HTTP.
    z.object({
      from: z.literal('credential'),
      host: pointerSchema,
      port: pointerSchema.optional(),
      usualPort: z.number().int().min(1).max(65_535),
    }),
    // The person names a file of the server's computer, in a folder that its operator opened.
    z.object({ from: z.literal('credential'), file: pointerSchema }),
  ])
  .meta({ id: 'Origin' });
export type Origin = z.infer<typeof originSchema>;
