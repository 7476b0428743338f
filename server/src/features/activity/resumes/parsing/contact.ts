import type { Line } from '../document/line.ts';
import type { Basics } from './model.ts';
import { fold } from './words.ts';

const emailPattern =
  /[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,5}\p{L}{2,24}/u;
const urlPattern =
  /(?:https?:\/\/|www\.)[^\s\t<>()|,;]{3,200}|\b(?:[a-z\d][a-z\d-]{0,60}\.){1,4}(?:com|org|net|io|dev|me|de|fr|es|eu|co|uk|ch|at|be|nl|info|app|tech|xyz|us|ca|mx|ar|pt|it)\b(?:\/[^\s\t<>()|,;]{0,150})?/gi;
const phonePattern = /(?:\+|\(|\b00|\b)\(?\d[\d\s()./\u2011–-]{6,22}\d\b/g;

const networks: readonly (readonly [host: string, network: string])[] = [
  ['linkedin.com', 'LinkedIn'],
  ['github.com', 'GitHub'],
  ['gitlab.com', 'GitLab'],
  ['twitter.com', 'Twitter'],
  ['x.com', 'Twitter'],
  ['xing.com', 'XING'],
  ['stackoverflow.com', 'Stack Overflow'],
  ['facebook.com', 'Facebook'],
  ['instagram.com', 'Instagram'],
  ['medium.com', 'Medium'],
  ['dribbble.com', 'Dribbble'],
  ['behance.net', 'Behance'],
  ['youtube.com', 'YouTube'],
  ['soundcloud.com', 'SoundCloud'],
  ['bitbucket.org', 'Bitbucket'],
  ['mastodon.social', 'Mastodon'],
  ['orcid.org', 'ORCID'],
  ['researchgate.net', 'ResearchGate'],
  ['kaggle.com', 'Kaggle'],
  ['dev.to', 'DEV'],
  ['viadeo.com', 'Viadeo'],
  ['codepen.io', 'CodePen'],
];
const networkNames = new Map(networks.map(([, network]) => [fold(network).replaceAll(' ', ''), network]));

type Profile = NonNullable<Basics['profiles']>[number];

/** What a text tells of how a person is reached. */
export interface Contact {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly url: string | undefined;
  readonly profiles: readonly Profile[];
}

/**
 * @param lines in the order in which they are likely to tell it: what stands at the top first
 * @param entryLines those of jobs, studies and references, whose addresses belong to others
 */
export function readContact(lines: readonly Line[], entryLines: readonly Line[]): Contact {
  const all = [...lines, ...entryLines];
  const emails = all.flatMap((line, index) => [
    ...line.links.filter((link) => link.toLowerCase().startsWith('mailto:')).map((link) => mailOf(link)),
    emailPattern.exec(unspacedMail(brokenMail(line.text, all[index + 1]?.text)))?.[0],
  ]);
  const profiles = new Map<string, Profile>();
  let url: string | undefined;
  for (const [index, line] of lines.entries()) {
    const shown = brokenUrl(line.text, lines[index + 1]).replace(emailPattern, ' ');
    const addresses = [
      ...line.links.filter((link) => /^https?:/i.test(link)),
      ...(shown.match(urlPattern) ?? []),
    ];
    for (const address of addresses) {
      const profile = profileOf(address);
      if (profile === undefined) url ??= cleanUrl(address);
      else profiles.set(profile.network, { ...profiles.get(profile.network), ...profile });
    }
    for (const profile of namedProfiles(shown)) {
      if (!profiles.has(profile.network)) profiles.set(profile.network, profile);
    }
  }
  const email = emails.find((one) => one !== undefined && one !== '');
  return { email, phone: readPhone(lines), url, profiles: [...profiles.values()] };
}

const mailOf = (link: string): string => decodeText(link.slice('mailto:'.length).split('?')[0] ?? '');

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same for the address of a page, whose path is all that is in the next line. */
function brokenUrl(text: string, next: Line | undefined): string {
  const isBroken = /(?:https?:\/\/|www\.)[^\s\t]{12,200}$/.test(text) && next !== undefined;
  return isBroken && /^[\p{L}\d_%-]{1,40}\/?$/u.test(next.text) && next.gap < 1.7 ? text + next.text : text;
}

/** An address that does not fit into a narrow column goes on in the next line. */
function brokenMail(text: string, next: string | undefined): string {
  const isBroken =
    /@[\p{L}\d.-]{1,60}$/u.test(text) &&
    next !== undefined &&
    /^\.?[a-z\d.-]{2,40}$/i.test(next) &&
    (text.endsWith('.') || next.startsWith('.'));
  return isBroken ? text + next : text;
}

const unspacedMail = (text: string): string => text.replace(/\s?\(at\)\s?|\s@\s/g, '@');

/** Whether a line says how to reach somebody rather than what they did. */
export function isContactText(text: string): boolean {
  return emailPattern.test(text) || (text.match(urlPattern) ?? []).length > 0 || phoneIn(text) !== undefined;
}

/** A text without all that a contact is read from. */
export function withoutContact(text: string): string {
  const phone = phoneIn(text);
  const left = text.replace(emailPattern, '\t').replace(urlPattern, '\t');
  return phone === undefined ? left : left.replace(phone, '\t');
}

function readPhone(lines: readonly Line[]): string | undefined {
  for (const line of lines) {
    const linked = line.links.find((link) => link.toLowerCase().startsWith('tel:'));
    const shown = phoneIn(line.text);
    if (shown !== undefined) return shown;
    if (linked !== undefined) return decodeText(linked.slice(4));
  }
  return undefined;
}

function phoneIn(text: string): string | undefined {
  for (const match of text.replace(urlPattern, ' ').matchAll(phonePattern)) {
    const candidate = match[0].trim();
    const digits = candidate.replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15) continue;
    // '2015 - 2019' and '01.02.2019' are dates.
    if (/^\(?(?:19|20)\d\d\)?\s?[-–/.]/.test(candidate) && digits.length <= 8) continue;
    if (/^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d/.test(candidate)) continue;
    if (/^\d{1,2}[./](?:19|20)\d\d/.test(candidate) || /^(?:19|20)\d\d-\d\d(?:-\d\d)?\b/.test(candidate))
      continue;
    return balanced(candidate);
  }
  return undefined;
}

/** Without a bracket that nothing closes. */
function balanced(text: string): string {
  if (text.includes(')') && !text.includes('(')) return `(${text}`;
  return text;
}

const cleanUrl = (address: string): string => address.replace(/[.,;:)\]]+$/, '');

function profileOf(address: string): Profile | undefined {
  const url = cleanUrl(address);
  const match =
    /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?((?:[a-z\d-]{1,60}\.){1,4}[a-z]{2,10})(?:\/(.{0,200}))?$/i.exec(url);
  const host = match?.[1]?.toLowerCase();
  const known = networks.find(([name]) => host === name || host?.endsWith(`.${name}`) === true);
  if (known === undefined) return undefined;
  const username = (match?.[2] ?? '')
    .split(/[?#]/)[0]
    ?.split('/')
    .filter((part) => part !== '' && !/^(?:in|profile|users|pub|company|channel|c|u|\d+)$/i.test(part))[0]
    ?.replace(/^@/, '');
  return { network: known[1], ...(username === undefined ? {} : { username: decodeText(username) }), url };
}

/** 'Twitter: neutralthoughts', 'GitHub @ada'. */
function namedProfiles(text: string): Profile[] {
  const profiles: Profile[] = [];
  for (const cell of text.split(/\t|\s[|•·]\s/)) {
    const match = /^([\p{L} ]{2,16}?)\s{0,2}(?:[:@]|\s-\s|\t)\s{0,2}@?([\w.-]{2,40})$/u.exec(cell.trim());
    const network = networkNames.get(fold(match?.[1] ?? '').replaceAll(' ', ''));
    if (network !== undefined && match?.[2] !== undefined) profiles.push({ network, username: match[2] });
  }
  return profiles;
}
