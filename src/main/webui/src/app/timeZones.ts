export const timeZones = Intl.supportedValuesOf('timeZone');
