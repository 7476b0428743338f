import {
  type Rule,
  rule,
  sentence,
  sixSentences,
  slight,
  strong,
  threeSentences,
  twoSentences,
  weak,
} from './rule.ts';

/** Who applies is to take part in a fraud: to pass on money or parcels, to open accounts, to bring others. */
export const serviceRules: readonly Rule[] = [
  rule('reshipping', strong, twoSentences, [['parcel'], ['relabel'], ['forward']], { anywhere: ['home'] }),
  rule('reshipping', strong, twoSentences, [['parcel'], ['home'], ['relabel']]),
  rule('money_transfer', strong, twoSentences, [['account'], ['keep'], ['onward']]),
  rule('money_transfer', strong, twoSentences, [['account'], ['incoming'], ['onward']]),
  rule(
    'money_transfer',
    strong,
    threeSentences,
    [['cheque'], ['onward', 'giftcard', 'rail'], ['keep', 'account', 'advance']],
    { unless: ['warn', 'others'] },
  ),
  rule('money_transfer', strong, twoSentences, [
    ['cheque'],
    ['errand'],
    ['advance', 'bankit', 'onward', 'pay'],
  ]),
  rule('account_opening', strong, threeSentences, [
    ['ownname'],
    ['bankish', 'openacc'],
    ['handover', 'videoident', 'crypto'],
  ]),
  // Where there are customers, their accounts are the work.
  rule('account_opening', strong, twoSentences, [['openacc'], ['handover']], { nowhere: ['others'] }),
  rule(
    'crypto',
    strong,
    twoSentences,
    [['crypto'], ['topup'], ['amount', 'account', 'task', 'entry', 'onward', 'keep', 'borne', 'prepay']],
    { unless: ['warn', 'later', 'others'] },
  ),
  rule('crypto', strong, twoSentences, [['task'], ['topup']], { anywhere: ['crypto'] }),
  rule('fee', strong, twoSentences, [['task'], ['topup'], ['amount', 'prepay']], {
    unless: ['warn', 'others', 'later'],
    anywhere: ['messenger', 'messengerlike', 'chatapp'],
  }),
  rule('crypto', strong, twoSentences, [['crypto'], ['onward'], ['account', 'keep', 'ownname']]),
  rule('advance', strong, threeSentences, [['advance'], ['errand'], ['away', 'only', 'offsite']]),
  rule('money_transfer', slight, sentence, [['account', 'cheque']], { unless: ['warn', 'others'] }),
  rule('advance', slight, sentence, [['advance', 'away']]),
  rule('account_opening', slight, sentence, [['openacc', 'handover']], { unless: ['warn', 'others'] }),
  rule('reshipping', slight, twoSentences, [['parcel'], ['home', 'relabel']]),
  rule('crypto', slight, sentence, [['crypto']]),
  rule('money_transfer', weak, twoSentences, [['cheque'], ['keep', 'onward', 'advance']], {
    unless: ['warn', 'others'],
  }),
  rule('reshipping', weak, twoSentences, [['parcel'], ['home'], ['incoming', 'forward']]),
  rule('money_transfer', weak, twoSentences, [['account'], ['incoming', 'onward', 'keep']], {
    unless: ['warn', 'others'],
  }),
  rule('account_opening', weak, twoSentences, [['handover'], ['bankish']], { unless: ['warn', 'others'] }),
  rule('account_opening', weak, sentence, [['ownname'], ['bankish']]),
  rule('crypto', weak, twoSentences, [['crypto'], ['account', 'task', 'topup']], {
    unless: ['warn', 'others'],
  }),
  rule('advance', weak, threeSentences, [['away'], ['errand', 'advance', 'only', 'offsite']]),
  rule('pyramid', strong, twoSentences, [['recruit'], ['entry'], ['amount']], { unless: [] }),
  rule('advance', weak, twoSentences, [['advance'], ['errand']]),
  rule(
    'money_transfer',
    strong,
    twoSentences,
    [['cheque'], ['bankit'], ['keep', 'giftcard', 'rail', 'errand', 'advance']],
    { unless: ['warn', 'others'] },
  ),
  rule('pyramid', strong, sixSentences, [['downline'], ['entry', 'recruit'], ['amount']]),
  rule('advance', strong, threeSentences, [['advance'], ['bank', 'account'], ['errand', 'away']], {
    unless: ['warn', 'later', 'others'],
  }),
  rule('reshipping', strong, sentence, [['parcel'], ['home'], ['incoming'], ['forward']]),
  rule('account_opening', strong, twoSentences, [['ownname'], ['simcontract']]),
  rule('account_opening', strong, sentence, [['rentout']]),
  rule('crypto', strong, twoSentences, [['crypto'], ['incoming'], ['onward'], ['keep']]),
  rule('money_transfer', strong, twoSentences, [['receives'], ['onward'], ['crypto', 'keep', 'rail']], {
    unless: ['warn', 'others'],
  }),
  // Whose account takes in what goes on, and nobody says that it is the work's.
  rule(
    'money_transfer',
    strong,
    twoSentences,
    [
      ['account', 'receives'],
      ['onward', 'crypto'],
    ],
    {
      unless: ['warn', 'others', 'benefit'],
    },
  ),
  rule('money_transfer', strong, sentence, [['account'], ['keep']], {
    unless: ['warn', 'others', 'benefit'],
  }),
  rule('crypto', strong, twoSentences, [['crypto'], ['task'], ['topup', 'cashout']], {
    unless: ['warn', 'others'],
  }),
  rule('reshipping', strong, twoSentences, [['parcel'], ['home', 'ownname'], ['forward', 'relabel']], {
    unless: ['warn', 'others'],
  }),
];
