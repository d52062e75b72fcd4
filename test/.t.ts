import { Client } from 'pg'
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { onePlan } from './bench/plan.graphql.ts'
const v = Object.fromEntries(readFileSync('/tmp/bench.out','utf8').split(/[;\n]\s*/).filter(Boolean).map(x=>x.split('=')))
const c = new Client({connectionString:'postgres://boardwork_server:95aa82bfeebd9c73db81f0b3dbec2879feea46737235c9d3dacc629eac84c188@127.0.0.1:55432/benchdb'})
await c.connect()
const hash = createHash('sha256').update(v.T).digest('hex')
const rowsAsJson = (q:string)=>`(select coalesce(json_agg(r), '[]') from (${q}) r)`
const tree = `select p.id, p.board_id as "boardId", p.title, p.state, p.created_at as "createdAt", p.adopted_at as "adoptedAt", p.version, ${rowsAsJson(`select id, reference, title from plan_area where plan_id = p.id order by position limit 500`)} as a,
${rowsAsJson(`select id, area_id as "areaId", reference, title from plan_action where plan_id = p.id order by position limit 5000`)} as b,
${rowsAsJson(`select id, action_id as "actionId", period, status, percent_complete as "percentComplete" from progress_update where plan_id = p.id order by period_ends_on, written_at limit 20000`)} as u from plan p where p.id = any($1::uuid[])`
const tree3 = tree.replace('= any($1::uuid[])','= $1').replaceAll('= p.id order','= $1 order')
const tree4 = tree3.replace(`(select coalesce(json_agg(r), '[]') from (select id, action_id as "actionId", period, status, percent_complete as "percentComplete" from progress_update where plan_id = $1 order by period_ends_on, written_at limit 20000) r)`, `(select coalesce(json_agg(json_build_array(id,action_id,period,status,percent_complete)), '[]') from (select * from progress_update where plan_id = $1 order by period_ends_on, written_at limit 20000) r)`)
async function t(name:string, f:()=>Promise<unknown>, n=400){ for(let i=0;i<20;i++) await f(); const s=performance.now(); for(let i=0;i<n;i++) await f(); console.log(name, ((performance.now()-s)/n).toFixed(3),'ms') }
const enter = () => c.query(`begin isolation level repeatable read; select identity.enter('\\x${hash}') as entered`)
await t('begin+enter+commit', async()=>{await enter(); await c.query('commit')})
await t('begin+set+commit', async()=>{await c.query(`begin; select set_config('app.person_id','${v.P}',true)`); await c.query('commit')})
await t('tree alone in tx', async()=>{await c.query(`begin; select set_config('app.person_id','${v.P}',true), set_config('app.reading','on',true)`);await c.query({name:'tree',text:tree,values:[[v.L]]}); await c.query('commit')})
await t('tree3 alone in tx', async()=>{await c.query(`begin; select set_config('app.person_id','${v.P}',true), set_config('app.reading','on',true)`);await c.query({name:'tree3',text:tree3,values:[v.L]}); await c.query('commit')})
await t('tree4 alone in tx', async()=>{await c.query(`begin; select set_config('app.person_id','${v.P}',true), set_config('app.reading','on',true)`);await c.query({name:'tree4',text:tree4,values:[v.L]}); await c.query('commit')})
await t('one alone in tx', async()=>{await c.query(`begin; select set_config('app.person_id','${v.P}',true)`);await c.query({name:'one',text:onePlan,values:[v.L]}); await c.query('commit')})
await c.query(`begin; select set_config('app.person_id','${v.P}',true), set_config('app.reading','on',true)`)
await t('tree memo', ()=>c.query({name:'tree',text:tree,values:[[v.L]]}))
await t('tree3 memo', ()=>c.query({name:'tree3',text:tree3,values:[v.L]}))
await t('tree4 memo', ()=>c.query({name:'tree4',text:tree4,values:[v.L]}))
await t('ties', ()=>c.query({name:'ties',text:'select access.ties()'}))
await t('whole_plans', ()=>c.query({name:'w',text:'select access.whole_plans()'}))
await t('1', ()=>c.query({name:'1',text:'select 1'}))
await c.end()
