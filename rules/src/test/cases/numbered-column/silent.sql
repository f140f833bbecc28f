-- Two lines of an address, numbers that mean something, different types, and a count that does not begin.
create table client (id int, line1 text, line2 text, sha1 bytea, sha224 bytea, sha256 bytea, p50 real, p95 real, p99 real,
    v1 int, v2 text, v3 date, q2 int, q3 int, q4 int);
