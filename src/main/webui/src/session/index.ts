import './words';

export { ForgottenPassword } from './ForgottenPassword';
export { MyAccount } from './MyAccount';
export { SetPassword } from './SetPassword';
export { SignIn } from './SignIn';
export { SignUp } from './SignUp';
export { Welcome } from './Welcome';
