import type { Account } from '@rolecall/contract';
import { useSyncExternalStore } from 'react';
import { client } from '../client.ts';

/**
 * Who is signed in, as this tab knows it. `unknown` until the session cookie has been tried at load. Other tabs hear
 * of a sign-in and a sign-out by a broadcast, and ask the server themselves: no token leaves a tab.
 */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed_out' }
  | { readonly status: 'signed_in'; readonly account: Account };

let state: SessionState = { status: 'unknown' };
const listeners = new Set<() => void>();
let settled: Promise<void> | undefined;

function become(account: Account | null): void {
  state = account === null ? { status: 'signed_out' } : { status: 'signed_in', account };
  for (const listener of listeners) listener();
}

async function restore(): Promise<void> {
  try {
    become(await client.session.restore());
  } catch {
    // The server cannot be reached: what needs no account still works, and a reload tries again.
    become(null);
  }
}

const currentId = (): string | null => (state.status === 'signed_in' ? state.account.id : null);

export const session = {
  get state(): SessionState {
    return state;
  },

  /** Tries the session cookie and follows the client and the other tabs from then on. Called once, at load. */
  start(): void {
    const tabs = new BroadcastChannel('rolecall-session');
    tabs.onmessage = ({ data }: MessageEvent<string | null>) => {
      if (data === currentId()) return;
      if (data === null) become(null);
      else settled = restore();
    };
    client.session.onChange((account) => {
      const isKnown = state.status !== 'unknown';
      const isOther = (account?.id ?? null) !== currentId();
      become(account);
      if (isKnown && isOther) tabs.postMessage(currentId());
    });
    settled = restore();
  },

  /** The account once it is known; null when nobody is signed in. */
  async account(): Promise<Account | null> {
    await settled;
    return state.status === 'signed_in' ? state.account : null;
  },

  /** The same person, with a new name or a confirmed address. */
  accountChanged(account: Account): void {
    become(account);
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, () => session.state);

/** The signed-in account; null for a guest or while that is not known yet. */
export function useAccount(): Account | null {
  const current = useSession();
  return current.status === 'signed_in' ? current.account : null;
}
