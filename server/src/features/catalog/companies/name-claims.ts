import type { CompanyDoubt } from '@rolecall/contract';
import { parse } from 'tldts';
import { companyDomainOf } from './domains.ts';
import { fold, foldedWords, joinWords, skeletonOf, visibleOf, withoutLegalForms } from './skeleton.ts';

/** Who runs the place is nobody's company. */
const ownName = skeletonOf('Rolecall');

/** Words by which Rolecall, or anybody, says that a company has been looked at. */
const verifiedWords: ReadonlySet<string> = new Set(
  [
    'verified verification authenticated',
    'verifiziert verifizierte verifizierter verifiziertes geprüft geprüfte geprüfter geprüftes bestätigt bestätigte bestätigter',
    'bestätigtes vérifié vérifiée vérifiés certifié certifiée authentifié authentifiée',
    'verificado verificada comprobado comprobada confirmado confirmada acreditado acreditada',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
);
/** What nobody takes for a part of a word before it. */
const gluedVerified = ['verified', 'verifiziert', 'verificado', 'verificada'].map(fold);
const badges = /[✓✔☑✅🗸√]/u;
/** What sets a label off from a name. */
const labelSigns = /[:：|·•–—()[\]{}<>]|(?:^|\s)-\s/u;
/** Letters of alphabets that are written together, as Chinese and Latin ones in Japan, are no disguise. */
const latin = /\p{Script=Latin}/u;
const foreign =
  /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}])\p{L}/u;

/** Dots as they are written elsewhere. */
const dots = /[\u3002\uff0e\uff61]/g;

/**
 * Whether a name is none that a company has: without a letter or digit, an address of the web, the name of this place, or one
 * that says of itself that it is verified, as Rolecall says of those that are ('Lanternworks - verified: lanternworks.com').
 */
export function isRefusedName(name: string): boolean {
  const visible = visibleOf(name);
  if (!/[\p{L}\p{N}]/u.test(visible) || visible.includes('://') || badges.test(visible)) return true;
  const words = foldedWords(visible);
  if (words.some((_, place) => joinWords(words.slice(place)).startsWith(ownName))) return true;
  if (!words.some(isVerifiedWord)) return false;
  const isLast = isVerifiedWord(withoutLegalForms(words).at(-1) ?? '');
  return isLast || labelSigns.test(visible) || domainsIn(visible).length > 0;
}

/** What an operator has to look at in a name itself before a proof of this domain counts. */
export function doubtsOf(name: string, domain: string): CompanyDoubt[] {
  const visible = visibleOf(name);
  const doubts: CompanyDoubt[] = [];
  if (isRefusedName(name) || foldedWords(visible).some(isVerifiedWord)) doubts.push('claims_verified');
  if (domainsIn(visible).some((named) => named !== domain)) doubts.push('names_domain');
  if (visible.split(/[^\p{L}\p{M}]+/u).some((word) => latin.test(word) && foreign.test(word)))
    doubts.push('mixed_letters');
  return doubts;
}

const isVerifiedWord = (word: string): boolean =>
  verifiedWords.has(word) || gluedVerified.some((end) => word.length > end.length && word.endsWith(end));

/** The domains that stand in a name, as they are registered: 'Booking.com', and not 'Acme Co.Ltd' or 'S.A.S'. */
function domainsIn(visible: string): string[] {
  return visible
    .replace(dots, '.')
    .toLowerCase()
    .split(/[\s,;:()[\]{}<>"'|/@]+/)
    .flatMap((piece) => {
      const { domain, isIcann, domainWithoutSuffix } = parse(piece.split('.').filter(Boolean).join('.'));
      if (domain === null || isIcann !== true || (domainWithoutSuffix ?? '').length < 2) return [];
      // A legal form is no domain.
      if (withoutLegalForms(['name', ...foldedWords(piece.replaceAll('.', ' '))]).length === 1) return [];
      return [registered(domain)];
    });
}

function registered(domain: string): string {
  try {
    return companyDomainOf(domain);
  } catch {
    return domain;
  }
}
