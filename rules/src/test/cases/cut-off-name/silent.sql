-- One letter less, and names that the server has made and shortened itself.
create table a_table_that_has_a_name_of_sixty_two_letters_and_one_to_spare (
    id int primary key, a_column_with_a_long_name_that_is_long_but_not_too_long_for_it int unique);
create index on a_table_that_has_a_name_of_sixty_two_letters_and_one_to_spare
    (id, a_column_with_a_long_name_that_is_long_but_not_too_long_for_it);
