import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Rss } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { NewSourceDialog } from './new-source-dialog.tsx';
import { sourceQueries } from './queries.ts';
import { SourceItem } from './source-item.tsx';

export function SourcesPage() {
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery({ ...sourceQueries.sources(), refetchInterval: 3_000 });
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      Add a source
    </Button>
  );
  return (
    <Page
      title="Sources"
      width="medium"
      description="Where jobs come from: boards and feeds that are read on a schedule."
      action={add}
    >
      <PagedList
        query={query}
        noun="sources"
        empty={
          <EmptyState icon={Rss} title="No sources yet" action={add}>
            Paste a link to a board, a feed or a careers page, or the name of a company.
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
