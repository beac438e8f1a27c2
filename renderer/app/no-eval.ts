import { z } from 'zod';

// zod would try `new Function`, which the content security policy refuses. It decides when a schema
// is made, so this has to run before the contract's modules do.
z.config({ jitless: true });
