import { CustomersPages } from './CustomersPages';
import { Home } from './Home';
import { useAddresses } from './useAddresses';

/** Where customers see what they bought and asked. */
export function Portal() {
  return (
    <CustomersPages places={useAddresses()}>
      <Home />
    </CustomersPages>
  );
}
