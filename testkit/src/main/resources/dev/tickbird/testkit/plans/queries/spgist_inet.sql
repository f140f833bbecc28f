-- SP-GiST on addresses: a subnet.
select count(*) from event where kind = 'view' and source << '10.2.17.0/24';
