import { describeEachDatabase } from '../../database.ts';
import { describeAttempts } from './attempts.ts';
import { describeContacts } from './contacts.ts';
import { describeDecisions } from './decisions.ts';
import { describeMessages } from './messages.ts';
import { createStage } from './stage.ts';
import type { RunningChannel, TestedChannel } from './tested-channel.ts';

export type {
  Obstacle,
  OtherContact,
  OutcomeClass,
  RunningChannel,
  TestedChannel,
} from './tested-channel.ts';

/** Declares what holds for every channel: what people and operators would miss if it did not. */
export function describeChannel<Running extends RunningChannel>(tested: TestedChannel<Running>): void {
  describeEachDatabase(`${tested.name}, as a channel`, (open) => {
    const stage = createStage(tested, open);
    describeMessages(stage, tested);
    describeContacts(stage, tested);
    describeAttempts(stage, tested);
    describeDecisions(stage, tested);
  });
}
