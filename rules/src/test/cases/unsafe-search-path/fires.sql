-- A superuser's function that everybody may call; its table has a schema only on the caller's search path.
create schema box;
grant usage on schema box to public;
create table box.ticket (id int primary key, seat text);
create function box.sell(place text) returns void language plpgsql security definer as $$
begin
    insert into ticket (id, seat) values (1, upper(place)); -- not orders
end $$;
