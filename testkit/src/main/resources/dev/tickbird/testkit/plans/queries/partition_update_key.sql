-- An update that may move rows to another partition.
update event set kind = 'view' where kind = 'touch' and id < 500;
