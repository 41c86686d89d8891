import { useEffect } from 'react';
import type { TicketView } from '../api/schema';
import { CallPanel } from './CallPanel';
import { forget, useCalling } from './calling';
import { JoinCall } from './JoinCall';

/** The call of a ticket on a page of its own; whoever goes elsewhere leaves it. */
export default function SupervisedCall({ ticket }: { ticket: TicketView }) {
  const calling = useCalling();
  useEffect(() => forget, []);
  return (
    <>
      <JoinCall ticket={ticket} />
      {calling && <CallPanel calling={calling} staff />}
    </>
  );
}
