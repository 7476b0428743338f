import {
  type Category,
  type Channel,
  categories,
  channels,
  type Kind,
  kindNames,
  kinds,
  type Preference,
  type Role,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { findChoices, type PreferenceRow, saveChoices } from './preferences.store.ts';

/** A switch as a person sets it. */
export interface Choice {
  readonly category: Category;
  readonly channel: Channel;
  readonly enabled: boolean;
}

/** The choices of some people. Who has chosen nothing gets the defaults of the kinds. */
export interface Choices {
  /** Undefined: the person has not chosen. */
  of(userId: string, category: Category, channel: Channel): boolean | undefined;
}

export interface Preferences {
  /** Every switch that means something to a person of this role, in a steady order. */
  list(tx: Tx, person: Person): Promise<Preference[]>;
  /**
   * Sets switches; those that are not named stay as they are.
   * @throws {ApplicationError} `invalid_request` for a switch that the person does not have or that is mandatory
   */
  update(tx: Tx, person: Person, choices: readonly Choice[]): Promise<Preference[]>;
  /** Switches off a category that came by this channel, as an unsubscribe link does. Doing it twice is fine. */
  switchOff(tx: Tx, userId: string, category: Category, channel: Channel): Promise<void>;
  /** The choices of many people in one query. */
  choicesOf(tx: Tx, userIds: readonly string[]): Promise<Choices>;
}

interface Person {
  readonly userId: string;
  readonly role: Role;
}

/** Categories that a person of a role can get something of. */
const categoriesOfRole: Readonly<Record<Role, readonly Category[]>> = {
  job_seeker: ['jobs', 'applications', 'account', 'services', 'security'],
  recruiter: ['recruiting', 'applications', 'account', 'services', 'security'],
  operator: ['account', 'services', 'security'],
};

export function createPreferences({ clock }: { readonly clock: Clock }): Preferences {
  async function list(tx: Tx, { userId, role }: Person): Promise<Preference[]> {
    const choices = toChoices(await findChoices(tx, [userId]));
    return switchesOf(role).map(({ category, channel, mandatory }) => ({
      category,
      channel,
      enabled: mandatory || (choices.of(userId, category, channel) ?? isDefault(category, channel)),
      mandatory,
    }));
  }

  return {
    list,

    async update(tx, person, wanted) {
      const switches = switchesOf(person.role);
      const faults = wanted.flatMap(({ category, channel, enabled }, index) => {
        const known = switches.find((one) => one.category === category && one.channel === channel);
        if (known && (enabled || !known.mandatory)) return [];
        const message = known ? 'can not be switched off' : 'is not a switch of yours';
        return [{ path: `items.${index}`, message }];
      });
      if (faults.length > 0) throw new ApplicationError('invalid_request', { fields: faults });
      await saveChoices(tx, person.userId, lastOfEach(wanted), clock.now());
      return list(tx, person);
    },

    async switchOff(tx, userId, category, channel) {
      if (isMandatory(category, channel)) return;
      await saveChoices(tx, userId, [{ category, channel, enabled: false }], clock.now());
    },

    async choicesOf(tx, userIds) {
      return toChoices(await findChoices(tx, userIds));
    },
  };
}

function switchesOf(role: Role): { category: Category; channel: Channel; mandatory: boolean }[] {
  return categories
    .filter((category) => categoriesOfRole[role].includes(category))
    .flatMap((category) =>
      channels
        .filter((channel) => isDefault(category, channel))
        .map((channel) => ({ category, channel, mandatory: isMandatory(category, channel) })),
    );
}

function kindsOf(category: Category): Kind[] {
  return kindNames.filter((kind) => kinds[kind].category === category);
}

function isDefault(category: Category, channel: Channel): boolean {
  return kindsOf(category).some((kind) => kinds[kind].defaultChannels.includes(channel));
}

/** The inbox is the record of everything and always on; so is a category that holds nothing but mandatory kinds. */
function isMandatory(category: Category, channel: Channel): boolean {
  return channel === 'inbox' || kindsOf(category).every((kind) => kinds[kind].mandatory);
}

/** One statement can't write the same row twice; the last word counts. */
function lastOfEach(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [`${choice.category} ${choice.channel}`, choice])).values()];
}

function toChoices(rows: readonly PreferenceRow[]): Choices {
  const key = (userId: string, category: Category, channel: Channel) => `${userId} ${category} ${channel}`;
  const enabled = new Map(rows.map((row) => [key(row.user_id, row.category, row.channel), row.enabled]));
  return { of: (userId, category, channel) => enabled.get(key(userId, category, channel)) };
}
