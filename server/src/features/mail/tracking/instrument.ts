import type { TrackedMail, TrackingTokens } from './tokens.ts';

/** Replaces the links in the HTML of a mail by tracked ones, and adds a pixel. The text part stays as it is. */
export type Instrument = (html: string, mail: TrackedMail) => string;

/** A mail has far fewer. */
const mostLinks = 200;
const longestLink = 2_000;
const linkPattern = /(<a\b[^<>]*?\shref=")([^"]+)(")/gi;

/** Links by which people prove who they are or stop mails. They are never tracked. */
const privateParameter = /^(?:.*_)?(?:token|code|ticket|secret|signature|password)$/i;
const privatePath = /^\/(?:u|l|o|reset-password|verify-email)(?:\/|$)/;

export function createInstrument(tokens: TrackingTokens, publicUrl: string): Instrument {
  return (html, mail) => {
    let links = 0;
    const tracked = html.replaceAll(linkPattern, (whole, before: string, href: string, after: string) => {
      if (href.length > longestLink) return whole;
      links += 1;
      const target = decode(href);
      if (links > mostLinks || isPrivate(target)) return whole;
      const token = tokens.signLink({ ...mail, target });
      return token === null ? whole : `${before}${publicUrl}/l/${token}${after}`;
    });
    const end = tracked.lastIndexOf('</body>');
    if (end === -1) return tracked;
    const pixel = `<img src="${publicUrl}/o/${tokens.signOpen(mail)}.gif" width="1" height="1" alt="" style="display:block;border:0;width:1px;height:1px">`;
    return `${tracked.slice(0, end)}${pixel}\n${tracked.slice(end)}`;
  };
}

function isPrivate(target: string): boolean {
  const url = URL.parse(target);
  if (url === null || url.username !== '' || url.password !== '') return true;
  return (
    privatePath.test(url.pathname) || url.searchParams.keys().some((name) => privateParameter.test(name))
  );
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['lt', '<'],
  ['gt', '>'],
  ['#34', '"'],
  ['#38', '&'],
  ['#39', "'"],
]);

/** Decodes the value of an attribute as our templates write it. */
function decode(value: string): string {
  return value.replaceAll(
    /&(amp|quot|lt|gt|#34|#38|#39);/g,
    (whole, name: string) => entities.get(name) ?? whole,
  );
}
