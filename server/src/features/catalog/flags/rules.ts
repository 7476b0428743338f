import type { JobFlagCode } from '@rolecall/contract';
import type { Concept } from './concepts.ts';

/** What a text has to say within so many sentences in a row to count for a reason. */
export interface Rule {
  readonly code: JobFlagCode;
  /** `enough` is needed to flag a posting. */
  readonly points: number;
  /** Of each group one concept has to be there. */
  readonly all: readonly (readonly Concept[])[];
  readonly within: 1 | 2 | 3;
  /** Concepts that must not be there. */
  readonly unless?: readonly Concept[];
  /** Concepts one of which has to be anywhere in the posting. */
  readonly anywhere?: readonly Concept[];
  /** Concepts none of which may be anywhere in the posting. */
  readonly nowhere?: readonly Concept[];
}

/** A reason of so many points flags a posting alone. */
export const enough = 3;
/** Several weaker reasons together do it with so many. */
export const enoughTogether = 4;

export const rules: readonly Rule[] = [
  {
    code: 'fee',
    points: 3,
    all: [['amount'], ['fee', 'refund', 'prepay', 'rail', 'thing', 'pay']],
    within: 1,
    unless: ['warn'],
  },
  { code: 'fee', points: 2, all: [['amount'], ['cost', 'code', 'buy']], within: 1, unless: ['warn'] },
  { code: 'fee', points: 2, all: [['amount']], within: 1, unless: ['warn'] },
  { code: 'fee', points: 3, all: [['amount', 'paid'], ['borne']], within: 1, unless: ['warn'] },
  { code: 'fee', points: 3, all: [['paid'], ['except']], within: 1, unless: ['warn', 'others'] },
  {
    code: 'fee',
    points: 3,
    all: [['amount'], ['refund', 'prepay', 'borne'], ['fee', 'thing', 'pay']],
    within: 2,
    unless: ['warn'],
  },
  { code: 'fee', points: 3, all: [['borne'], ['rail', 'giftcard']], within: 1, unless: ['warn'] },
  {
    code: 'fee',
    points: 3,
    all: [['borne'], ['fee', 'thing'], ['prepay', 'refund']],
    within: 1,
    unless: ['warn', 'free'],
  },
  { code: 'fee', points: 3, all: [['giftcard'], ['code', 'amount']], within: 1, unless: ['warn'] },
  {
    code: 'fee',
    points: 3,
    all: [['rail'], ['fee', 'thing', 'borne'], ['pay', 'prepay']],
    within: 1,
    unless: ['warn', 'free'],
  },
  {
    code: 'fee',
    points: 3,
    all: [['fee', 'escrow'], ['prepay'], ['refund']],
    within: 1,
    unless: ['warn', 'free'],
  },
  { code: 'fee', points: 3, all: [['escrow'], ['view']], within: 1, unless: ['warn'] },

  {
    code: 'bank_details',
    points: 3,
    all: [['secret'], ['send', 'apply']],
    within: 1,
    unless: ['warn', 'later', 'others'],
  },
  {
    code: 'bank_details',
    points: 3,
    all: [['bank'], ['send'], ['apply']],
    within: 1,
    unless: ['warn', 'later', 'others'],
  },
  { code: 'bank_details', points: 3, all: [['cvv']], within: 1, unless: ['warn', 'later', 'others'] },
  { code: 'bank_details', points: 2, all: [['secret']], within: 1, unless: ['warn', 'later', 'others'] },
  {
    code: 'bank_details',
    points: 2,
    all: [['bank'], ['send']],
    within: 1,
    unless: ['warn', 'later', 'others'],
  },
  {
    code: 'identity',
    points: 3,
    all: [['selfie'], ['send', 'apply']],
    within: 1,
    unless: ['warn', 'later', 'others'],
  },
  { code: 'identity', points: 2, all: [['paper'], ['send']], within: 1, unless: ['warn', 'later', 'others'] },

  {
    code: 'messenger',
    points: 3,
    all: [
      ['messenger', 'messengerlike'],
      ['only', 'offsite'],
    ],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'messenger',
    points: 3,
    all: [['messenger', 'messengerlike'], ['sole'], ['contact']],
    within: 1,
    unless: ['warn'],
    nowhere: ['normal'],
  },
  { code: 'messenger', points: 3, all: [['messenger'], ['handle']], within: 1, unless: ['warn'] },
  {
    code: 'messenger',
    points: 3,
    all: [['maybe'], ['handle', 'phone'], ['only', 'offsite']],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'messenger',
    points: 2,
    all: [['maybe'], ['handle', 'phone'], ['contact']],
    within: 1,
    unless: ['warn'],
  },
  {
    code: 'messenger',
    points: 2,
    all: [
      ['messenger', 'messengerlike'],
      ['phone', 'mail'],
    ],
    within: 1,
    unless: ['warn'],
  },
  {
    code: 'messenger',
    points: 3,
    all: [['messenger', 'messengerlike'], ['phone']],
    within: 2,
    unless: ['warn'],
    nowhere: ['normal'],
  },
  {
    code: 'messenger',
    points: 3,
    all: [['offsite'], ['contact', 'mail', 'handle', 'phone']],
    within: 2,
    unless: ['warn'],
    nowhere: ['normal'],
  },

  {
    code: 'reshipping',
    points: 3,
    all: [['parcel'], ['relabel'], ['forward']],
    within: 2,
    unless: ['warn'],
    anywhere: ['home'],
  },
  { code: 'reshipping', points: 3, all: [['parcel'], ['home'], ['relabel']], within: 2, unless: ['warn'] },
  {
    code: 'money_transfer',
    points: 3,
    all: [['account'], ['keep'], ['onward']],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'money_transfer',
    points: 3,
    all: [['account'], ['incoming'], ['onward']],
    within: 1,
    unless: ['warn'],
  },
  {
    code: 'money_transfer',
    points: 3,
    all: [['cheque'], ['onward', 'giftcard', 'rail'], ['keep', 'account', 'advance']],
    within: 3,
    unless: ['warn'],
  },
  {
    code: 'money_transfer',
    points: 3,
    all: [['cheque'], ['errand'], ['advance', 'bankit', 'onward', 'pay']],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'account_opening',
    points: 3,
    all: [['ownname'], ['bankish', 'openacc'], ['handover', 'videoident', 'crypto']],
    within: 3,
    unless: ['warn'],
  },
  { code: 'account_opening', points: 3, all: [['openacc'], ['handover']], within: 2, unless: ['warn'] },
  { code: 'crypto', points: 3, all: [['crypto'], ['topup']], within: 2, unless: ['warn', 'later', 'others'] },
  {
    code: 'crypto',
    points: 3,
    all: [['task'], ['topup']],
    within: 2,
    unless: ['warn'],
    anywhere: ['crypto'],
  },
  {
    code: 'crypto',
    points: 3,
    all: [['crypto'], ['onward'], ['account', 'keep', 'ownname']],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'remote_access',
    points: 3,
    all: [['remote'], ['secret', 'bank', 'bankish']],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'advance',
    points: 3,
    all: [['advance'], ['errand'], ['away', 'only', 'offsite']],
    within: 3,
    unless: ['warn'],
  },
  {
    code: 'messenger',
    points: 2,
    all: [['messenger', 'messengerlike'], ['contact']],
    within: 1,
    unless: ['warn'],
  },
  { code: 'money_transfer', points: 1, all: [['account', 'cheque']], within: 1, unless: ['warn', 'others'] },
  { code: 'fee', points: 1, all: [['rail', 'giftcard', 'borne', 'refund']], within: 1, unless: ['warn'] },
  { code: 'advance', points: 1, all: [['advance', 'away']], within: 1, unless: ['warn'] },
  {
    code: 'account_opening',
    points: 1,
    all: [['openacc', 'handover']],
    within: 1,
    unless: ['warn', 'others'],
  },
  { code: 'reshipping', points: 1, all: [['parcel'], ['home', 'relabel']], within: 2, unless: ['warn'] },
  { code: 'identity', points: 1, all: [['paper']], within: 1, unless: ['warn', 'others', 'later'] },
  {
    code: 'messenger',
    points: 1,
    all: [['messenger', 'messengerlike', 'offsite']],
    within: 1,
    unless: ['warn'],
  },
  { code: 'crypto', points: 1, all: [['crypto']], within: 1, unless: ['warn'] },
  {
    code: 'money_transfer',
    points: 2,
    all: [['cheque'], ['keep', 'onward', 'advance']],
    within: 2,
    unless: ['warn', 'others'],
  },
  {
    code: 'reshipping',
    points: 2,
    all: [['parcel'], ['home'], ['incoming', 'forward']],
    within: 2,
    unless: ['warn'],
  },
  {
    code: 'money_transfer',
    points: 2,
    all: [['account'], ['incoming', 'onward', 'keep']],
    within: 2,
    unless: ['warn', 'others'],
  },
  {
    code: 'account_opening',
    points: 2,
    all: [['handover'], ['bankish']],
    within: 2,
    unless: ['warn', 'others'],
  },
  { code: 'account_opening', points: 2, all: [['ownname'], ['bankish']], within: 1, unless: ['warn'] },
  {
    code: 'crypto',
    points: 2,
    all: [['crypto'], ['account', 'task', 'topup']],
    within: 2,
    unless: ['warn', 'others'],
  },
  {
    code: 'advance',
    points: 2,
    all: [['away'], ['errand', 'advance', 'only', 'offsite']],
    within: 3,
    unless: ['warn'],
  },
  { code: 'messenger', points: 3, all: [['hiddenmessenger']], within: 1 },
  { code: 'disguised', points: 3, all: [['disguised']], within: 1 },
  { code: 'pyramid', points: 3, all: [['recruit'], ['entry'], ['amount']], within: 2 },
  { code: 'advance', points: 2, all: [['advance'], ['errand']], within: 2, unless: ['warn'] },
];
