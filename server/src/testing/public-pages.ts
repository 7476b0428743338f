import type { PublicPages, ServedPage } from '../features/catalog/public-pages/index.ts';

const page: ServedPage = {
  status: 200,
  locale: 'en',
  title: 'The application',
  head: { markup: '' },
  body: { markup: `<p>${'Words of a page. '.repeat(100)}</p>` },
  answers: [],
};

/** Public pages without anything on them, for tests of what else the server does. */
export const emptyPages: PublicPages = {
  home: async () => page,
  search: async () => page,
  job: async () => page,
  company: async () => page,
  feed: async () => '<feed/>',
  sitemap: null,
  robots: () => 'User-agent: *\n',
};

/** What the build makes of `web/index.html`, without anything that it loads. */
export const appDocument =
  '<!doctype html><html lang="en"><head><meta name="description" content="Jobs"><title>The application</title></head>' +
  '<body><div id="root"></div><noscript>Without scripts</noscript></body></html>';
