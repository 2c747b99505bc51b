export { stress as main } from '../../tests/stress/stress';
