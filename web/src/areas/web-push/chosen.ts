/** Remembers in this browser for whom pushes were turned on, so that a lost subscription is made good. */
const key = 'rolecall-push-for';

export const chosen = {
  isFor: (accountId: string): boolean => read() === accountId,
  set(accountId: string | null): void {
    try {
      if (accountId === null) localStorage.removeItem(key);
      else localStorage.setItem(key, accountId);
    } catch {
      // Storage is blocked: the subscription itself is what counts.
    }
  },
};

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
