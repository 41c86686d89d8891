export { RecordingRules } from './RecordingRules';
