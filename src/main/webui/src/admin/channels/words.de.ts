import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  channel: 'Kanal',
  units: 'Einheiten',
  unitsHint: 'Was ein Ticket von der Kapazität einer Person nimmt',
  exclusive: 'Nimmt die ganze Person',
  exclusiveHint: 'Nur wer sonst nichts hat, bekommt es, und nichts anderes daneben.',
  offerSeconds: 'Erst fragen',
  offerHint: 'So lange wird gefragt, dann jemand anderes. Leer: gleich zugeteilt.',
  atOnce: 'Gleich zugeteilt',
  asked: '{{time}} lang gefragt',
} satisfies Translated<typeof en>;
