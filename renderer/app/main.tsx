import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const place = document.getElementById('root');
if (place === null) throw new Error('invalid page: no element with id root');
createRoot(place).render(
  <StrictMode>
    <main>
      <h1>Midstance</h1>
    </main>
  </StrictMode>,
);
