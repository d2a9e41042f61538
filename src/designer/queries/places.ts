import { queryOptions } from '@tanstack/react-query';
import { loadPlaces } from './proxy-client.ts';

/** Named places that the operator configured, with the sample keys of the sample services. */
export const placesQuery = queryOptions({ queryKey: ['places'], queryFn: loadPlaces });
