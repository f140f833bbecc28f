-- role: crew
-- application: season-report
-- planted: idle-in-transaction:crew/season-report
-- Somebody counts the season by hand, and has left the window open behind other windows.
begin;
select count(*) from app.production;
