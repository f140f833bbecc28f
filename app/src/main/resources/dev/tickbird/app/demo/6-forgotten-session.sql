-- role: importer
-- application: stock-import
-- The import asked a question in the middle of its transaction, and the person it asked has gone home.
begin;
update app.equipment set home_venue_id = 17 where id = 4711;
