/** What saved replies may leave open. */
export const placeholders = ['customer.name', 'ticket.id', 'order.number', 'agent.name'] as const;
type Placeholder = (typeof placeholders)[number];

const PATTERN = /\{(customer\.name|ticket\.id|order\.number|agent\.name)\}/g;

/** Puts in what is known; what is not stays, so that nobody sends "Dear ,". */
export function fill(text: string, values: Partial<Record<Placeholder, string | null>>): string {
  return text.replace(PATTERN, (whole, name: Placeholder) => values[name] || whole);
}

export function unfilled(text: string): string[] {
  return [...new Set(text.match(PATTERN) ?? [])];
}
