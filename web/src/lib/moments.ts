/** Something that a person has just done and that other areas may have something to say to. */
export type Moment = 'job_saved' | 'applied';

const listeners = new Set<(moment: Moment) => void>();

/** Lets areas hear of each other's moments without knowing each other. */
export const moments = {
  happened(moment: Moment): void {
    for (const listener of listeners) listener(moment);
  },
  subscribe(listener: (moment: Moment) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
