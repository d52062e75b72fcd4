-- The roles of the database. Run by the owner of the database, who needs CREATEROLE, or once by an administrator.
--
-- boardwork_server       the server connects as this role. It owns nothing, and row-level security holds for it.
-- boardwork_maintenance  cannot log in. It owns the helper functions that the policies ask, and every row exists
--                        for it. The owner steps into it (SET ROLE) to fill or to verify data; the server never can.
do $$
begin
  if not exists (select from pg_roles where rolname = 'boardwork_server') then
    create role boardwork_server nosuperuser nocreatedb nocreaterole noinherit login;
  end if;
  if not exists (select from pg_roles where rolname = 'boardwork_maintenance') then
    create role boardwork_maintenance nosuperuser nocreatedb nocreaterole noinherit nologin;
  end if;
  if not pg_has_role(current_user, 'boardwork_maintenance', 'set') then
    execute format('grant boardwork_maintenance to %I with inherit false, set true', current_user);
  end if;
end
$$;
