-- No statements are logged, so there is nobody to name.
create database shop_of_nobody;
drop database shop_of_nobody;
