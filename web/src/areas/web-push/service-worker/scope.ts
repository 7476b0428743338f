/** Where the worker runs; the types know the global of a worker only by its name. */
declare const self: ServiceWorkerGlobalScope;

export const scope = self;

/** What browsers have beyond the types that TypeScript ships. */
interface BadgeNavigator {
  setAppBadge?(count: number): Promise<void>;
}

/** Shows the number of unread notifications on the icon of the app, where there is one. */
export async function showBadge(count: number): Promise<void> {
  const { setAppBadge }: BadgeNavigator = scope.navigator;
  await setAppBadge?.call(scope.navigator, count).catch(() => {});
}

interface SyncManager {
  register(tag: string): Promise<void>;
}

/** Asks the browser to wake the worker when there is a connection again, where it can do so. */
export async function askForSync(tag: string): Promise<void> {
  const { registration }: { readonly registration: object } = scope;
  if ('sync' in registration && isSyncManager(registration.sync)) {
    await registration.sync.register(tag).catch(() => {});
  }
}

function isSyncManager(value: unknown): value is SyncManager {
  return typeof value === 'object' && value !== null && 'register' in value;
}
