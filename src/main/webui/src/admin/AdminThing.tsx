export function AdminThing() {
  return <p>AdminThing</p>;
}
