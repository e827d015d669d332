// First of all: takes the key out of the address before the router reads it.
import '../host/pageKey.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openConnection } from '../host/connection.ts';
import { startI18n } from '../i18n/i18n.ts';
import '../ui/tokens.css';
import { App } from './App.tsx';
import { applyTheme } from './theme.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('invalid page: no element with id root');
applyTheme('system')();
startI18n();
createRoot(place).render(
  <StrictMode>
    <App connection={openConnection()} />
  </StrictMode>,
);
