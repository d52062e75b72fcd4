import { Migration } from '@mikro-orm/migrations';
import { list } from '../helper.ts';

export class Migration20261201000610_joined extends Migration {

  override name = 'Migration20261201000610_joined';

  override up(): void | Promise<void> {
    // Those that became part of an organisation that I lead, also through others. Their attendance follows them, and
    // nothing else does.
    list(this, 'joined_organisations', `
      with recursive joined as (
        select o.id from public.organisation o
        where o.part_of_id in (select organisation_id from access.my_led_organisation)
        union select o.id from public.organisation o join joined on joined.id = o.part_of_id)
      select coalesce(array_agg(id), '{}') into answer from joined`)
    list(this, 'joined_meetings', `
      select coalesce(array_agg(distinct k.meeting_id), '{}') into answer from public.register_mark k
      where k.meeting_kind = 'BOARD' and k.organisation_id = any((select access.joined_organisations())::uuid[])
        and k.board_id <> all((select access.led_boards())::uuid[])`)

    this.addSql(`drop policy "seat_select" on "seat";`);

    this.addSql(`drop policy "meeting_select" on "meeting";`);

    this.addSql(`drop policy "register_mark_select" on "register_mark";`);

    this.addSql(`create policy "seat_select" on "seat" for select using ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])) or (organisation_id = any((select access.joined_organisations())::uuid[])) or ((select access.is_administrator())));`);

    this.addSql(`create policy "meeting_select" on "meeting" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (id = any((select access.led_meetings())::uuid[])) or (id = any((select access.joined_meetings())::uuid[])))) or (id = any((select access.invited_meetings())::uuid[])));`);

    this.addSql(`create policy "register_mark_select" on "register_mark" for select using (((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[]))) or ((meeting_kind = 'BOARD') and (organisation_id = any((select access.joined_organisations())::uuid[]))));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "meeting_select" on "meeting";`);

    this.addSql(`drop policy "register_mark_select" on "register_mark";`);

    this.addSql(`drop policy "seat_select" on "seat";`);

    this.addSql(`create policy "meeting_select" on "meeting" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (board_id = any((select access.led_boards())::uuid[])) or (id = any((select access.led_meetings())::uuid[])))) or (id = any((select access.invited_meetings())::uuid[])));`);

    this.addSql(`create policy "register_mark_select" on "register_mark" for select using ((board_id = any((select access.officer_boards())::uuid[])) or ((meeting_kind = 'BOARD') and ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])))) or (meeting_id = any((select access.invited_meetings())::uuid[])));`);

    this.addSql(`create policy "seat_select" on "seat" for select using ((board_id = any((select access.member_boards())::uuid[])) or (organisation_id = any((select access.led_organisations())::uuid[])) or ((select access.is_administrator())));`);
  }

}
