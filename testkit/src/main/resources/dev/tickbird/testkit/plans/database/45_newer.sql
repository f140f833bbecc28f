-- versions: 15+
-- What 14 does not have.
create table subscriber (
    id integer primary key,
    list_id integer,
    phone text,
    unique nulls not distinct (list_id, phone)
);
create view open_document with (security_invoker = true) as select id, title, team from document where not secret;
