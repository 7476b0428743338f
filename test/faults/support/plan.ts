import { pick, randomFrom } from '../../support/random.ts';

/** What happens to the bus between the processes, besides that it is noisy all the time. */
export const busFaults = ['redis hangs', 'redis is killed', 'a node loses redis'] as const;
/** What happens to the nodes. */
export const nodeFaults = [
  'a node is killed after a commit',
  'a node is killed in mid catch-up',
  'rolling drain',
  'a node loses the database',
] as const;
/** What happens to clients and their lines. */
export const clientFaults = [
  'half-open line',
  'lines break',
  'slow line',
  'a client does not read',
  'a token ends in mid resume',
] as const;

export type BusFault = (typeof busFaults)[number];
export type NodeFault = (typeof nodeFaults)[number];
export type ClientFault = (typeof clientFaults)[number];
export type Fault = BusFault | NodeFault | ClientFault;

/** What one seed does; the rows run beside each other, each in its order and the last two on clients of their own. */
export interface Plan {
  readonly bus: readonly BusFault[];
  readonly nodes: readonly NodeFault[];
  readonly clients: readonly ClientFault[];
  readonly otherClients: readonly ClientFault[];
}

/**
 * The same plan for the same seed. Seeds in a row share out the faults so that each comes often; what else happens is
 * left to chance. Only the plan is the same again: how processes and packets interleave is not.
 */
export function planFor(seed: number): Plan {
  const random = randomFrom(seed);
  const turn = <Kind>(kinds: readonly Kind[]) => kinds.slice(seed % kinds.length, (seed % kinds.length) + 1);
  return {
    bus: [...turn(busFaults), ...(random() < 0.3 ? [pick(random, busFaults)] : [])],
    nodes: [...turn(nodeFaults), ...(random() < 0.2 ? [pick(random, nodeFaults)] : [])],
    clients: turn(clientFaults),
    otherClients: [pick(random, clientFaults)],
  };
}
