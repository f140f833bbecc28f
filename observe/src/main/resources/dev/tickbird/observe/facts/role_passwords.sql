-- what:  how the passwords of roles that may log in are stored, and whether one is the role's own name
-- needs: superuser
-- cost:  one row a password; for each of at most 20, superusers first, 25 ms of computing what the name as password would be
with recursive stored as materialized (
    select role.oid,
           role.rolname as name,
           role.rolpassword as secret,
           case when role.rolpassword like 'SCRAM-SHA-256$4096:%' then split_part(role.rolpassword, '$', 2) end as salted,
           row_number() over (order by role.rolpassword like 'SCRAM-SHA-256$4096:%' desc, role.rolsuper desc, role.oid) as turn
    from pg_catalog.pg_authid as role
    where role.rolpassword is not null
      and role.rolcanlogin
), tried as materialized ( -- HMAC keys, filled up to 64 bytes: 54 and 92 are its inner and its outer pad
    select stored.oid,
           decode(split_part(stored.salted, ':', 2), 'base64') as salt,
           string_agg(set_byte('\x00', 0, letter.code # 54), '' order by letter.place) as inner_key,
           string_agg(set_byte('\x00', 0, letter.code # 92), '' order by letter.place) as outer_key
    from stored
    cross join lateral (
        select place, case when place < octet_length(stored.name::text)
                           then get_byte(convert_to(stored.name::text, 'utf8'), place) else 0 end as code
        from generate_series(0, 63) as place) as letter
    where stored.salted is not null
      and stored.turn <= 20
    group by stored.oid, stored.salted
), round (oid, step, inner_key, outer_key, digest, sum) as ( -- the 4096 rounds of PBKDF2, seven a step
    select tried.oid, 0, tried.inner_key, tried.outer_key, first.digest, ('x' || encode(first.digest, 'hex'))::bit(256)::varbit
    from tried
    cross join lateral (select sha256(outer_key || sha256(inner_key || salt || '\x00000001')) as digest) as first
    union all
    select round.oid, round.step + 1, round.inner_key, round.outer_key, g.digest,
           (round.sum # ('x' || encode(a.digest, 'hex'))::bit(256) # ('x' || encode(b.digest, 'hex'))::bit(256)
                      # ('x' || encode(c.digest, 'hex'))::bit(256) # ('x' || encode(d.digest, 'hex'))::bit(256)
                      # ('x' || encode(e.digest, 'hex'))::bit(256) # ('x' || encode(f.digest, 'hex'))::bit(256)
                      # ('x' || encode(g.digest, 'hex'))::bit(256))::varbit
    from round -- offset 0: computed once, not at each place where it is used
    cross join lateral (select sha256(outer_key || sha256(inner_key || round.digest)) as digest offset 0) as a
    cross join lateral (select sha256(outer_key || sha256(inner_key || a.digest)) as digest offset 0) as b
    cross join lateral (select sha256(outer_key || sha256(inner_key || b.digest)) as digest offset 0) as c
    cross join lateral (select sha256(outer_key || sha256(inner_key || c.digest)) as digest offset 0) as d
    cross join lateral (select sha256(outer_key || sha256(inner_key || d.digest)) as digest offset 0) as e
    cross join lateral (select sha256(outer_key || sha256(inner_key || e.digest)) as digest offset 0) as f
    cross join lateral (select sha256(outer_key || sha256(inner_key || f.digest)) as digest offset 0) as g
    where round.step < 585
), client as ( -- the HMAC of 'Client Key' under what came out
    select round.oid,
           string_agg(set_byte('\x00', 0, letter.code # 54), '' order by letter.place) as inner_key,
           string_agg(set_byte('\x00', 0, letter.code # 92), '' order by letter.place) as outer_key
    from round
    cross join lateral (
        select place, case when place < 32 then substring(round.sum from place * 8 + 1 for 8)::bit(8)::int else 0 end as code
        from generate_series(0, 63) as place) as letter
    where round.step = 585
    group by round.oid
)
select stored.oid::bigint as oid,
       stored.name as role,
       case when stored.secret like 'md5%' then 'md5'
            when stored.secret like 'SCRAM-SHA-256$%' then 'scram-sha-256'
            else 'other' end as method,
       case when stored.secret like 'md5%' then stored.secret = 'md5' || md5(stored.name || stored.name)
            when client.oid is not null
            then split_part(split_part(stored.secret, '$', 3), ':', 1) =
                 encode(sha256(sha256(client.outer_key || sha256(client.inner_key || 'Client Key'::bytea))), 'base64')
       end as equals_name
from stored
left join client on client.oid = stored.oid
order by stored.name
