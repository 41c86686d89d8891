import { Problem } from '../../api/client';
import type { CustomerChange, CustomerView } from '../../api/schema';

/** A customer's record as a form has it: none of its texts is missing. */
export interface RecordValues extends Record<string, unknown> {
  name: string;
  language: string;
  groupId: number | null;
  tagIds: number[];
  emails: { address: string; label: string }[];
  phones: { number: string; label: string }[];
  postalAddresses: {
    street: string;
    postalCode: string;
    city: string;
    region: string;
    country: string;
    label: string;
  }[];
  attributeLines: { key: string; value: string }[];
}

export function valuesOf(customer: CustomerView): RecordValues {
  return {
    name: customer.name,
    language: customer.language ?? '',
    groupId: customer.groupId,
    tagIds: customer.tagIds,
    emails: customer.emails.map(({ address, label }) => ({ address, label: label ?? '' })),
    phones: customer.phones.map(({ number, label }) => ({ number, label: label ?? '' })),
    postalAddresses: customer.postalAddresses.map((address) => ({
      street: address.street,
      postalCode: address.postalCode ?? '',
      city: address.city,
      region: address.region ?? '',
      country: address.country ?? '',
      label: address.label ?? '',
    })),
    attributeLines: Object.entries(customer.attributes).map(([key, value]) => ({ key, value })),
  };
}

export function changeOf({ attributeLines, groupId, language, ...rest }: RecordValues): CustomerChange {
  return {
    name: rest.name,
    tagIds: rest.tagIds,
    emails: rest.emails.map(said),
    phones: rest.phones.map(said),
    postalAddresses: rest.postalAddresses.map(said),
    ...(groupId !== null && { groupId }),
    ...(language && { language }),
    attributes: Object.fromEntries(
      attributeLines.filter(({ key }) => key).map(({ key, value }) => [key, value]),
    ),
  };
}

/** Without the texts that nobody wrote. */
function said<T extends Record<string, string>>(line: T): T {
  return Object.fromEntries(Object.entries(line).filter(([, text]) => text.trim() !== '')) as T;
}

/** The server counts lines in brackets, forms do it behind a point. */
export function toldByLine(problem: unknown): never {
  if (problem instanceof Problem) {
    for (const violation of problem.violations) {
      violation.field = violation.field.replace(/\[(\d+)\]/g, '.$1');
    }
  }
  throw problem;
}
