/** Whoever has said 'not now' is not asked again for so long, in milliseconds. */
const holdsFor = 90 * 86_400_000;
const key = 'rolecall-push-dismissed-at';

export const dismissal = {
  holds(now: number): boolean {
    try {
      const at = Number(localStorage.getItem(key) ?? Number.NaN);
      return now - at < holdsFor;
    } catch {
      // Storage is blocked, so it could not be remembered either: better not to ask at all.
      return true;
    }
  },
  set(now: number): void {
    try {
      localStorage.setItem(key, String(now));
    } catch {
      // It is not asked again without storage.
    }
  },
};
