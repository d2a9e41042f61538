import { dyingHost, inProcessHost } from './testing/hosts.ts';
import { describeHost } from './testing/host-contract.ts';

describeHost('one thread', inProcessHost);
describeHost('a host that dies after every effect', dyingHost);
