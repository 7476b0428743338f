import { Page } from '../../components/ui/page.tsx';
import { OverviewPanels } from './overview-panels.tsx';

export const OverviewPage = () => (
  <Page title="Overview" description="How this instance is doing, as of a few seconds ago.">
    <OverviewPanels />
  </Page>
);
