/** A source with no more open jobs than this may lose them all at once. */
const smallSource = 20;

/**
 * Whether the open jobs that a feed has no more are to be closed, or why they are not: a feed that is cut off, empty or
 * suddenly less than half of what it was is more often a fault of the other side than a company that has hired
 * everybody. An operator who has read the warning and runs the source by hand confirms a shrunken or empty feed, but
 * never one that is known to be cut.
 */
export function reasonToKeep(feed: {
  readonly coverage: 'snapshot' | 'increment';
  readonly incomplete: string | null;
  /** Postings that the feed has. */
  readonly present: number;
  readonly open: number;
  readonly vanished: number;
  readonly confirmed: boolean;
}): string | null {
  const { incomplete, present, open, vanished, confirmed } = feed;
  if (feed.coverage === 'increment' || vanished === 0) return null;
  const kept = `${vanished} of ${open} open jobs are not in the feed and stay open:`;
  if (incomplete !== null) return `${kept} ${incomplete}`;
  if (confirmed) return null;
  const mend = 'Run the source by hand to close them.';
  if (present === 0) return `${kept} the feed is empty. ${mend}`;
  if (open > smallSource && vanished > open / 2) return `${kept} the feed has lost more than half. ${mend}`;
  return null;
}
