import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient, Providers } from '../app/Providers';
import { Widget } from './Widget';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers client={makeQueryClient()}>
        <Widget />
      </Providers>
    </StrictMode>,
  );
}
