-- SP-GiST on points, with GiST beside it.
select count(*) from city where location <@ circle '((0,0),20)';
