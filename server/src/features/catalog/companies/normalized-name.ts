import { normalizeUnicode } from '../../../platform/text/index.ts';

/** Legal forms as they stand at the end of a name, without dots and in lower case. */
export const legalForms: ReadonlySet<string> = new Set(
  (
    'gmbh mbh ag se kg kgaa ug ohg gbr ev inc incorporated llc llp lp ltd limited plc corp corporation co company ' +
    'sa sas sarl srl spa sl bv nv ab as asa oy oyj aps sro doo kft pty pte kk'
  ).split(' '),
);
/** Words that only join a name to its legal form. */
const joints = new Set(['and']);

const maximumLength = 200;

/**
 * The form of a company's name by which postings find their company: lower case, without accents, punctuation and
 * legal form, so that 'Müller & Söhne GmbH' and 'MULLER AND SOHNE' are one. A name that consists of nothing else
 * keeps what it has.
 */
export function normalizeCompanyName(name: string): string {
  const visible = name.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const letters = normalizeUnicode(visible, 'NFKD').replace(/[\u0300-\u036f]/g, '');
  const plain = normalizeUnicode(letters, 'NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/['’.]/g, '')
    .replaceAll('&', ' and ');
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  const normalized = withoutLegalForm(words).join(' ') || plain.trim();
  return normalized.slice(0, maximumLength).toWellFormed();
}

function withoutLegalForm(words: readonly string[]): readonly string[] {
  let end = words.length;
  let formSeen = false;
  while (end > 1) {
    const word = words[end - 1] ?? '';
    const isForm = legalForms.has(word);
    if (!isForm && !(formSeen && joints.has(word))) break;
    formSeen ||= isForm;
    end -= 1;
  }
  return words.slice(0, end);
}
