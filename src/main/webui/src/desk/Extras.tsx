import type { TicketView } from '../api/schema';
import DraftsAtServer from '../tickets/DraftsAtServer';
import Mentions from '../tickets/mentions/Mentions';
import { DeskCalls } from './DeskCalls';

interface Props {
  account: number;
  held: TicketView[];
  onOpen: (ticket: number) => void;
}

/** What agents have beside their tickets: calls, mentions, and drafts that are kept at the server. */
export default function Extras({ account, held, onOpen }: Props) {
  return (
    <>
      <DeskCalls account={account} tickets={held} onOpen={onOpen} />
      <DraftsAtServer account={account} />
      <Mentions onOpen={onOpen} />
    </>
  );
}
