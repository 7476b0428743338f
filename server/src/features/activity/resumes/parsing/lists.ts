import type { Line } from '../document/line.ts';
import { paragraphsOf, splitEntries, trimSeparators } from './entries.ts';
import type { CertificateEntry, LanguageEntry, ProjectEntry, SkillGroup } from './model.ts';
import { foldedWords, type ResumeLanguage } from './words.ts';

const mostSkills = 200;
const listSeparators = /\s*[,;•·|/\t]\s+|\t|\s*[•·|]\s*/;

/** Groups with their keywords, or single skills where there are no groups. */
export function readSkills(lines: readonly Line[]): SkillGroup[] {
  const groups: { name: string; keywords: string[] }[] = [];
  const named = lines.filter(({ isAccented, isHeading }) => isAccented || isHeading).length;
  const hasNames = named > 0 && named < lines.length;
  let open: { name: string; keywords: string[] } | undefined;
  for (const line of lines) {
    const colon = /^([^:,]{2,50}):\s*(.*)$/u.exec(line.text.replaceAll('\t', ', '));
    if (colon?.[1] !== undefined) {
      open = { name: colon[1].trim(), keywords: splitList(colon[2] ?? '') };
      groups.push(open);
    } else if (hasNames && (line.isAccented || line.isHeading) && !line.text.includes(',')) {
      for (const name of splitList(line.text)) {
        open = { name, keywords: [] };
        groups.push(open);
      }
    } else if (open !== undefined && (hasNames || line.text.includes(',')))
      open.keywords.push(...splitList(line.text));
    else groups.push(...splitList(line.text).map((name) => ({ name, keywords: [] })));
  }
  return groups.slice(0, mostSkills).map(({ name, keywords }) => ({
    name,
    ...(keywords.length === 0 ? {} : { keywords }),
  }));
}

const splitList = (text: string): string[] =>
  text
    .split(listSeparators)
    .map((part) => trimSeparators(part).replace(/\.$/, ''))
    .filter((part) => part !== '' && part.length <= 80);

const languageNames = new Set(
  (
    'english german french spanish italian portuguese dutch polish russian chinese mandarin japanese arabic turkish catalan swedish danish norwegian finnish greek czech hungarian romanian ukrainian hindi korean hebrew croatian serbian bulgarian slovak slovenian basque galician persian vietnamese latin afrikaans urdu bengali punjabi thai indonesian ' +
    'englisch deutsch franzosisch spanisch italienisch portugiesisch niederlandisch polnisch russisch chinesisch japanisch arabisch turkisch katalanisch schwedisch danisch norwegisch finnisch griechisch tschechisch ungarisch rumanisch ukrainisch koreanisch hebraisch kroatisch serbisch bulgarisch persisch latein ' +
    'anglais allemand francais espagnol italien portugais neerlandais polonais russe chinois japonais arabe turc catalan suedois danois norvegien finnois grec tcheque hongrois roumain ukrainien coreen croate serbe ' +
    'ingles aleman frances espanol castellano italiano portugues neerlandes holandes polaco ruso chino japones turco catala sueco danes noruego griego checo hungaro rumano ucraniano coreano euskera gallego valenciano'
  ).split(' '),
);

export function readLanguages(lines: readonly Line[]): LanguageEntry[] {
  const found: { language: string; fluency: string[] }[] = [];
  for (const { text } of lines) {
    const parts = text
      .replace(/\s?[()[\]]\s?/g, '\t')
      .split(/\t|\s*[,;•·|:/]\s*|\s[–—-]\s/u)
      .map((part) => trimSeparators(part))
      .filter((part) => part !== '' && /[\p{L}\d]/u.test(part));
    for (const part of parts) {
      const words = foldedWords(part);
      const [first = ''] = words;
      if (languageNames.has(first)) {
        const [name = part, ...rest] = part.split(/\s+/);
        found.push({ language: name, fluency: rest.length === 0 ? [] : [rest.join(' ')] });
      } else found.at(-1)?.fluency.push(part);
    }
  }
  return found.map(({ language, fluency }) => ({
    language,
    ...(fluency.length === 0 ? {} : { fluency: fluency.join(' ').slice(0, 80) }),
  }));
}

export function readCertificates(lines: readonly Line[], language: ResumeLanguage): CertificateEntry[] {
  const plain = lines.map((line) => ({ ...line, isItem: false }));
  return splitEntries(plain, language).flatMap(({ header, span }): CertificateEntry[] => {
    const parts = header
      .flatMap(({ text }) => text.split(/\t|\s[–—|·-]\s|,\s+/))
      .map((part) => trimSeparators(part));
    const [name, issuer] = parts.filter((part) => part !== '');
    const date = span?.end ?? span?.start;
    if (name === undefined) return [];
    return [{ name, ...(issuer === undefined ? {} : { issuer }), ...(date == null ? {} : { date }) }];
  });
}

export function readProjects(lines: readonly Line[], language: ResumeLanguage): ProjectEntry[] {
  return splitEntries(lines, language).flatMap(({ header, body, span }): ProjectEntry[] => {
    const [first, ...rest] = header.flatMap(({ text }) => text.split('\t'));
    if (first === undefined) return [];
    const { items, prose } = paragraphsOf(body);
    const description = [...rest, prose].filter((text) => text !== '').join(' ');
    return [
      {
        name: trimSeparators(first),
        ...(description === '' ? {} : { description }),
        ...(span?.start == null ? {} : { startDate: span.start }),
        ...(span?.end == null ? {} : { endDate: span.end }),
        ...(items.length === 0 ? {} : { highlights: items }),
      },
    ];
  });
}
