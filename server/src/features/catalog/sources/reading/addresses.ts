/** Whether this can be the name of a board in a path of its provider, and nothing else. */
export function isBoardToken(address: string): boolean {
  return /^[A-Za-z0-9._-]{1,100}$/.test(address) && !/^\.+$/.test(address);
}

/** The part of a path after the host, where a link belongs to one of these hosts: the board in a job's own link. */
export function boardOfLink(link: string, hosts: readonly string[], index = 0): string | null {
  const url = URL.parse(link);
  if (url === null || !hosts.includes(url.hostname)) return null;
  const part = url.pathname.split('/')[index + 1] ?? '';
  return isBoardToken(part) ? part : null;
}

/** Names that providers keep for themselves where boards have names before their domain. */
const reservedNames: ReadonlySet<string> = new Set([
  'www',
  'api',
  'app',
  'apps',
  'blog',
  'career',
  'careers',
  'cdn',
  'developer',
  'developers',
  'docs',
  'help',
  'jobs',
  'support',
  'status',
]);

/** Whether this can be the name of a board before the domain of its provider. */
export function isHostToken(address: string): boolean {
  return (
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z]{2,4})?$/i.test(address) && !reservedNames.has(address)
  );
}

/** The name of a board before one of these domains: `acme` of `https://acme.recruitee.com/o/cook`. */
export function boardOfHost(link: URL, domains: readonly string[]): string | null {
  for (const domain of domains) {
    if (!link.hostname.endsWith(`.${domain}`)) continue;
    const board = link.hostname.slice(0, -domain.length - 1);
    return isHostToken(board) ? board : null;
  }
  return null;
}
