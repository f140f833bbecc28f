-- Nobody listens to the network.
create role teller login;
