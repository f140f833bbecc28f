-- Identity columns, a sequence that several tables share, one that is only called, and one that a column owns in vain.
create table a (id bigint generated always as identity, other int);
create sequence shared;
create table b (id bigint default nextval('shared'));
create table c (id bigint default nextval('shared'), n int);
alter sequence shared owned by c.n;
