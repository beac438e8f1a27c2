import * as fc from 'fast-check';

// Every change is tested with the same cases, so that what fails is the change; the long run draws new ones.
if (process.env['LANGGAN_FULL'] !== '1') fc.configureGlobal({ seed: 20_261_122 });
