-- what:  text search configurations of the user's
-- needs: nothing
-- cost:  one row a configuration
with dictionary as (
    select map.mapcfg,
           map.maptokentype,
           string_agg(map.mapdict::regdictionary::text, ', ' order by map.mapseqno) as list
    from pg_catalog.pg_ts_config_map as map
    group by map.mapcfg, map.maptokentype
), mapping as (
    select configuration.oid,
           array_agg(token.alias || ': ' || dictionary.list order by token.tokid) as list
    from pg_catalog.pg_ts_config as configuration
    join dictionary on dictionary.mapcfg = configuration.oid
    join lateral ts_token_type(configuration.cfgparser) as token on token.tokid = dictionary.maptokentype
    where configuration.oid >= 16384 -- the first OID of user objects
    group by configuration.oid
)
select configuration.oid::bigint as oid,
       schema.nspname as schema,
       configuration.cfgname as name,
       pg_get_userbyid(configuration.cfgowner) as owner,
       case when parser_schema.nspname = 'pg_catalog' then quote_ident(parser.prsname)
            else quote_ident(parser_schema.nspname) || '.' || quote_ident(parser.prsname)
       end as parser,
       coalesce(mapping.list, '{}') as mappings,
       extension.extname as extension
from pg_catalog.pg_ts_config as configuration
join pg_catalog.pg_namespace as schema on schema.oid = configuration.cfgnamespace
join pg_catalog.pg_ts_parser as parser on parser.oid = configuration.cfgparser
join pg_catalog.pg_namespace as parser_schema on parser_schema.oid = parser.prsnamespace
left join mapping on mapping.oid = configuration.oid
left join pg_catalog.pg_depend as membership
       on membership.classid = 'pg_catalog.pg_ts_config'::regclass
      and membership.objid = configuration.oid
      and membership.objsubid = 0
      and membership.refclassid = 'pg_catalog.pg_extension'::regclass
      and membership.deptype = 'e' -- e: owned by the extension
left join pg_catalog.pg_extension as extension on extension.oid = membership.refobjid
where schema.nspname !~ '^pg_'
  and schema.nspname <> 'information_schema'
order by schema.nspname, configuration.cfgname
