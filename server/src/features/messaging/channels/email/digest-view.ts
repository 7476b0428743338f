import { digestPayloadSchema, type Kind, kindSchema, kinds, type MatchReason } from '@rolecall/contract';
import { type TextRecipient, type Texts, toLine } from '../../texts/index.ts';

/** Lengths in characters that keep the mail of a full digest below what mail programs show, whatever it tells. */
const longest = { title: 120, message: 200, location: 80, path: 200, term: 30 } as const;
const mostReasons = 3;
const mostTerms = 4;

/** What the mail of a digest needs beside its payload; nothing for any other kind. */
export function digestView(
  kind: Kind,
  payload: unknown,
  reader: TextRecipient,
  { texts, publicUrl }: { readonly texts: Texts; readonly publicUrl: string },
) {
  if (kinds[kind].category !== 'digests') return {};
  const { entries, changes = [] } = digestPayloadSchema.parse(payload);
  const told = entries.flatMap((entry) => {
    const known = kindSchema.safeParse(entry.kind);
    if (!known.success) return [];
    const { title, message } = texts.inbox(known.data, entry.payload, reader);
    const path = texts
      .actions(known.data, entry.payload, reader)
      .find((action) => action.path !== null)?.path;
    const alert = kinds.job_alert.payload.safeParse(entry.payload);
    const match = known.data === 'job_alert' && alert.success ? alert.data : null;
    return [
      {
        title: toLine(title, longest.title),
        message: toLine(message, longest.message),
        url: `${publicUrl}${path && path.length <= longest.path ? path : '/notifications'}`,
        location: match?.location ? toLine(match.location, longest.location) : null,
        score: match?.score ?? null,
        unverified: match?.company_unverified ?? false,
        company_domain: match?.company_domain ?? null,
        reasons: (match?.reasons ?? []).slice(0, mostReasons).map(shortened),
      },
    ];
  });
  // Templates of operators from before would say of those that are held what they say of the rest.
  const held = changes.filter(({ change }) => change === 'job_held');
  return { told, held, changes: changes.filter(({ change }) => change !== 'job_held') };
}

function shortened({ code, terms, points }: MatchReason): MatchReason {
  return { code, points, terms: terms.slice(0, mostTerms).map((term) => toLine(term, longest.term)) };
}
