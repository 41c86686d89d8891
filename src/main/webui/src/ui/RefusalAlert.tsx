import { Alert, Text } from '@mantine/core';

/** What the server refuses, where no field can tell. */
export function RefusalAlert({ refusals }: { refusals: string[] }) {
  return (
    <Alert color="red" role="alert" w="100%">
      {refusals.map((refusal) => (
        <Text key={refusal} size="sm">
          {refusal}
        </Text>
      ))}
    </Alert>
  );
}
