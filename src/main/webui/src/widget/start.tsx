import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setEmbedded } from '../api/client';
import { makeQueryClient, Providers } from '../app/Providers';
import { type Language, languages, speak, wordsAreThere } from '../app/words';
import { Widget } from './Widget';

setEmbedded();
// The shop's page says its language, which is not what somebody chose for our own pages: it is not kept.
const language = new URLSearchParams(window.location.search).get('language')?.slice(0, 2);
const spoken = language && language in languages ? speak(language as Language) : wordsAreThere();

const root = document.getElementById('root');
void spoken.then(
  () =>
    root &&
    createRoot(root).render(
      <StrictMode>
        <Providers client={makeQueryClient()}>
          <Widget />
        </Providers>
      </StrictMode>,
    ),
);
