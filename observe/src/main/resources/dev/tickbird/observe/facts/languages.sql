-- what:  procedural languages
-- needs: nothing
-- cost:  one row a language
select language.oid::bigint as oid,
       language.lanname as name,
       pg_get_userbyid(language.lanowner) as owner,
       language.lanpltrusted as trusted,
       nullif(language.lanplcallfoid, 0)::regproc::text as handler,
       extension.extname as extension
from pg_catalog.pg_language as language
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_language'::regclass
      and membership.objid = language.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where language.lanispl -- others are built in: internal, c, sql
order by language.lanname
