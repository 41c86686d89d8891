import { addWords } from '../../app/words';

const en = {
  channel: 'Channel',
  units: 'Units',
  unitsHint: 'Of an agent’s capacity that one ticket takes',
  exclusive: 'Takes the whole agent',
  exclusiveHint: 'Only somebody who holds nothing else is given it, and they are given nothing beside it.',
  offerSeconds: 'Ask the agent first',
  offerHint: 'They are asked for so long; then somebody else is. Empty: assigned at once.',
  atOnce: 'Assigned at once',
  asked: 'Asked for {{time}}',
};

addWords('admin-channels', {
  en,
  de: {
    channel: 'Kanal',
    units: 'Einheiten',
    unitsHint: 'Was ein Ticket von der Kapazität einer Person nimmt',
    exclusive: 'Nimmt die ganze Person',
    exclusiveHint: 'Nur wer sonst nichts hat, bekommt es, und nichts anderes daneben.',
    offerSeconds: 'Erst fragen',
    offerHint: 'So lange wird gefragt, dann jemand anderes. Leer: gleich zugeteilt.',
    atOnce: 'Gleich zugeteilt',
    asked: '{{time}} lang gefragt',
  },
});
