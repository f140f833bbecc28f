-- A session sits in a transaction, and nobody can know: that is no clean bill.
-- settings: track_activities=off
-- session: other
begin;
select 1;
