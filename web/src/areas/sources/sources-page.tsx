import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Rss } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { NewSourceDialog } from './new-source-dialog.tsx';
import { sourcePageMessages } from './pages.messages.ts';
import { sourceQueries } from './queries.ts';
import { SourceItem } from './source-item.tsx';

export function SourcesPage() {
  const words = useMessages(sourcePageMessages);
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery({ ...sourceQueries.sources(), refetchInterval: 3_000 });
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {words.add()}
    </Button>
  );
  return (
    <Page title={words.sources()} width="medium" description={words.about()} action={add}>
      <PagedList
        query={query}
        more={words.more()}
        empty={
          <EmptyState icon={Rss} title={words.none()} action={add}>
            {words.none_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((source) => (
              <li key={source.id}>
                <SourceItem source={source} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {adding && <NewSourceDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
