-- An update of a table and its children.
update vehicle set wheels = wheels + 1 where plate like 'F1%';
