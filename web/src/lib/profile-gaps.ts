import type { Profile } from '@rolecall/contract';

/** What the matcher has nothing to go by without, as far as a profile lacks it. */
export const lackedByMatching = (profile: Profile): ('skills' | 'titles' | 'places')[] => [
  ...(profile.skills.length === 0 ? (['skills'] as const) : []),
  ...(profile.wanted_titles.length === 0 ? (['titles'] as const) : []),
  ...(profile.places.length === 0 && profile.remote !== 'remote_only' ? (['places'] as const) : []),
];
