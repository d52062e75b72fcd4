import { Migration } from '@mikro-orm/migrations';

export class Migration20261124000060_history extends Migration {

  override name = 'Migration20261124000060_history';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "audit_event_select" on "audit_event";`);

    this.addSql(`create index "audit_event_chain_id_record_id_index" on "audit_event" ("chain_id", "record_id");`);
    this.addSql(`create policy "audit_event_select" on "audit_event" for select using ((chain_id = any((select access.officer_boards())::uuid[])) or (chain_id = any((select access.led_organisations())::uuid[])) or (chain_id = '00000000-0000-0000-0000-000000000000' and (select access.is_administrator())) or ((record_type = 'Plan') and (exists (select from plan p where (p.board_id = audit_event.chain_id) and (p.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'PlanArea') and (exists (select from plan_area r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'PlanAction') and (exists (select from plan_action r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'AreaComment') and (exists (select from area_comment r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'AreaShare') and (exists (select from area_share r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'Evidence') and (exists (select from evidence r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'Measure') and (exists (select from measure r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'MeasureResult') and (exists (select from measure_result r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'Milestone') and (exists (select from milestone r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at)))) or ((record_type = 'ProgressUpdate') and (exists (select from progress_update r join plan p on p.board_id = r.board_id and p.id = r.plan_id
      where (r.board_id = audit_event.chain_id) and (r.id = audit_event.record_id) and (p.adopted_at <= audit_event.happened_at) and ((audit_event.after ->> 'state' = 'AUTHORISED') or (r.action_id = any((select access.my_actions())::uuid[])))))));`);

    this.addSql(`alter table "plan_area" add "origins" jsonb null;`);

    this.addSql(`alter table "plan_action" add "origins" jsonb null;`);

    this.addSql(`alter table "progress_update" add "activity_notes" jsonb null, add "late" boolean not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "audit_event_select" on "audit_event";`);

    this.addSql(`drop index "audit_event_chain_id_record_id_index";`);
    this.addSql(`create policy "audit_event_select" on "audit_event" for select using ((chain_id = any((select access.officer_boards())::uuid[])) or (chain_id = any((select access.led_organisations())::uuid[])) or (chain_id = '00000000-0000-0000-0000-000000000000' and (select access.is_administrator())));`);

    this.addSql(`alter table "plan_action" drop column "origins";`);

    this.addSql(`alter table "plan_area" drop column "origins";`);

    this.addSql(`alter table "progress_update" drop column "activity_notes", drop column "late";`);
  }

}
