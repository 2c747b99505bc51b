export { bench as main } from '../../tests/bench/bench';
