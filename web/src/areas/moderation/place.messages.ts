import { defineMessages } from '@rolecall/contract';

/** What the place is called: apart, since the navigation of every page says it. */
export const moderationPlaceMessages = defineMessages({
  en: { moderation: 'Moderation' },
  de: { moderation: 'Moderation' },
  fr: { moderation: 'Modération' },
  es: { moderation: 'Moderación' },
});
