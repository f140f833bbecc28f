-- role: crew
-- application: patch-sheets
-- planted: dominant-statement:
-- "Fetching all patch sheets with their equipment takes five seconds": one page, once for every show of the evening.
\set show random(1, 40000)
select sheet.title, line.channel, line.label, device.kind, device.serial_number
from app.patch_sheet as sheet
join app.patch_row as line on line.sheet_id = sheet.id
join app.equipment as device on device.id = line.equipment_id
where sheet.show_id = :show
order by sheet.id, line.channel;
