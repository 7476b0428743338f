/** `open`: somebody has to look; `hidden`: the posting was taken out of sight; `dismissed`: it may stay as it is. */
export const moderationStates = ['open', 'hidden', 'dismissed'] as const;
export type ModerationState = (typeof moderationStates)[number];

/** What comes of a report: an operator decides `hidden` or `dismissed`, a look at the link of a job `gone` or `still_open`. */
export const reportOutcomes = ['hidden', 'dismissed', 'gone', 'still_open'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];
