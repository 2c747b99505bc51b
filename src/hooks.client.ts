import { config } from 'zod/v4/core';

// The page's policy forbids making code out of text; zod would otherwise try, and be reported.
config({ jitless: true });
