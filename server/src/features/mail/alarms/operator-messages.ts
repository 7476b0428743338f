import type { KindPayload } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { listAudience } from '../../identity/audiences/index.ts';
import type { AlarmChange } from './alarms.ts';
import { alarmWords } from './words.ts';

/** The message to one operator. */
interface OperatorMessage {
  readonly userId: string;
  readonly payload: KindPayload<'service_message'>;
}

/** Only those who signed up first get a message; all operators see the alarm on its page. */
const mostOperators = 100;

/**
 * Writes a change to operators in their languages.
 * @param notify writes the messages in the transaction that it is given
 */
export function createOperatorMessages(dependencies: {
  readonly clock: Clock;
  readonly notify: (tx: Tx, messages: readonly OperatorMessage[]) => Promise<unknown>;
}): (tx: Tx, change: AlarmChange) => Promise<void> {
  const { clock, notify } = dependencies;
  return async (tx, change) => {
    const operators = await listAudience(
      tx,
      { to: 'role', role: 'operator' },
      { signedUpBy: clock.now(), after: null, limit: mostOperators },
    );
    await notify(
      tx,
      operators.map(({ user_id: userId, locale }) => {
        const { title, message, action } = alarmWords(change, locale);
        return {
          userId,
          payload: { title, message, action: { label: action, path: '/operator/email/analytics' } },
        };
      }),
    );
  };
}
