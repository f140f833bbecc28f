-- planted: invalid-index:app.equipment_serial
-- Serial numbers were to be unique from now on. One was not; the build failed, and what it had built stayed.
update app.equipment set serial_number = 'SN-2' where id = 1;
create unique index concurrently equipment_serial on app.equipment (serial_number);
