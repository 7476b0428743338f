/** A page as whoever follows links reads it. */
export interface CrawledPage {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly title: string;
  readonly locale: string;
  readonly canonical: string;
  /** Addresses of the same page by language. */
  readonly alternates: ReadonlyMap<string, string>;
  readonly isListed: boolean;
  readonly meta: ReadonlyMap<string, string>;
  /** Of JSON-LD. */
  readonly data: unknown;
  /** Of this origin, without fragments. */
  readonly links: readonly string[];
}

const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
]);
const decode = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities.get(entity) ?? entity);

/** The attributes of each element of a name. */
const elements = (html: string, name: string): Map<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(
    ([, written = '']) =>
      new Map(
        [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decode(value)]),
      ),
  );

export async function readPage(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<CrawledPage> {
  const answer = await fetch(url, { redirect: 'manual', headers: { accept: '*/*', ...headers } });
  const html = await answer.text();
  const head = html.slice(0, html.indexOf('</head>'));
  const links = elements(head, 'link');
  const named = elements(head, 'meta').map((meta): [string, string] => [
    meta.get('name') ?? meta.get('property') ?? '',
    meta.get('content') ?? '',
  ]);
  const [, data] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(head) ?? [];
  return {
    url,
    status: answer.status,
    headers: answer.headers,
    html,
    title: decode(/<title>(.*?)<\/title>/.exec(head)?.[1] ?? ''),
    locale: /<html lang="(\w+)"/.exec(html)?.[1] ?? '',
    canonical: links.find((link) => link.get('rel') === 'canonical')?.get('href') ?? '',
    alternates: new Map(
      links
        .filter((link) => link.has('hreflang'))
        .map((link) => [link.get('hreflang') ?? '', link.get('href') ?? '']),
    ),
    isListed: !named.some(([name, content]) => name === 'robots' && content.includes('noindex')),
    meta: new Map(named),
    data: data === undefined ? undefined : JSON.parse(data),
    links: [
      ...new Set(
        elements(html.slice(html.indexOf('<body')), 'a')
          .filter((link) => link.get('rel')?.includes('nofollow') !== true)
          .map((link) => new URL(link.get('href') ?? '', url))
          .filter(({ origin }) => origin === new URL(url).origin)
          .map(({ pathname, search, origin }) => `${origin}${pathname}${search}`),
      ),
    ],
  };
}

/** Follows links from a page on, to all pages that a filter lets through, some at a time. */
export async function crawl(
  start: string,
  isWanted: (url: URL) => boolean,
): Promise<Map<string, CrawledPage>> {
  const pages = new Map<string, CrawledPage>();
  const seen = new Set([start]);
  for (let next = [start]; next.length > 0; ) {
    const batch = next.splice(0, 8);
    const read = await Promise.all(batch.map((url) => readPage(url)));
    for (const page of read) {
      pages.set(page.url, page);
      for (const link of page.links) {
        if (seen.has(link) || !isWanted(new URL(link))) continue;
        seen.add(link);
        next.push(link);
      }
    }
  }
  return pages;
}

/** The addresses of a sitemap and of all its parts. */
export async function readSitemap(url: string): Promise<string[]> {
  const xml = await (await fetch(url)).text();
  const places = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place = '']) => decode(place));
  if (!xml.includes('<sitemapindex')) return places;
  return (await Promise.all(places.map(readSitemap))).flat();
}
