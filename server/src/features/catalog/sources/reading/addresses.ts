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
