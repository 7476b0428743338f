import type { ReactNode } from 'react';
import { Card } from '../../components/ui/card.tsx';
import { PageTitle } from '../../components/ui/page.tsx';

interface AuthFrameProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  readonly below?: ReactNode;
}

/** The narrow card of everything around signing in. */
export const AuthFrame = ({ title, description, children, below }: AuthFrameProps) => (
  <div className="mx-auto w-full max-w-md px-4 py-8 sm:py-14">
    <PageTitle title={title} />
    <Card className="p-6 sm:p-8">
      <h1 className="text-2xl">{title}</h1>
      {description !== undefined && <p className="mt-1.5 text-sm text-muted">{description}</p>}
      <div className="mt-6">{children}</div>
    </Card>
    {below !== undefined && <div className="mt-5 text-center text-sm text-muted">{below}</div>}
  </div>
);

export const textLink = 'rounded-sm font-medium text-accent-ink underline underline-offset-2';
