import { createContext, use } from 'react';

/** Does something; where it asks for a fresh proof of who one is, that is asked for first, and it is done again. */
export type WithProof = <Result>(action: () => Promise<Result>) => Promise<Result>;

export const ProofContext = createContext<WithProof>((action) => action());

export const useProof = (): WithProof => use(ProofContext);
