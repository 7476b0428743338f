import type { EmploymentType, Locale, PayPeriod, Seniority } from '@rolecall/contract';
import type { Fixed, ReadOnly } from '../../../platform/db/index.ts';

interface ProfileTable {
  user_id: Fixed<string>;
  headline: string;
  summary: string;
  skills: string[];
  wanted_titles: string[];
  places: string[];
  remote: 'any' | 'remote_only' | 'on_site_only';
  pay_floor_amount: number | null;
  pay_floor_currency: string | null;
  pay_floor_period: PayPeriod | null;
  employment_types: EmploymentType[];
  seniority: Seniority | null;
  excluded_companies: string[];
  excluded_words: string[];
  minimum_match_score: number;
  time_zone: string;
  locale: Locale;
  updated_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    profiles: ProfileTable;
  }
  interface PublishedViews {
    profile_facts: ReadOnly<
      Pick<
        ProfileTable,
        | 'user_id'
        | 'time_zone'
        | 'locale'
        | 'minimum_match_score'
        | 'skills'
        | 'wanted_titles'
        | 'places'
        | 'remote'
      >
    >;
  }
}
