import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setEmbedded } from '../api/client';
import { makeQueryClient, Providers } from '../app/Providers';
import { i18n, languages } from '../app/words';
import { Widget } from './Widget';

setEmbedded();
// The shop's page says its language, which is not what somebody chose for our own pages: it is not kept.
const language = new URLSearchParams(window.location.search).get('language')?.slice(0, 2);
if (language && language in languages) {
  void i18n.changeLanguage(language);
}

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
