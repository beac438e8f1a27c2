import { launch, settle } from './launch.ts';
const lang = process.argv[2] ?? 'id'; const scheme = (process.argv[3] ?? 'light') as 'light'|'dark';
const app = await launch({ dataFolder: '/tmp/shot-'+lang, userData: '/tmp/shot-user-'+lang, locale: lang==='id'?'id_ID.UTF-8':'en_US.UTF-8' });
const { page } = app;
page.on('console', m => { if (m.type()==='error'||m.type()==='warning') console.log('CONSOLE', m.text().slice(0,300)); });
page.on('pageerror', e => console.log('PAGEERROR', e.message.slice(0,300)));
await page.setViewportSize({ width: 1280, height: 800 });
await page.emulateMedia({ colorScheme: scheme });
await settle(page);
const ask=(c:string,i:unknown)=>page.evaluate(([c,i])=>(window as any).langgan.invoke(c,i,'x'),[c,i] as const);
const s=await ask('settings.get',{}) as any;
if(!s.value.isSample) { console.log(JSON.stringify(await ask('sample.open',{}))); await ask('settings.update',{language:lang}); await page.reload(); }
const f=await ask('search.find',{text:'Elok'}) as any; console.log(JSON.stringify(f.value?.customers));
for (const [name,hash] of [['customers','/customers'],['customer','/customers/'+(f.value?.customers?.[0]?.id??1)],['insights','/insights'],['import','/import'],['settings','/settings']]) {
  await page.evaluate(h=>{location.hash=h},hash); await page.waitForTimeout(1500); await settle(page).catch(()=>console.log('busy',name));
  await page.screenshot({path:`/tmp/s-${name}-${lang}-${scheme}.png`});
}
console.log('refused', app.requestsRefused);
await app.close();
