import { Migration } from '@mikro-orm/migrations';
import { list } from '../helper.ts';

export class Migration20261201000700_meetingActionReports extends Migration {

  override name = 'Migration20261201000700_meetingActionReports';

  override up(): void | Promise<void> {
    // What meetings gave an agency whose seat I hold or share at that board, or that I lead while it has a seat there;
    // at a strategy meeting, an agency for which I am asked.
    list(this, 'my_meeting_actions', `
      select coalesce(array_agg(id), '{}') into answer from (
        select a.id from public.seat s
        join public.meeting_action a on a.board_id = s.board_id and a.organisation_id = s.organisation_id
          and a.meeting_kind = 'BOARD'
        where s.id = any(access.my_seats())
          or (s.organisation_id in (select organisation_id from access.my_led_organisation)
            and access.is_live(s.starts_on, s.ends_on))
        union
        select a.id from public.invitee i
        join public.meeting_action a on a.board_id = i.board_id and a.meeting_id = i.meeting_id
          and a.organisation_id = i.organisation_id and a.meeting_kind = 'STRATEGY'
        where i.id = any(access.my_invitations())) as mine`)

    this.addSql(`create table "meeting_action_report" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "meeting_action_id" uuid not null, "position" int not null, "kind" text not null, "words" text not null, "done_on" date null, "said_by_name" text not null, "organisation_name" text null, "said_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "meeting_action_report_meeting_id_index" on "meeting_action_report" ("meeting_id");`);
    this.addSql(`create index "meeting_action_report_id_index" on "meeting_action_report" ("id");`);
    this.addSql(`alter table "meeting_action_report" add constraint "meeting_action_report_board_id_meeting_action_id__3512d_unique" unique ("board_id", "meeting_action_id", "position");`);

    this.addSql(`alter table "meeting_action" add constraint "meeting_action_board_id_meeting_id_id_unique" unique ("board_id", "meeting_id", "id");`);

    this.addSql(`alter table "meeting_action_report" add constraint "meeting_action_report_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_action_report" add constraint "meeting_action_report_board_id_meeting_id_meetin_7b8c8_foreign" foreign key ("board_id", "meeting_id", "meeting_action_id") references "meeting_action" ("board_id", "meeting_id", "id") on update cascade on delete cascade;`);
    this.addSql(`alter table "meeting_action_report" add constraint "meeting_action_report_done" check ((kind = 'DONE') = (done_on is not null));`);
    this.addSql(`alter table "meeting_action_report" enable row level security;`);
    this.addSql(`alter table "meeting_action_report" force row level security;`);
    this.addSql(`create policy "meeting_action_report_maintenance" on "meeting_action_report" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "meeting_action_report_select" on "meeting_action_report" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (meeting_id = any((select access.led_meetings())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);
    this.addSql(`create policy "meeting_action_report_insert" on "meeting_action_report" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) or ((kind in ('STANDS', 'DONE')) and (meeting_action_id = any((select access.my_meeting_actions())::uuid[]))));`);

    // What was done before: a coordinator said it, and nobody wrote what was done.
    this.addSql('set local role boardwork_maintenance')
    this.addSql(`insert into meeting_action_report (board_id, id, meeting_id, meeting_kind, meeting_action_id, position, kind, words,
        done_on, said_by_name, said_at)
      select board_id, id, meeting_id, meeting_kind, id, 1, 'DONE', '', done_on, recorded_by_name, recorded_at
      from meeting_action where done_on is not null`)
    this.addSql('reset role')
    this.addSql(`alter table "meeting_action" drop column "done_on";`);

    // What was said is said: nobody changes it or takes it away.
    this.addSql('grant select, insert on meeting_action_report to boardwork_server')
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "meeting_action_report" cascade;`);
    this.addSql('drop function access.my_meeting_actions()')

    this.addSql(`alter table "meeting_action" drop constraint "meeting_action_board_id_meeting_id_id_unique";`);
    this.addSql(`alter table "meeting_action" add "done_on" date null;`);
  }

}
