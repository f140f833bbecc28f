-- role: importer
-- application: stock-import
-- planted: idle-in-transaction:importer/stock-import
-- The import asked a question in the middle of its transaction, and the person it asked has gone home.
-- planted: held-xmin-horizon:importer/stock-import
-- What dies meanwhile cannot be vacuumed.
begin;
update app.equipment set home_venue_id = 17 where id = 4711;
