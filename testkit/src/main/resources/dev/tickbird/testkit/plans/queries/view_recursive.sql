-- A recursive view.
select root, max(depth) from category_tree group by root;
