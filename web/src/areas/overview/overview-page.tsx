import { Page } from '../../components/ui/page.tsx';
import { useMessages } from '../../lib/language.tsx';
import { overviewPageMessages } from './messages.ts';
import { OverviewPanels } from './overview-panels.tsx';

export const OverviewPage = () => {
  const words = useMessages(overviewPageMessages);
  return (
    <Page title={words.overview()} description={words.about()}>
      <OverviewPanels />
    </Page>
  );
};
