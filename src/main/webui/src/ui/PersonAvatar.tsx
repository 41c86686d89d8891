import { Avatar } from '@mantine/core';

/** Only colours on which initials can be read. */
const colors = ['blue', 'violet', 'indigo', 'grape', 'pink', 'cyan', 'teal'];

/** The initials of somebody whose name stands beside them. */
export function PersonAvatar({
  name,
  size = 32,
  className,
}: {
  name: string;
  size?: number;
  className?: string | undefined;
}) {
  return (
    <Avatar
      name={name}
      color="initials"
      allowedInitialsColors={colors}
      size={size}
      className={className}
      alt=""
      aria-hidden
    />
  );
}
