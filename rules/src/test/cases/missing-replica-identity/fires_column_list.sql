-- Only some columns are sent: the whole row cannot be the identity.
-- versions: 15+
create table log (id int not null, note text, secret text);
create publication part for table log (id, note);
-- cure
alter table log add primary key (id);
