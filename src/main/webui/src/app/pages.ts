import { lazyPart } from '../parts/parts';

export const Portal = lazyPart(() => import('../portal'), 'Portal');
export const PortalTicket = lazyPart(() => import('../portal'), 'PortalTicket');
export const Desk = lazyPart(() => import('../desk'), 'Desk');
export const Board = lazyPart(() => import('../board'), 'Board');
export const BoardQueue = lazyPart(() => import('../board'), 'BoardQueue');
export const BoardTicket = lazyPart(() => import('../board'), 'BoardTicket');
export const Wall = lazyPart(() => import('../board'), 'Wall');
export const Admin = lazyPart(() => import('../admin'), 'Admin');
export const AdminSection = lazyPart(() => import('../admin'), 'AdminSection');
export const AdminThing = lazyPart(() => import('../admin'), 'AdminThing');
export const Organisations = lazyPart(() => import('../operations'), 'Organisations');
export const MyAccount = lazyPart(() => import('../session'), 'MyAccount');
export const SignIn = lazyPart(() => import('../session'), 'SignIn');
export const SignUp = lazyPart(() => import('../session'), 'SignUp');
export const Welcome = lazyPart(() => import('../session'), 'Welcome');
export const ForgottenPassword = lazyPart(() => import('../session'), 'ForgottenPassword');
export const SetPassword = lazyPart(() => import('../session'), 'SetPassword');
