import { type ProfilePart, profileParts } from '@rolecall/contract';
import { listNewSeekers } from '../../identity/people/index.ts';
import { findProfileFacts, type ProfileFacts } from './facts.ts';
import { momentsOfProfile, profileDays } from './moments.ts';
import type { ReminderSource } from './source.ts';

/** Nobody is reminded of a profile later than this after the account was made, in milliseconds. */
const horizon = (Math.max(...profileDays) + 16) * 86_400_000;

/** What a profile lacks. A person who works remotely only needs no places. */
export function missingParts({ profile, hasResume }: ProfileFacts): ProfilePart[] {
  const lacks: Readonly<Record<ProfilePart, boolean>> = {
    headline: profile.headline.trim() === '',
    skills: profile.skills.length === 0,
    wanted_titles: profile.wanted_titles.length === 0,
    places: profile.places.length === 0 && profile.remote !== 'remote_only',
    pay_floor: profile.pay_floor === null,
    employment_types: profile.employment_types.length === 0,
    resume: !hasResume,
  };
  return profileParts.filter((part) => lacks[part]);
}

/** Profiles of job seekers that still lack something, at most four times. */
export const profileReminders: ReminderSource<'profile_reminder'> = {
  kind: 'profile_reminder',

  async plan(tx, { ids }) {
    const found = await findProfileFacts(tx, ids);
    return {
      subjects: ids.map((id) => `profile:${id}`),
      planned: found.flatMap((facts) => {
        const missing = missingParts(facts);
        if (missing.length === 0) return [];
        const { userId, createdAt, profile } = facts;
        return momentsOfProfile(createdAt, profile.time_zone).map((moment) => ({
          ...moment,
          userId,
          subject: `profile:${userId}`,
          identity: 'profile',
          notification: {
            kind: 'profile_reminder' as const,
            userId,
            dedupeKey: `profile_reminder:${moment.step}`,
            payload: { missing },
          },
        }));
      }),
    };
  },

  async listUpcoming(tx, now, after, limit) {
    const ids = await listNewSeekers(tx, new Date(now.getTime() - horizon), after, limit);
    return { scope: { ids }, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
  },

  scopeOf: (userId) => ({ id: userId, userId }),
  identity: () => 'profile',
};
