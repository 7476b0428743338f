import type { ResumeFinding, ResumeRule } from '@rolecall/contract';
import type { StoredReading } from './stored-reading.ts';

/** Months between two jobs that a reader asks about. */
const longestGap = 6;
const mostPages = 3;
const fewestLetters = 600;
/** Where a photo of the applicant is not wanted. */
const withoutPhoto = new Set(['US', 'GB', 'IE', 'CA', 'AU', 'NZ']);

/** What a careful reader or a program would stumble over, each with what it rests on. */
export function findingsOf({ resume, text, layout }: StoredReading): ResumeFinding[] {
  const { basics, work, education, skills } = resume;
  const findings: ResumeFinding[] = [];
  const add = (
    rule: ResumeRule,
    severity: ResumeFinding['severity'],
    evidence: readonly string[] = [],
  ): void => {
    findings.push({ rule, severity, evidence: evidence.map((one) => one.slice(0, 200)).slice(0, 10) });
  };
  if (basics.name === undefined) add('no_name', 'problem');
  if (basics.email === undefined) add('no_email', 'problem');
  if (basics.phone === undefined) add('no_phone', 'advice');
  const zone = layout.contactZone;
  if ((zone === 'header' || zone === 'footer') && basics.email !== undefined) {
    add('contact_in_header', 'problem', [basics.email]);
  }
  if (work.length === 0) add('no_work', 'problem');
  if (education.length === 0) add('no_education', 'advice');
  if (skills.length === 0) add('no_skills', 'advice');
  const undated = work.filter(({ startDate, endDate }) => startDate === undefined && endDate === undefined);
  if (undated.length > 0) add('undated_work', 'problem', undated.map(nameOf));
  const gaps = gapsOf(work);
  if (gaps.length > 0) add('gap_in_dates', 'advice', gaps);
  const vague = work.filter(
    ({ highlights = [] }) => highlights.length > 0 && !highlights.some((one) => /\d/.test(one)),
  );
  if (vague.length > 0) add('no_results', 'advice', vague.map(nameOf));
  if (layout.pages > mostPages) add('too_long', 'advice', [String(layout.pages)]);
  if (text.length < fewestLetters) add('too_short', 'advice', [String(text.length)]);
  if (layout.columns > 1) add('two_columns', 'advice');
  if (layout.hasTables) add('tables', 'advice');
  const country = basics.location?.countryCode;
  if (layout.hasPictures && country !== undefined && withoutPhoto.has(country))
    add('photo', 'advice', [country]);
  return findings;
}

const nameOf = ({ position, name }: StoredReading['resume']['work'][number]): string =>
  [position, name].filter((one) => one !== undefined).join(', ');

const monthOf = (date: string, isEnd: boolean): number =>
  Number(date.slice(0, 4)) * 12 + (date.length > 4 ? Number(date.slice(5, 7)) - 1 : isEnd ? 11 : 0);

/** Spans between jobs, from the end of all that came before to the beginning of the next. */
function gapsOf(work: StoredReading['resume']['work']): string[] {
  const spans = work
    .flatMap(({ startDate, endDate }) => (startDate === undefined ? [] : [{ startDate, endDate }]))
    .toSorted((a, b) => monthOf(a.startDate, false) - monthOf(b.startDate, false));
  const gaps: string[] = [];
  let last: string | undefined;
  for (const { startDate, endDate } of spans) {
    if (last !== undefined && monthOf(startDate, false) - monthOf(last, true) - 1 >= longestGap) {
      gaps.push(`${last} – ${startDate}`);
    }
    if (endDate === undefined) return gaps;
    if (last === undefined || monthOf(endDate, true) > monthOf(last, true)) last = endDate;
  }
  return gaps;
}
