-- Names of all kinds that were longer; and one in letters of two bytes, of which the 32nd found no room.
create table box (
    id int,
    "a_column_whose_name_goes_on_and_on_until_there_is_no_more_room_for_a_letter" int,
    constraint "a_rule_that_somebody_described_so_well_that_its_name_did_not_fit_into_the_catalog" check (id > 0));
create index "an_index_that_bears_the_names_of_all_the_columns_it_has_and_some_it_has_not" on box (id);
create schema "Box";
create table "Box"."довольно_длинное_название_таблицы_билетов" (id int);
-- cure
alter table box rename column "a_column_whose_name_goes_on_and_on_until_there_is_no_more_room_" to room;
alter table box rename constraint "a_rule_that_somebody_described_so_well_that_its_name_did_not_fi" to box_id_positive;
alter index "an_index_that_bears_the_names_of_all_the_columns_it_has_and_som" rename to box_by_id;
alter table "Box"."довольно_длинное_название_таблицы_б" rename to ticket;
