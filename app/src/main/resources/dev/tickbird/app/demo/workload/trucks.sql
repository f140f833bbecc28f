-- role: crew
-- application: trucks
-- Equipment travels, and reports.
\set device random(1, 20000)
\set from random(1, 600)
\set to random(1, 600)
insert into app.movement (equipment_id, from_venue_id, to_venue_id, moved_at) values (:device, :from, :to, now());
update app.device_status set reported_at = now() where equipment_id = :device;
insert into app.device_ping values (:device, now(), 80);
select venue.name, venue.city from app.movement as last join app.venue on venue.id = last.to_venue_id
where last.equipment_id = :device order by last.moved_at desc limit 1;
