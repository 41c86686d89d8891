import { Home } from './Home';
import { PlacesProvider } from './places';
import { useAddresses } from './useAddresses';

/** Where customers see what they bought and asked. */
export function Portal() {
  return (
    <PlacesProvider places={useAddresses()}>
      <Home />
    </PlacesProvider>
  );
}
