import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, MailOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { cn } from '../../lib/cn.ts';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useMediaQuery } from '../../lib/media-query.ts';
import { MailView } from './mail-view.tsx';
import { mailboxPageMessages } from './messages.ts';
import { mailboxQueries } from './queries.ts';

const route = getRouteApi('/mailbox');

/** What the mail server of the development environment has received; nothing here has left the machine. */
export function MailboxPage() {
  const words = useMessages(mailboxPageMessages);
  const { to, mail: chosen } = route.useSearch();
  const query = useInfiniteQuery(mailboxQueries.list(to));
  const wide = useMediaQuery('(min-width: 64rem)');
  const showList = wide || chosen === undefined;

  if (hasCode(query.error, 'not_found')) {
    return (
      <Page title={words.mailbox()} width="medium">
        <EmptyState icon={MailOpen} title={words.outside()}>
          {words.outside_why()}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.mailbox()} description={words.about()} action={<EmptyMailbox />}>
      {!showList && (
        <Link
          to="/mailbox"
          search={{ to }}
          className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
        >
          <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
          {words.all()}
        </Link>
      )}
      {to !== undefined && (
        <p className="mb-4 flex items-center gap-3 text-sm">
          {words.only_to()} <strong>{to}</strong>
          <Button asChild size="small">
            <Link to="/mailbox" search={{}}>
              {words.show_all()}
            </Link>
          </Button>
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[24rem_minmax(0,1fr)]">
        {showList && (
          <div>
            <PagedList
              query={query}
              empty={
                <Card>
                  <EmptyState icon={MailOpen} title={words.none()}>
                    {words.none_why()}
                  </EmptyState>
                </Card>
              }
            >
              {(mails) => (
                <Card className="overflow-hidden">
                  <ul className="divide-y divide-line">
                    {mails.map((mail) => (
                      <li key={mail.id}>
                        <Link
                          to="/mailbox"
                          search={{ to, mail: mail.id }}
                          resetScroll={false}
                          aria-current={mail.id === chosen ? 'true' : undefined}
                          data-testid="mail"
                          className={cn(
                            'block px-4 py-3.5 hover:bg-sunken/60 focus-visible:-outline-offset-2',
                            mail.id === chosen && 'bg-accent-soft/60',
                          )}
                        >
                          <span className="flex items-baseline justify-between gap-3 text-xs text-muted">
                            <span className="truncate">{words.to({ people: mail.to.join(', ') })}</span>
                            <RelativeTime value={mail.received_at} className="shrink-0" />
                          </span>
                          <span className="mt-0.5 block truncate text-sm font-semibold">{mail.subject}</span>
                          <span className="block truncate text-sm text-muted">{mail.excerpt}</span>
                        </Link>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
            </PagedList>
          </div>
        )}
        {chosen !== undefined && <MailView key={chosen} mailId={chosen} />}
        {chosen === undefined && wide && (
          <Card>
            <EmptyState icon={MailOpen} title={words.choose()}>
              {words.choose_why()}
            </EmptyState>
          </Card>
        )}
      </div>
    </Page>
  );
}

function EmptyMailbox() {
  const words = useMessages(mailboxPageMessages);
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const clear = useMutation({
    mutationFn: () => client.mailbox.clear(),
    onSuccess: async () => {
      await navigate({ search: {} });
      await queries.invalidateQueries({ queryKey: ['mailbox', 'list'] });
    },
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
        {words.empty()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.empty_title()}
        description={words.empty_why()}
        action={words.delete_all()}
        busy={clear.isPending}
        onConfirm={() => clear.mutate()}
      />
    </>
  );
}
