import { lazy, type ReactNode } from 'react';
import { TABS, type Tab } from '../../state/lab-state';
import { showTab } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { Part } from '../primitives/Part';
import text from '../primitives/text.module.css';
import { Tabs } from '../primitives/Tabs';
import { RUN_VIEWS } from './texts';

const Explorer = lazy(() => import('../explorer/Explorer').then((file) => ({ default: file.Explorer })));
const Compare = lazy(() => import('../compare/Compare').then((file) => ({ default: file.Compare })));
const History = lazy(() => import('../history/History').then((file) => ({ default: file.History })));

interface RunViewsProps {
  /** What stands under Results. */
  readonly results: ReactNode;
}

/** The views of the run on screen, the comparison of two kept runs, and the list of them. */
export function RunViews({ results }: RunViewsProps) {
  const tab = useLab((state) => state.tab);
  const views: Record<Tab, ReactNode> = {
    results,
    explorer: <Explorer />,
    compare: <Compare />,
    history: <History />,
  };
  return (
    <>
      <h2 className={text.visuallyHidden}>{RUN_VIEWS.heading}</h2>
      <Tabs
        label={RUN_VIEWS.label}
        tabs={TABS.map((one) => [one, RUN_VIEWS.tabs[one]] as const)}
        value={tab}
        onChange={showTab}
      >
        <Part key={tab}>{views[tab]}</Part>
      </Tabs>
    </>
  );
}
