-- Far away, never, over with nobody there, and who may not log in.
create role clerk login password 'x' valid until '2999-01-01';
create role teller login password 'x' valid until 'infinity';
create role former login password 'x' valid until '2020-01-01';
create role staff password 'x' valid until 'tomorrow';
create role visitor login;
