import './app/no-eval.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/mantine.css';
import './app/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { connect } from './data/client.ts';
import { createQueryClient } from './data/query-client.ts';
import { reportFailure } from './data/report-failure.ts';

// The scroll lock's injected style asks `get-nonce`, which looks here.
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content');
Object.assign(globalThis, { __webpack_nonce__: nonce ?? '' });

const root = document.getElementById('root');
const bridge = window.langgan;
if (root === null || bridge === undefined) throw new Error('the page has no root or no preload');
connect(bridge);
window.addEventListener('error', ({ error }) => reportFailure(error));
window.addEventListener('unhandledrejection', ({ reason }) => reportFailure(reason));
createRoot(root).render(
  <StrictMode>
    <App queryClient={createQueryClient()} />
  </StrictMode>,
);
