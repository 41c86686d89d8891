export { Attendance } from './Attendance';
