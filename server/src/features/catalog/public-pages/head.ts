import { type Locale, locales } from '@rolecall/contract';
import { excerptOf } from '../jobs/index.ts';
import { inLanguage, type PublicAddresses } from './addresses.ts';
import { tintOf } from './job-markup.ts';
import { html, type Markup, nothing, scriptJson } from './markup.ts';

/** What a page tells whoever links to it. */
export interface HeadParts {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Its address for search engines, without a language. */
  readonly canonical: string;
  /** Set where the page differs by language: the language that the address asks for, or null where it asks for none. */
  readonly translated?: { readonly asked: Locale | null };
  /** Whether search engines may list it. What they may not list has nothing for them to read. */
  readonly isListed: boolean;
  /** Whose picture a preview shows; the instance's own where it is left out. */
  readonly company?: string;
  /** A feed of what the page lists. */
  readonly feed?: { readonly title: string; readonly address: string };
  /** schema.org, as JSON-LD. */
  readonly data?: object | undefined;
}

/** How many pictures the build makes for previews, beside that of the instance. */
const pictures = 5;

const territories: Readonly<Record<Locale, string>> = { en: 'en_GB', de: 'de_DE', fr: 'fr_FR', es: 'es_ES' };

const longestDescription = 200;

/** Everything marked by `data-served` is taken out by the app when it goes to another page. */
export function writeHead(parts: HeadParts, addresses: PublicAddresses): Markup {
  const { locale, canonical, translated, isListed, feed, data } = parts;
  const own = translated?.asked ? inLanguage(canonical, translated.asked) : canonical;
  const description = excerptOf(parts.description, longestDescription);
  const picture = addresses.of(
    parts.company === undefined
      ? '/pictures/rolecall.png'
      : `/pictures/company-${tintOf(parts.company, pictures)}.png`,
  );
  return html`<meta name="description" content="${description}" data-served>
${isListed ? nothing : html`<meta name="robots" content="noindex" data-served>`}
<link rel="canonical" href="${own}" data-served>
${
  translated === undefined || !isListed
    ? nothing
    : html`${locales.map(
        (one) =>
          html`<link rel="alternate" hreflang="${one}" href="${inLanguage(canonical, one)}" data-served>`,
      )}<link rel="alternate" hreflang="x-default" href="${canonical}" data-served>`
}
${
  feed === undefined
    ? nothing
    : html`<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="${feed.address}" data-served>`
}
<meta property="og:site_name" content="Rolecall" data-served>
<meta property="og:type" content="website" data-served>
<meta property="og:title" content="${parts.title}" data-served>
<meta property="og:description" content="${description}" data-served>
<meta property="og:url" content="${own}" data-served>
<meta property="og:locale" content="${territories[locale]}" data-served>
<meta property="og:image" content="${picture}" data-served>
<meta property="og:image:type" content="image/png" data-served>
<meta property="og:image:width" content="1200" data-served>
<meta property="og:image:height" content="630" data-served>
<meta property="og:image:alt" content="${parts.company ?? 'Rolecall'}" data-served>
<meta name="twitter:card" content="summary_large_image" data-served>
<meta name="twitter:title" content="${parts.title}" data-served>
<meta name="twitter:description" content="${description}" data-served>
<meta name="twitter:image" content="${picture}" data-served>
${data === undefined || !isListed ? nothing : html`<script type="application/ld+json" data-served>${scriptJson(data)}</script>`}`;
}
