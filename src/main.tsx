import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restore } from './state/restore';
import { App } from './ui/App';
import './ui/styles.css';

void restore();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
