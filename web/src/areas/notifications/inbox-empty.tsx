import { Link } from '@tanstack/react-router';
import { AlarmClock, Archive, BellOff, CheckCheck, Pin, SearchX } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { useMessages } from '../../lib/language.tsx';
import type { InboxSearch } from './inbox-filters.tsx';
import { inboxPageMessages } from './messages.ts';

const icons = {
  inbox: BellOff,
  unread: CheckCheck,
  pinned: Pin,
  snoozed: AlarmClock,
  archived: Archive,
} as const;

/** Why nothing is shown, and the way to where there may be something. */
export function InboxEmpty({ search: { state, category, q } }: { readonly search: InboxSearch }) {
  const words = useMessages(inboxPageMessages);
  if (q !== undefined || category !== undefined) {
    return (
      <EmptyState
        icon={SearchX}
        title={words.nothing_fits()}
        action={
          <Button asChild>
            <Link to="/notifications" search={state === undefined ? {} : { state }}>
              {words.show_all()}
            </Link>
          </Button>
        }
      >
        {q === undefined ? words.none_of_category() : words.none_with_words({ words: q })}
      </EmptyState>
    );
  }
  const name = state ?? 'inbox';
  return (
    <EmptyState icon={icons[name]} title={words[`empty_${name}`]()}>
      {words[`empty_${name}_why`]()}
    </EmptyState>
  );
}
