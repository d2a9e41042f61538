import { hasSample, type ComponentSummary } from '../../catalog/index.ts';

/**
 * What a flow can begin with by somebody who has no account anywhere yet: the services with a sample, then what hears or looks
 * for data by itself, what is called from elsewhere first.
 */
export function firstChoices(
  components: readonly ComponentSummary[],
  count: number,
): readonly ComponentSummary[] {
  const services = components.filter((each) => each.kind === 'connector' && hasSample(each));
  const generic = components.filter(
    (each) => each.kind === 'generic' && (starts(each, 'webhook') || starts(each, 'poll')),
  );
  const called = generic.filter((each) => starts(each, 'webhook'));
  return [...new Set([...services, ...called, ...generic])].slice(0, count);
}

function starts({ operations }: ComponentSummary, how: 'webhook' | 'poll'): boolean {
  return operations.some((operation) => operation.starts === how);
}
