-- Both sides have the same most common values.
select count(*) from skewed as a join skewed as b on a.rank = b.rank where a.kind = 'kind 3' and b.flag;
