import { config } from 'zod/v4/core';

// The page's policy forbids making code out of text; zod would otherwise try, and be reported.
config({ jitless: true });

// The notebook page's engine takes longer to start than anything else there: it does not wait for the page's code.
if (/\/notebook\/?$/.test(location.pathname)) {
  void import('./lib/engine/browser').then((engine) => engine.startEarly());
}
