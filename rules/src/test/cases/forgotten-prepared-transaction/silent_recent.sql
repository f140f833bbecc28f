-- Prepared a moment ago, in another database: the transaction manager is about to end it.
-- settings: max_prepared_transactions = 5
create extension dblink;
select dblink_connect('manager', format(
    'host=%s port=%s user=%s dbname=postgres',
    split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user));
select dblink_exec('manager', 'begin; create table cue (id int); prepare transaction ''just now''');
