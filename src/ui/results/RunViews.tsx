import { lazy, Suspense } from 'react';
import { TABS } from '../../state/lab-state';
import { showTab } from '../../state/store';
import { useLab } from '../../state/use-lab';
import { Tabs } from '../primitives/Tabs';
import text from '../primitives/text.module.css';
import { RunResults } from './RunResults';
import { RUN_VIEWS } from './texts';

const Explorer = lazy(() => import('../explorer/Explorer').then((file) => ({ default: file.Explorer })));

/** The views of the run on screen. */
export function RunViews() {
  const tab = useLab((state) => state.tab);
  return (
    <Tabs
      label={RUN_VIEWS.label}
      tabs={TABS.map((one) => [one, RUN_VIEWS.tabs[one]] as const)}
      value={tab}
      onChange={showTab}
    >
      {tab === 'results' ? (
        <RunResults />
      ) : (
        <Suspense fallback={<p className={text.why}>{RUN_VIEWS.loading}</p>}>
          <Explorer />
        </Suspense>
      )}
    </Tabs>
  );
}
