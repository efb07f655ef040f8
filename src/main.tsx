import '../workers/own-scripts';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { followAddress } from './state/address';
import { watchFiles } from './state/files/watch-files';
import { keepFiles } from './state/kept/keep-files';
import { restoreFiles } from './state/kept/restore-files';
import { showExample } from './state/example/show-example';
import { rememberChoices } from './state/remember-choices';
import { restore } from './state/restore';
import { offerUnfinished } from './state/unfinished/offers';
import { loadAhead } from './load-ahead';
import { whenIdle } from './ui/primitives/when-idle';
import { App } from './ui/App';
import { showRunStatus } from './ui/run-status';
import './ui/styles/reset.css';
import './ui/styles/tokens.css';

showRunStatus();
watchFiles();
keepFiles();
void restore().then(() => whenIdle(() => void showExample()));
void rememberChoices();
followAddress();
void restoreFiles();
void offerUnfinished();
loadAhead();
const root = createRoot(document.getElementById('root')!);
// In slices: what the browser itself has to do meanwhile, such as a first paint, waits for none longer than a few milliseconds.
startTransition(() =>
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
