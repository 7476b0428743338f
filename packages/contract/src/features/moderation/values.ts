/** `open`: somebody has to look; `hidden`: the posting was taken out of sight; `dismissed`: it may stay as it is. */
export const moderationStates = ['open', 'hidden', 'dismissed'] as const;
export type ModerationState = (typeof moderationStates)[number];
