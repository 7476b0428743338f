/** What words and phrases of a posting stand for; the rules combine these. */
export type Concept =
  // Money that is asked for.
  | 'amount' // of money, unless it is pay
  | 'paid' // an amount that somebody else pays, or that is given
  | 'wage' // an amount that is pay, or too much for a fee
  | 'fee' // what a charge is called
  | 'thing' // what applicants are made to pay for: a visa, a course, a kit
  | 'cost' // says what something costs
  | 'pay' // ways to say that money is handed over
  | 'borne' // the applicant is the one who pays
  | 'free' // the employer pays, or nobody does
  | 'except' // all is free but one thing
  | 'others' // customers, guests and others whose money the work is about
  | 'benefit' // makes an amount something that is given: a bonus, a budget
  | 'refund'
  | 'prepay' // before anything else happens, or so that it happens
  | 'rail' // ways of payment that nobody gets back
  | 'giftcard'
  | 'code'
  | 'buy'
  | 'escrow'
  | 'view' // a flat that is shown only then
  // Data that is asked for.
  | 'bank'
  | 'secret' // what opens an account
  | 'cvv' // what a card is charged with
  | 'paper' // identity papers
  | 'selfie' // what proves an identity
  | 'send'
  | 'apply'
  | 'later' // after hiring, or never
  // The talk that moves elsewhere.
  | 'messenger'
  | 'messengerlike' // a messenger that is described
  | 'maybe' // a messenger, or a plain word
  | 'hiddenmessenger' // one that is written to be missed
  | 'disguised' // a word with letters that only look alike
  | 'contact'
  | 'phone'
  | 'handle' // a name in a chat
  | 'mail'
  | 'only' // no other way
  | 'sole' // the word 'only'
  | 'offsite' // not by this site, or to a private address
  | 'normal' // a usual way to apply
  | 'warn' // speaks of fraud
  // Services for a fraud.
  | 'parcel'
  | 'home'
  | 'relabel'
  | 'forward'
  | 'account' // the reader's own
  | 'incoming'
  | 'onward'
  | 'keep'
  | 'cheque'
  | 'bankit' // to pay a cheque in
  | 'openacc' // to open an account
  | 'ownname' // in the own name, with real data
  | 'bankish' // a bank, an account, an exchange
  | 'handover' // to give the access to somebody
  | 'videoident'
  | 'crypto'
  | 'task' // small tasks by which one earns
  | 'topup'
  | 'remote' // programs that show a screen
  | 'advance' // money that is sent ahead
  | 'errand'
  | 'away' // an employer who cannot be met
  | 'recruit' // to bring others
  | 'entry'; // to buy oneself in
