-- A publication is not a subscription.
-- thresholds: min-uptime = 0 s
create table cue (id int primary key);
create publication sales for table cue;
