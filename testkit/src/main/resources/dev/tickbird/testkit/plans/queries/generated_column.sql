-- A generated column, and one behind dropped columns.
select l.a, l.b from legacy as l where l.d = 440 and l.c > 10;
