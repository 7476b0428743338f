import type { CompanyDecision, KindPayload } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { listAudience } from '../../identity/audiences/index.ts';
import type { CompanyRow } from './companies.store.ts';
import type { Companies } from './companies.ts';
import { operatorNoticeMessages } from './operator-notices.messages.ts';

/** What operators are told of a company. */
type OperatorNews = 'record_missing' | 'lapsed' | 'name_waits';

type CompanyKind = 'company_decision' | 'service_message';

/** Tells people; messaging provides it. */
export interface CompanyNotifier {
  notifyMany<K extends CompanyKind>(
    tx: Tx,
    kind: K,
    items: readonly { readonly userId: string; readonly payload: KindPayload<K> }[],
  ): Promise<unknown>;
}

/** Tells the recruiters of a company, and operators, what has become of it. */
export interface CompanyNotices {
  /** @param exceptFor who has done it, and knows */
  tell(
    tx: Tx,
    company: CompanyRow,
    news: { readonly decision: CompanyDecision; readonly reason?: string; readonly exceptFor?: string },
  ): Promise<void>;
  tellOperators(tx: Tx, company: CompanyRow, news: OperatorNews): Promise<void>;
}

/** Only those who signed up first get a message; all operators see how companies stand on their page. */
const mostOperators = 100;

export function createCompanyNotices(dependencies: {
  readonly clock: Clock;
  readonly companies: Pick<Companies, 'membersOf'>;
  readonly notifications: CompanyNotifier;
}): CompanyNotices {
  const { clock, companies, notifications } = dependencies;
  return {
    async tell(tx, { id, name }, { decision, reason = '', exceptFor }) {
      const members = await companies.membersOf(tx, id);
      const payload = { company_id: id, company_name: name, decision, reason };
      await notifications.notifyMany(
        tx,
        'company_decision',
        members.filter((userId) => userId !== exceptFor).map((userId) => ({ userId, payload })),
      );
    },

    async tellOperators(tx, { id, name }, news) {
      const operators = await listAudience(
        tx,
        { to: 'role', role: 'operator' },
        { signedUpBy: clock.now(), after: null, limit: mostOperators },
      );
      await notifications.notifyMany(
        tx,
        'service_message',
        operators.map(({ user_id: userId, locale }) => {
          const words = operatorNoticeMessages(locale, 'UTC');
          const action = { label: words.see(), path: `/operator/companies/${id}` };
          const message = words[`${news}_about`]({ company: name });
          return { userId, payload: { title: words[news](), message, action } };
        }),
      );
    },
  };
}
