-- role: crew
-- application: booking-desk
-- Looks for what is open, books something, confirms it.
\set tenant random(1, 40)
\set device random(1, 60000)
\set show random(1, 40000)
set app.tenant = :tenant;
select count(*) from app.booking where tenant_id = :tenant and state = 'open';
insert into app.booking (tenant_id, equipment_id, show_id, state) values (:tenant, :device, :show, 'open');
update app.booking set state = 'confirmed' where equipment_id = :device and state = 'open';
select display_name from app.account where tenant_id = :tenant order by display_name limit 20;
select title, opens_on from app.production where tenant_id = :tenant and opens_on >= date '2026-06-01' order by opens_on limit 20;
