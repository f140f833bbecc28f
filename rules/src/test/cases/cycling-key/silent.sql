-- Not unique, unique with another column, nobody's, or without a cycle.
create sequence a maxvalue 10 cycle;
create table ticket (no int default nextval('a'), day date, primary key (no, day));
create sequence b maxvalue 10 cycle;
create table turn (no int default nextval('b'));
create sequence c cycle;
create table show (id serial primary key);
