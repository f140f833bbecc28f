-- GiST on points: within a box.
select name from city where location <@ box '((10,10),(40,30))';
