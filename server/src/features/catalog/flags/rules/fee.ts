import { type Rule, rule, sentence, slight, strong, threeSentences, twoSentences, weak } from './rule.ts';

/** Who applies is to pay. */
export const feeRules: readonly Rule[] = [
  rule(
    'fee',
    strong,
    sentence,
    [['amount'], ['prepay', 'rail', 'borne', 'paynow'], ['fee', 'thing', 'pay', 'cost', 'buy', 'refund']],
    { unless: ['warn', 'others'] },
  ),
  rule('fee', strong, sentence, [['amount'], ['fee'], ['refund', 'pay', 'cost']], {
    unless: ['warn', 'lodging', 'others'],
    unlessNear: ['covers'],
  }),
  rule('fee', strong, sentence, [['amount'], ['prepay', 'rail']], {
    unless: ['warn', 'lodging', 'others'],
    unlessNear: ['covers'],
  }),
  rule('fee', weak, sentence, [['amount'], ['cost', 'code', 'buy']]),
  rule('fee', weak, sentence, [['amount']]),
  rule('fee', strong, sentence, [['amount', 'paid'], ['borne']]),
  rule('fee', strong, sentence, [['paid'], ['except']], { unless: ['warn', 'others'] }),
  rule('fee', strong, twoSentences, [['amount'], ['refund', 'prepay', 'borne'], ['fee', 'thing', 'pay']], {
    unless: ['warn', 'others', 'lodging'],
    unlessNear: ['covers'],
  }),
  rule('fee', strong, sentence, [['borne'], ['rail', 'giftcard']]),
  rule('fee', strong, sentence, [['borne'], ['fee', 'thing'], ['prepay', 'refund']], {
    unless: ['warn', 'free'],
  }),
  rule('fee', strong, sentence, [['giftcard'], ['code', 'amount']], { unless: ['warn', 'others'] }),
  rule('fee', strong, sentence, [['rail'], ['fee', 'thing', 'borne'], ['pay', 'prepay']], {
    unless: ['warn', 'free'],
  }),
  rule('fee', strong, sentence, [['fee', 'escrow'], ['prepay'], ['refund']], { unless: ['warn', 'free'] }),
  rule('fee', strong, sentence, [['escrow'], ['view']]),
  rule('fee', slight, sentence, [['rail', 'giftcard', 'borne', 'refund']]),
  rule('fee', strong, twoSentences, [
    ['vendor'],
    ['amount', 'paid', 'wage'],
    ['refund', 'free', 'borne', 'rail'],
  ]),
  rule('fee', strong, twoSentences, [['amount'], ['paynow']], {
    unless: ['warn', 'others', 'free', 'authority'],
  }),
  rule('fee', strong, twoSentences, [['vendor'], ['buycmd', 'buy', 'pay'], ['thing'], ['refund']], {
    unless: ['warn', 'others'],
  }),
  rule('fee', strong, sentence, [['subscription'], ['amount', 'wage']]),
  rule('fee', strong, sentence, [['amount'], ['asks']], {
    unless: ['warn', 'others', 'lodging'],
    unlessNear: ['covers'],
  }),
  // A way of payment that nobody gets back.
  rule(
    'fee',
    strong,
    sentence,
    [['rail'], ['pay', 'paynow', 'borne', 'prepay', 'thing', 'fee', 'amount', 'onward', 'sendme']],
    { unless: ['warn', 'others', 'free'] },
  ),
  rule(
    'fee',
    strong,
    twoSentences,
    [['amount'], ['rail'], ['pay', 'paynow', 'send', 'fee', 'thing', 'refund']],
    {
      unless: ['warn', 'others', 'free'],
    },
  ),
  rule('fee', strong, twoSentences, [['giftcard'], ['buycmd'], ['sendme']], { unless: ['warn', 'others'] }),
  rule('fee', strong, twoSentences, [['giftcard'], ['code'], ['buy']], { unless: ['warn', 'others'] }),
  rule(
    'fee',
    strong,
    sentence,
    [
      ['giftcard', 'rail'],
      ['thing', 'fee'],
      ['prepay', 'paynow'],
      ['pay', 'borne', 'paynow'],
    ],
    {
      unless: ['warn', 'others'],
    },
  ),
  // The work is for those who have bought the employer's course.
  rule('fee', strong, threeSentences, [['gate'], ['thing', 'ourcourse'], ['amount']], {
    unless: ['warn', 'others', 'free', 'covers', 'benefit'],
  }),
  // A report for one euro that goes on costing.
  rule('fee', strong, sentence, [['renews'], ['amount', 'wage']], { unless: ['warn', 'others'] }),
  // Lines and messages that cost much.
  rule('fee', strong, twoSentences, [['perminute'], ['amount'], ['dial']], {
    unless: ['warn', 'others', 'free'],
  }),
  rule('fee', strong, twoSentences, [['premiumline'], ['dial', 'interview']], { unless: ['warn', 'others'] }),
  rule('fee', strong, threeSentences, [['shortcode'], ['texts'], ['amount']], {
    unless: ['warn', 'others', 'free'],
  }),
  rule('fee', strong, twoSentences, [['voucher'], ['buycmd'], ['code'], ['sendme'], ['amount']], {
    unless: ['warn', 'others'],
  }),
  // An amount that is neither pay, nor given, nor somebody else's is rare in honest postings.
  rule(
    'fee',
    strong,
    sentence,
    [
      ['amount'],
      [
        'moneyverb',
        'fee',
        'thing',
        'pay',
        'prepay',
        'paynow',
        'borne',
        'asks',
        'apply',
        'ourcourse',
        'gate',
        'rail',
        'vendor',
      ],
    ],
    {
      unless: ['warn', 'others', 'free', 'covers', 'benefit', 'lodging', 'authority', 'later'],
      unlessNear: ['free', 'covers'],
    },
  ),
  rule(
    'fee',
    strong,
    twoSentences,
    [['amount'], ['prepay', 'paynow', 'borne', 'gate', 'vendor', 'rail', 'asks']],
    {
      unless: ['warn', 'others', 'free', 'covers', 'benefit', 'lodging', 'authority', 'later'],
    },
  ),
  rule(
    'fee',
    strong,
    threeSentences,
    [['task'], ['topup'], ['cashout'], ['amount', 'prepay', 'crypto', 'account', 'topup']],
    {
      unless: ['warn', 'others'],
    },
  ),
];
