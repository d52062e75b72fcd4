import { Migration } from '@mikro-orm/migrations';
import { helper } from '../helper.ts';

export class Migration20261201000710_deputyNotices extends Migration {

  override name = 'Migration20261201000710_deputyNotices';

  override up(): void | Promise<void> {
    this.addSql(`create table "deputy_notice" ("board_id" uuid not null, "id" uuid not null, "meeting_id" uuid not null, "meeting_kind" text not null, "seat_id" uuid not null, "person_id" uuid not null, "cause" text not null, "sequence" int not null, "told_at" timestamptz not null, primary key ("board_id", "id"));`);
    this.addSql(`create index "deputy_notice_meeting_id_index" on "deputy_notice" ("meeting_id");`);
    this.addSql(`create index "deputy_notice_seat_id_index" on "deputy_notice" ("seat_id");`);
    this.addSql(`create index "deputy_notice_person_id_index" on "deputy_notice" ("person_id");`);
    this.addSql(`create index "deputy_notice_id_index" on "deputy_notice" ("id");`);
    this.addSql(`alter table "deputy_notice" add constraint "deputy_notice_board_id_meeting_id_seat_id_person_id_unique" unique ("board_id", "meeting_id", "seat_id", "person_id");`);

    this.addSql(`alter table "deputy_notice" add constraint "deputy_notice_board_id_meeting_id_meeting_kind_foreign" foreign key ("board_id", "meeting_id", "meeting_kind") references "meeting" ("board_id", "id", "kind") on update cascade on delete cascade;`);
    this.addSql(`alter table "deputy_notice" add constraint "deputy_notice_board_id_seat_id_foreign" foreign key ("board_id", "seat_id") references "seat" ("board_id", "id") on update cascade on delete restrict;`);
    this.addSql(`alter table "deputy_notice" add constraint "deputy_notice_person_id_foreign" foreign key ("person_id") references "person" ("id");`);
    this.addSql(`alter table "deputy_notice" add constraint "deputy_notice_of_board_meeting" check ((meeting_kind = 'BOARD') = (seat_id is not null));`);
    this.addSql(`alter table "deputy_notice" enable row level security;`);
    this.addSql(`alter table "deputy_notice" force row level security;`);
    this.addSql(`create policy "deputy_notice_maintenance" on "deputy_notice" to "boardwork_maintenance" using (true) with check (true);`);
    this.addSql(`create policy "deputy_notice_select" on "deputy_notice" for select using (((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[]))) or (person_id = (select access.me())));`);
    this.addSql(`create policy "deputy_notice_insert" on "deputy_notice" for insert with check ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[])));`);
    this.addSql(`create policy "deputy_notice_update" on "deputy_notice" for update using ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[]))) with check ((board_id = any((select access.officer_boards())::uuid[])) or (seat_id = any((select access.my_seats())::uuid[])) or (seat_id = any((select access.led_seats())::uuid[])));`);

    // Whom a notice is about never changes.
    this.addSql('grant select, insert on deputy_notice to boardwork_server')
    this.addSql('grant update (cause, sequence, told_at) on deputy_notice to boardwork_server')

    // Whoever answers waits for whoever moves the meeting, and the other way round, until the transaction ends: the row
    // of a meeting is no member's to lock.
    helper(this, 'access', 'hold_meeting(given_meeting uuid)', 'void', `
      begin perform 1 from public.meeting where id = given_meeting for key share; end`, 'plpgsql')

    // Those who are named in the answers of the viewer's own seats, or were told so before; of all seats for the officers.
    // An address is given to the mail alone: no query of the API reads it.
    helper(this, 'access', 'deputies_to_tell(given_meeting uuid)',
      'table(seat_id uuid, organisation_name text, person_id uuid, person_name text, email text, named boolean, stands boolean, comes_otherwise boolean)', `
      with own_seat as (
        select m.board_id, m.id as meeting_id, m.held_on, m.starts_at, m.ends_at, s.id as seat_id, s.organisation_id
        from public.meeting m join public.seat s on s.board_id = m.board_id
        where m.id = given_meeting and (m.board_id in (select board_id from access.my_officer_board)
          or s.id = any(access.my_seats()) or s.id = any(access.led_seats()))),
      deputy as (
        select a.seat_id, a.deputy_id as person_id from public.meeting_answer a
          where a.meeting_id = given_meeting and a.deputy_id is not null
        union select n.seat_id, n.person_id from public.deputy_notice n where n.meeting_id = given_meeting)
      select s.seat_id, o.name, p.id, p.name, account.email, coalesce(a.deputy_id = p.id, false),
        coalesce(a.starts_at = s.starts_at and s.ends_at <= a.ends_at, false),
        exists (
          select from public.seat other
          left join public.meeting_answer given on given.board_id = other.board_id and given.meeting_id = s.meeting_id
            and given.place_id = other.id and given.starts_at = s.starts_at and s.ends_at <= given.ends_at
          where other.board_id = s.board_id and other.starts_on <= s.held_on
            and (other.ends_on is null or other.ends_on >= s.held_on)
            and case given.answer when 'DEPUTY' then given.deputy_id when 'APOLOGIES' then null else other.holder_id end = p.id)
      from own_seat s
      join deputy on deputy.seat_id = s.seat_id
      join public.organisation o on o.id = s.organisation_id
      join public.person p on p.id = deputy.person_id
      join public.account on account.person_id = p.id and account.disabled_at is null
      left join public.meeting_answer a on a.board_id = s.board_id and a.meeting_id = s.meeting_id and a.place_id = s.seat_id
      order by o.name, p.name, p.id limit 500`)
  }

  override down(): void | Promise<void> {
    this.addSql('drop function access.deputies_to_tell(uuid)')
    this.addSql('drop function access.hold_meeting(uuid)')
    this.addSql(`drop table if exists "deputy_notice" cascade;`);
  }

}
