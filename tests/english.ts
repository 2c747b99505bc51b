import { learn } from '../src/lib/i18n/sentences';

// What is tested is the words, not when they are fetched.
await learn('en');
