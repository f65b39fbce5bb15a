export { atCityTime, type CityTime, cityTime, dayNumber, dayOfNumber, daysAfter } from './city-time.ts';
export { readMoment } from './moment.ts';
export { atWallClock, type WallClock, wallClock } from './wall-clock.ts';
