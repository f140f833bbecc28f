-- As somebody has it who wanted the last percent of speed.
-- settings: track_activities=off
select 1;
