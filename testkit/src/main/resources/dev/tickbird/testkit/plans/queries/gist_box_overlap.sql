-- GiST on boxes: overlap, with its built-in guess.
select a.id from city as a where a.area && box '((100,50),(110,60))';
