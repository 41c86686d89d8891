import { Avatar } from '@mantine/core';

/** Only colours on which initials can be read. */
const colors = ['blue', 'violet', 'indigo', 'grape', 'pink', 'cyan', 'teal'];

/** Of somebody whose name stands beside it. */
export function Face({ name }: { name: string }) {
  return <Avatar name={name} color="initials" allowedInitialsColors={colors} size={32} alt="" aria-hidden />;
}
