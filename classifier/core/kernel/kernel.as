export { look } from './look';
export { walk } from './walk';
