import type { MailboxMessage } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { mailboxPageMessages } from './messages.ts';
import { mailboxQueries } from './queries.ts';

const tab =
  'min-h-10 border-b-2 border-transparent px-1 text-sm font-medium text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink';
const plainText = 'p-5 text-sm leading-relaxed break-words whitespace-pre-wrap';

export function MailView({ mailId }: { readonly mailId: string }) {
  const { data: mail, error, isError, refetch } = useQuery(mailboxQueries.one(mailId));
  return (
    <Card className="overflow-hidden" data-testid="mail-view">
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {mail === undefined && !isError && (
        <div className="p-5">
          <Skeleton className="h-96 w-full" />
        </div>
      )}
      {mail !== undefined && <MailParts mail={mail} />}
    </Card>
  );
}

const MailParts = ({ mail }: { readonly mail: MailboxMessage }) => {
  const words = useMessages(mailboxPageMessages);
  return (
    <>
      <header className="space-y-1 p-5 pb-4">
        <h2 className="text-lg break-words">{mail.subject}</h2>
        <p className="text-sm wrap-anywhere text-muted">
          {words.from_to({ from: mail.from, people: mail.to.join(', ') })}
        </p>
        <p className="text-sm text-muted">
          <DateTime value={mail.received_at} />
        </p>
      </header>
      <Tabs.Root defaultValue={mail.html === null ? 'text' : 'html'}>
        <Tabs.List className="flex gap-5 border-b border-line px-5" aria-label={words.parts()}>
          {mail.html !== null && (
            <Tabs.Trigger value="html" className={tab}>
              {words.message()}
            </Tabs.Trigger>
          )}
          <Tabs.Trigger value="text" className={tab}>
            {words.text()}
          </Tabs.Trigger>
          <Tabs.Trigger value="headers" className={tab}>
            {words.headers()}
          </Tabs.Trigger>
        </Tabs.List>
        {mail.html !== null && (
          <Tabs.Content value="html">
            <iframe
              title={words.mail_named({ subject: mail.subject })}
              // No scripts and an origin of its own; only its links may open new tabs.
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={`<base target="_blank">${mail.html}`}
              className="h-[36rem] w-full bg-white"
            />
          </Tabs.Content>
        )}
        <Tabs.Content value="text" className={plainText}>
          {mail.text ?? words.no_text()}
        </Tabs.Content>
        <Tabs.Content value="headers" className="overflow-x-auto p-5">
          <dl className="space-y-2 text-sm">
            {mail.headers.map(({ name, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand several times, and the list never changes
              <div key={`${name}-${index}`}>
                <dt className="font-medium">{name}</dt>
                <dd className="font-mono text-xs break-all text-muted">{value}</dd>
              </div>
            ))}
          </dl>
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
};
