import type { PastDigest } from '@rolecall/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronDown, Layers } from 'lucide-react';
import { deliveryTones } from '../../components/notifications/delivery-tones.ts';
import { Badge } from '../../components/ui/badge.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { deliveryStatusMessages } from '../../lib/labels.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { DigestItem } from './digest-item.tsx';
import { digestPageMessages } from './messages.ts';
import { digestQueries } from './queries.ts';

export function PastDigests() {
  const words = useMessages(digestPageMessages);
  const query = useInfiniteQuery(digestQueries.past());
  return (
    <PagedList
      query={query}
      empty={
        <EmptyState icon={Layers} title={words.no_digest()}>
          {words.no_digest_why()}
        </EmptyState>
      }
    >
      {(digests) => (
        <ul className="space-y-3">
          {digests.map((digest) => (
            <li key={digest.id}>
              <Card className="overflow-hidden">
                {digest.entries.length === 0 ? (
                  <div className="px-4 py-3.5 sm:px-5">
                    <Headline digest={digest} />
                  </div>
                ) : (
                  <details className="group">
                    <summary className="flex cursor-pointer list-none items-center gap-3 px-4 py-3.5 hover:bg-sunken/60 sm:px-5 [&::-webkit-details-marker]:hidden">
                      <Headline digest={digest} />
                      <ChevronDown
                        className="ms-auto size-4 shrink-0 text-muted group-open:rotate-180"
                        aria-hidden
                      />
                    </summary>
                    <ul className="divide-y divide-line border-t border-line">
                      {digest.entries.map((item) => (
                        <DigestItem key={`${item.id} ${item.action?.path ?? ''}`} item={item} />
                      ))}
                      {digest.more > 0 && (
                        <li className="px-4 py-3 text-sm text-muted sm:px-5">
                          {words.more_in_inbox({ count: digest.more })}
                        </li>
                      )}
                    </ul>
                  </details>
                )}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Headline({ digest }: { readonly digest: PastDigest }) {
  const words = useMessages(digestPageMessages);
  const statuses = useMessages(deliveryStatusMessages);
  const { frequency, finished_at: finishedAt, status, entries, more, delivery } = digest;
  return (
    <div className="min-w-0 space-y-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{words[`headline_${frequency}`]()}</span>
        {delivery !== null && (
          <Badge tone={deliveryTones[delivery.status]}>{statuses[delivery.status]()}</Badge>
        )}
      </p>
      <p className="text-muted">
        <DateTime value={finishedAt} />
        {' · '}
        {status === 'empty' ? words.nothing_left() : words.things({ count: entries.length + more })}
      </p>
      {delivery !== null && delivery.status !== 'sent' && <p>{delivery.explanation}</p>}
    </div>
  );
}
