import { audienceSchema } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { describeError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { roleMessages } from '../../lib/role-messages.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { type AudienceDraft, audienceOf } from './draft.ts';
import { broadcastMessages } from './messages.ts';
import { broadcastQueries } from './queries.ts';

interface AudienceCountProps {
  readonly audience: AudienceDraft;
  readonly timeZone: string;
}

/** How many people an audience has, while it is put together. */
export function AudienceCount({ audience, timeZone }: AudienceCountProps) {
  const words = useMessages(broadcastMessages);
  const roles = useMessages(roleMessages);
  const settled = useSettled(audience);
  const parsed = audienceSchema.safeParse(audienceOf(settled, timeZone));
  const { data, error, isError } = useQuery(broadcastQueries.audience(parsed.data));
  return (
    <div
      className="flex gap-3 rounded-xl bg-accent-soft p-4 text-sm text-accent-ink"
      data-testid="audience-count"
    >
      <Users className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0" role="status">
        {!parsed.success && <p>{words.give_condition()}</p>}
        {parsed.success && isError && <p>{words.not_counted({ why: describeError(error).title })}</p>}
        {parsed.success && !isError && (
          <>
            <p className="font-semibold">
              {data === undefined ? words.counting() : words.people({ count: data.count })}
            </p>
            {data !== undefined && data.sample.length > 0 && (
              <p className="break-words">
                {words.among({
                  people: data.sample.map(({ name, role }) =>
                    words.person_with_role({ name, role: roles[role]() }),
                  ),
                })}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
