/**
 * Whether the server has been upgraded since this tab was opened. Every build names its scripts anew, and the start page
 * names the script of the build that there is now.
 */
export type BuildState = 'same' | 'newer' | 'unreachable';

/** By this name the tab remembers a build that it has left: it leaves none twice, even where two servers differ for a while. */
const leftKey = () => `rolecall-left ${ownScript()}`;

const ownScript = (): string =>
  document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';

let isOutdated = false;

export async function askForBuild(): Promise<BuildState> {
  try {
    const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } });
    if (!answer.ok) return 'unreachable';
    const isSame = (await answer.text()).includes(`"${ownScript()}"`);
    isOutdated = !isSame;
    return isSame ? 'same' : 'newer';
  } catch {
    return 'unreachable';
  }
}

/** Loads the page again with the build that there is now, once; answers whether it does. */
export function leaveBuild(address: string): boolean {
  try {
    if (sessionStorage.getItem(leftKey()) !== null) return false;
    sessionStorage.setItem(leftKey(), new Date().toISOString());
  } catch {
    // Without storage nobody would know whether it has happened before.
    return false;
  }
  window.location.assign(address);
  return true;
}

/** Whoever goes to another page leaves nothing behind on this one: then an old tab takes the new build. */
export function leaveOldBuild(address: string): void {
  if (isOutdated) leaveBuild(address);
}

/** How long a tab has to be out of sight until it asks whether there is a new build, in milliseconds. */
const longAway = 10 * 60_000;

/** Asks when a tab is looked at again after a while. */
export function watchForBuilds(): void {
  let hiddenAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > longAway) void askForBuild();
  });
}
