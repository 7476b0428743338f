/**
 * Names and rules of the wire that small clients need too. This file has no schema, so that they can take it from
 * `@rolecall/contract/constants` without the library behind the schemas.
 */

export { withoutTurns } from './core/direction.ts';

export const roles = ['job_seeker', 'recruiter', 'operator'] as const;
export type Role = (typeof roles)[number];

export const locales = ['en', 'de', 'fr', 'es'] as const;
export type Locale = (typeof locales)[number];

export const workplaces = ['on_site', 'hybrid', 'remote'] as const;
export type Workplace = (typeof workplaces)[number];

export const employmentTypes = [
  'full_time',
  'part_time',
  'contract',
  'temporary',
  'internship',
  'volunteer',
] as const;
export type EmploymentType = (typeof employmentTypes)[number];

export const seniorities = ['intern', 'junior', 'mid', 'senior', 'lead', 'director', 'executive'] as const;
export type Seniority = (typeof seniorities)[number];

export const payPeriods = ['hour', 'day', 'week', 'month', 'year'] as const;
export type PayPeriod = (typeof payPeriods)[number];

/** What a person switches on and off. */
export const categories = [
  'jobs',
  'applications',
  'recruiting',
  'career',
  'messages',
  'digests',
  'announcements',
  'account',
  'services',
  'security',
] as const;
export type Category = (typeof categories)[number];

/** Types of live messages that a person can subscribe to; the topic is `{type}_{role}`. */
export const notificationTypes = [
  'job_posted',
  'application_received',
  'application_status_changed',
  'match_score_calculated',
] as const;
export type NotificationType = (typeof notificationTypes)[number];

/** Everybody of a role is in `role_{role}`; those who have subscribed to a type are in `{type}_{role}` too. */
export type Topic = `role_${Role}` | `${NotificationType}_${Role}`;

/** Everybody of a role. */
export const roleTopic = (role: Role): Topic => `role_${role}`;
/** Those of a role who have subscribed to a type. */
export const typeTopic = (type: NotificationType, role: Role): Topic => `${type}_${role}`;

/** Every topic that there is. */
export const topics: readonly Topic[] = roles.flatMap((role) => [
  roleTopic(role),
  ...notificationTypes.map((type) => typeTopic(type, role)),
]);

/** Whether it leads to a page of the same site: browsers take `\\` for `/`, and leave out tabs and ends of lines. */
export const isPagePath = (path: string): boolean => /^\/(?![/\\])\P{Cc}*$/u.test(path);

/**
 * The subprotocol of clients that know our words. Others are told of statuses, priorities and new jobs as programs of the
 * predecessors expect.
 */
export const socketSubprotocol = 'rolecall.v1';

/** Close codes of `/ws/notifications/`. They tell a client whether to come back. */
export const closeCodes = {
  /** The process drains; connect again with a random delay. */
  restarting: 1012,
  /** Over a limit of connections or messages, or too far behind; connect again with a delay. */
  overLimit: 1013,
  messageTooBig: 1009,
  /** Not signed in; do not come back with the same credentials. */
  authenticationFailed: 4001,
  /** The token is not a token; do not come back with it. */
  invalidToken: 4003,
  /** The token has run out; refresh it, then come back. */
  tokenExpired: 4004,
} as const;
