-- A recursive query down a tree.
with recursive tree as (
    select id, parent, 0 as depth from skewed where id = 5
    union all
    select s.id, s.parent, t.depth + 1 from skewed as s join tree as t on s.parent = t.id
)
select depth, count(*) from tree group by depth;
