import { launch } from '#build/launch.ts';

/** A journey that ends as soon as the app stands, as a process of its own: `launch-once.ts DIR`. The app's own folder lies beside it. */
const [folder = ''] = process.argv.slice(2);
const app = await launch({ dataFolder: `${folder}/data`, userData: `${folder}-user` });
await app.close();
