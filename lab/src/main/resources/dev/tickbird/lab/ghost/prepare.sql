-- what a transaction needs in which statistics are written; all of it is gone at its end
set local search_path = pg_catalog;
set local allow_system_table_mods = on;
set local jit = off;

create temporary table shape (
    oid oid,
    filenode oid,
    pages integer,
    rows real,
    all_visible integer
) on commit drop;

-- what is known about each column, index expression, and expression of a statistics object
create temporary table subject (
    id integer,
    target oid, -- the relation, or the statistics object
    number smallint, -- of the column, or of the expression from 1 on
    extended boolean,
    inherited boolean,
    type oid,
    collation_oid oid,
    null_fraction real,
    width integer,
    distinct_values real,
    common_values text,
    common_frequencies text,
    bounds text,
    correlation text,
    elements text,
    element_frequencies text,
    element_counts text,
    range_lengths text,
    range_empty text,
    range_bounds text
) on commit drop;

create temporary table refused (id integer, reason text) on commit drop;
