import type {
  ActionId,
  Category,
  EmploymentType,
  MatchReason,
  PayPeriod,
  ProfilePart,
  Seniority,
} from '@rolecall/contract';

/** Values of payloads in words, to stand inside a sentence; templates reach them by the filter `words`. */
export interface Words {
  readonly match_reason: Readonly<Record<MatchReason['code'], string>>;
  /** A reason in front of what agrees, or as a sentence where nothing is to be named. */
  readonly match_heading: Readonly<Record<MatchReason['code'], string>>;
  readonly profile_part: Readonly<Record<ProfilePart, string>>;
  readonly employment_type: Readonly<Record<EmploymentType, string>>;
  readonly seniority: Readonly<Record<Seniority, string>>;
}

/** How pay is said; `{amount}` stands for one amount or a range, and `{period}` for one of `periods`. */
export interface PayWords {
  readonly range: string;
  readonly upTo: string;
  readonly from: string;
  readonly periods: Readonly<Record<PayPeriod, string>>;
}

/** Everything that is said in one language. */
export interface Language {
  /** What stands around every mail. */
  readonly frame: {
    readonly stop: string;
    readonly preferences: string;
    /** Label of the button of a mail that has nothing of its own to do. */
    readonly open: string;
    /** Names an interview in a calendar. */
    readonly interview: string;
  };
  /** Labels of buttons; those of a link that its sender has named stand in the payload. */
  readonly actions: Readonly<Record<ActionId, string>>;
  /** Names of the lists of mails, as mail programs show them. */
  readonly lists: Readonly<Record<Category, string>>;
  readonly words: Words;
  readonly pay: PayWords;
  /** With the space that it has in front of it. */
  readonly colon: string;
  /** What stands around somebody else's words. */
  readonly quotes: readonly [opening: string, closing: string];
}
