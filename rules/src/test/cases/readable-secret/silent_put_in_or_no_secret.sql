-- Put in while it runs, columns of these names, addresses without a password, a user mapping, settings that are no secret.
create role teller login;
create schema far;
create extension postgres_fdw;
create function far.read_them(secret text) returns void language plpgsql as $$
begin
    perform dblink_connect('far', 'host=db.example.org user=me password=' || secret);
    perform dblink_connect('far', format('host=db.example.org user=me password=%s', secret));
    perform dblink_connect('far', 'host=db.example.org user=me');
    update account set "user" = 'me', password = crypt(secret, gen_salt('bf')) where port = 5;
    select 1 from account where user = 'me' and password = secret and host = 'x';
    perform set_config('app.url', 'https://example.org:8080/@me', true);
    perform format('postgres://%s:%s@db.example.org', 'me', secret);
end $$;
create server away foreign data wrapper postgres_fdw options (host 'db.example.org', fetch_size '100');
create user mapping for teller server away options (user 'me', password 'sesame7');
alter role teller set app.tenant = '7';
alter role teller set app.partition_key = 'tenant';
