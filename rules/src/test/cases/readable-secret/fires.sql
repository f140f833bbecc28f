-- In a function's text, as connection string and as address; in the options of a foreign server; in settings.
create role "Box Office" login;
create extension postgres_fdw;
create schema "Far";
create function "Far"."read Them"() returns void language plpgsql as $$
begin
    perform dblink_connect('far', 'host=db.example.org user=me password=sesame7 dbname=shop');
end $$;
create procedure "Far".push() language plpgsql as $$
begin
    perform set_config('app.url', 'amqp://me:sesame7@queue.example.org/', true);
end $$;
create foreign data wrapper plain;
create server "Far Away" foreign data wrapper plain options (host 'db.example.org', password 'sesame7');
alter role "Box Office" set app.jwt_secret = 'sesame7';
-- cure
drop schema "Far" cascade;
drop server "Far Away";
alter role "Box Office" reset app.jwt_secret;
