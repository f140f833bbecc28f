-- Two bitmaps, both needed.
select id from skewed where parent between 100 and 300 and kind = 'kind 1' and rank < 3;
