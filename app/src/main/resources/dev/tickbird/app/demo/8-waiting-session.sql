-- role: crew
-- application: equipment-desk
-- planted: blocked-session:importer/stock-import
-- The desk wants to move the same speaker, and waits, and is clicked again.
update app.equipment set home_venue_id = 3 where id = 4711;
