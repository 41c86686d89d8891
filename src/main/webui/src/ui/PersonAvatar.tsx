import { Avatar } from '@mantine/core';

/** Only colours on which initials can be read. */
const colors = ['blue', 'violet', 'indigo', 'grape', 'pink', 'cyan', 'teal'];

/** The initials of somebody whose name stands beside them. */
export function PersonAvatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <Avatar name={name} color="initials" allowedInitialsColors={colors} size={size} alt="" aria-hidden />
  );
}
