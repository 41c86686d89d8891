export { Blocked } from './Blocked';
export { Customer } from './Customer';
export { Customers } from './Customers';
export { Order } from './Order';
export { Orders } from './Orders';
