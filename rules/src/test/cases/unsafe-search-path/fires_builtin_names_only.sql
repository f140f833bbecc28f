-- Everything is qualified or built in, and still the caller decides what now() and || are.
create table public.visit (at text);
create function log_visit() returns trigger language plpgsql security definer as $$
begin
    insert into public.visit values (now() || '');
    return new;
end $$;
create trigger visits before update on public.visit execute function log_visit();
revoke execute on function log_visit() from public;
