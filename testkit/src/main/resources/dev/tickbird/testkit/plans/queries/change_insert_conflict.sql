-- An insert that gives way to what is there.
insert into city (id, country_id, name, population, location, area) select id, 1, name, 0, point(0, 0), box(point(0, 0), point(1, 1)) from store
on conflict (id) do update set name = excluded.name where city.population < 100;
