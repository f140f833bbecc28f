-- What belongs to an extension is the extension's business.
create extension seg;
create function helper() returns int language plpgsql security definer as $$ begin return 1; end $$;
alter extension seg add function helper();
