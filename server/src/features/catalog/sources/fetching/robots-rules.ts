/** What a robots.txt says to one program. */
export interface RobotsRules {
  readonly rules: readonly { readonly path: string; readonly isAllowed: boolean }[];
  /** Addresses of sitemaps, which are meant for every program. */
  readonly sitemaps: readonly string[];
}

/** Nobody has to read more of it (RFC 9309, 2.5). */
const longestFile = 500 * 1_024;
const mostRules = 2_000;
const longestPath = 1_000;
const mostSitemaps = 20;

/**
 * Reads a robots.txt (RFC 9309): the groups that name this program, or else those for all. Lines that it does not know are
 * passed over, as the standard wants it.
 *
 * @param product name of the program, in lower case
 */
export function readRobots(text: string, product: string): RobotsRules {
  const own: RobotsRules['rules'][number][] = [];
  const others: RobotsRules['rules'][number][] = [];
  const sitemaps: string[] = [];
  let isOwnNamed = false;
  let agents: string[] = [];
  let isNaming = false;
  for (const line of text.slice(0, longestFile).split(/[\r\n]+/)) {
    const [statement = ''] = line.split('#', 1);
    const colon = statement.indexOf(':');
    if (colon === -1) continue;
    const name = statement.slice(0, colon).trim().toLowerCase();
    const value = statement.slice(colon + 1).trim();
    if (name === 'user-agent') {
      if (!isNaming) agents = [];
      isNaming = true;
      agents.push(value.toLowerCase().split('/', 1)[0]?.trim() ?? '');
      if (agents.includes(product)) isOwnNamed = true;
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false;
      const rule = { path: value.slice(0, longestPath), isAllowed: name === 'allow' };
      // An empty rule forbids nothing.
      if (value === '') continue;
      if (agents.includes(product) && own.length < mostRules) own.push(rule);
      if (agents.includes('*') && others.length < mostRules) others.push(rule);
    } else if (name === 'sitemap' && sitemaps.length < mostSitemaps && URL.canParse(value)) {
      sitemaps.push(value);
    }
  }
  return { rules: isOwnNamed ? own : others, sitemaps };
}

/** Whether a program may fetch an address: the longest rule that fits it decides, and of two that are as long the one that allows. */
export function isAllowed({ rules }: Pick<RobotsRules, 'rules'>, url: URL): boolean {
  const path = decoded(`${url.pathname}${url.search}`);
  let longest = -1;
  let allowed = true;
  for (const rule of rules) {
    const { length } = rule.path;
    if (length < longest || (length === longest && !rule.isAllowed)) continue;
    if (!fits(decoded(rule.path), path)) continue;
    longest = length;
    allowed = rule.isAllowed;
  }
  return allowed;
}

/** `*` stands for anything and `$` at the end for the end; each part is searched for behind the one before. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let position = first.length;
  for (const [index, part] of rest.entries()) {
    if (isAnchored && index === rest.length - 1) {
      return path.length - part.length >= position && path.endsWith(part);
    }
    const found = path.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return !isAnchored || position === path.length;
}

/** Escapes compare as what they stand for. */
function decoded(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const code = Number.parseInt(octet.slice(1), 16);
    // Those of a slash, a star and a dollar are no separators, and those beyond ASCII are parts of letters.
    return code > 0x20 && code < 0x7f && !'/*$%?'.includes(String.fromCharCode(code))
      ? String.fromCharCode(code)
      : octet.toUpperCase();
  });
}
