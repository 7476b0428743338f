import type { CheerioAPI } from 'cheerio';

const mostLinks = 500;

/**
 * The pages below a page: those of its host that it links to and whose addresses go on where its own ends, as the pages of
 * single jobs do beside `/careers`.
 */
export function linksOf($: CheerioAPI, address: URL): string[] {
  const folder = address.pathname.replace(/\.[a-z]{1,5}$/i, '').replace(/\/$/, '');
  // Below the front page is everything.
  if (folder === '') return [];
  const links = new Set<string>();
  for (const element of $('a[href]').toArray()) {
    const url = URL.parse($(element).attr('href') ?? '', address.href);
    if (url === null || url.host !== address.host || !url.pathname.startsWith(`${folder}/`)) continue;
    url.hash = '';
    links.add(url.href);
    if (links.size >= mostLinks) break;
  }
  links.delete(address.href);
  return [...links];
}
