-- role: crew
-- application: stage-door
-- People come in, and see when they are called.
\set person random(1, 20000)
select app.tenant_of('person' || :person || '@company.example');
insert into app.login (account_id, at) values (:person, now());
select at from app.login where account_id = :person order by at desc limit 1;
select calls_at, show_id from app.crew_call where account_id = :person order by calls_at;
