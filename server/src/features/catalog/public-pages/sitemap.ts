import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import {
  type Advertised,
  type AdvertisedPart,
  selectAdvertised,
  summarizeAdvertised,
} from '../jobs/index.ts';
import { rememberRecent } from '../search/index.ts';
import type { PublicAddresses } from './addresses.ts';
import { escapeMarkup } from './markup.ts';

/** A document that is made while it is sent. */
export interface StreamedDocument {
  /** Differs when the content does; for `ETag`. */
  readonly tag: string;
  readonly content: AsyncIterable<string>;
}

/** What search engines may list, as https://www.sitemaps.org has it. */
export interface Sitemap {
  /** Names the parts. */
  index(): Promise<StreamedDocument>;
  /** @param name as the index has it, such as `jobs-1`; null: there is none */
  part(name: string): Promise<StreamedDocument | null>;
}

/** Most addresses in a part, which sitemaps.org sets. */
const partSize = 50_000;
/** Rows that are read at once. */
const batch = 2_000;
/** How old the list of parts may be, in milliseconds: it takes a look at every open job. */
const lifetimeMs = 60_000;

const kinds = ['jobs', 'companies'] as const;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export function createSitemap(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  addresses: PublicAddresses,
  size: number = partSize,
): Sitemap {
  const remember = rememberRecent<readonly AdvertisedPart[]>(clock, { lifetimeMs, capacity: kinds.length });
  const partsOf = (what: Advertised) =>
    remember(what, () => summarizeAdvertised(database.query, what, clock.now(), size));
  const addressOf = (what: Advertised, id: string) =>
    what === 'jobs' ? addresses.job(id) : addresses.company(id);

  /** By the keys of the entries: what is written meanwhile moves nothing. */
  async function* entries(what: Advertised, { first, count }: AdvertisedPart): AsyncGenerator<string> {
    yield `${head}<urlset ${namespace}>\n`;
    let from = { id: first, isIncluded: true };
    for (let left = count; left > 0; ) {
      const limit = Math.min(batch, left);
      const rows = await selectAdvertised(database.query, what, clock.now(), from, limit);
      yield rows.map(({ id, changed_at }) => url(addressOf(what, id), changed_at)).join('');
      left -= rows.length;
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit) break;
      from = { id: last.id, isIncluded: false };
    }
    yield '</urlset>\n';
  }

  return {
    async index() {
      const parts = await Promise.all(
        kinds.map(async (what) =>
          (await partsOf(what)).map((part, number) => ({ name: `${what}-${number + 1}`, part })),
        ),
      );
      const lines = parts.flat().map(({ name, part }) => {
        const place = escapeMarkup(addresses.of(`/sitemaps/${name}.xml`));
        return `<sitemap><loc>${place}</loc><lastmod>${part.changed_at.toISOString()}</lastmod></sitemap>\n`;
      });
      const pages = escapeMarkup(addresses.of('/sitemaps/pages.xml'));
      const body = `${head}<sitemapindex ${namespace}>\n<sitemap><loc>${pages}</loc></sitemap>\n${lines.join('')}</sitemapindex>\n`;
      return wholeDocument(body);
    },

    async part(name) {
      if (name === 'pages') {
        const urls = ['/', '/jobs'].map((path) => url(addresses.of(path), null)).join('');
        return wholeDocument(`${head}<urlset ${namespace}>\n${urls}</urlset>\n`);
      }
      const [what, number] = readName(name);
      if (what === undefined) return null;
      const part = (await partsOf(what))[number - 1];
      if (part === undefined) return null;
      return { tag: tagOf(JSON.stringify([name, part])), content: entries(what, part) };
    },
  };
}

function readName(name: string): readonly [Advertised | undefined, number] {
  const [kind, number = '', ...rest] = name.split('-');
  const isNumber = rest.length === 0 && /^[1-9]\d{0,5}$/.test(number);
  return [isNumber ? kinds.find((known) => known === kind) : undefined, Number(number)];
}

const url = (address: string, changedAt: Date | null): string =>
  `<url><loc>${escapeMarkup(address)}</loc>${
    changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
  }</url>\n`;

const wholeDocument = (body: string): StreamedDocument => ({
  tag: tagOf(body),
  content: (async function* () {
    yield body;
  })(),
});

/** For `ETag`. */
export const tagOf = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22);
