import { type ReactNode, Suspense, useCallback, useState } from 'react';
import { hasCode } from '../lib/error-words.ts';
import { lazyPart } from '../lib/lazy-part.ts';
import { ProofContext, type WithProof } from '../lib/proof.ts';

const ProofDialog = lazyPart(async () => (await import('./proof-dialog.tsx')).ProofDialog);

interface Asked {
  readonly proven: () => void;
  readonly refused: (error: Error) => void;
}

/** Asks for a fresh proof of who one is, whenever something wants it. */
export function ProofProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const withProof: WithProof = useCallback(async (action) => {
    try {
      return await action();
    } catch (error) {
      if (!hasCode(error, 'reauthentication_required')) throw error;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    setAsked({ proven: resolve, refused: reject });
    await promise.finally(() => setAsked(undefined));
    return action();
  }, []);
  return (
    <ProofContext value={withProof}>
      {children}
      {asked !== undefined && (
        <Suspense>
          <ProofDialog onProven={asked.proven} onRefused={asked.refused} />
        </Suspense>
      )}
    </ProofContext>
  );
}
