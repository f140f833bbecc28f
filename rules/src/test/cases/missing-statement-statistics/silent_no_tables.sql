-- A database in which nobody asks anything.
create schema box;
