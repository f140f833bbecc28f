// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.finding.Sql;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Takes from a stage what leads out of it, and makes the role that scripts run as: one that owns or may act for the
/// owner of every object of the user's, and yet is no superuser, may run no program, read no file and call no server.
///
/// Roles that may do such things are *armed*. What they own is given to the role, for as a member of an armed role it
/// could take their power: whoever may replace a function that its owner runs is its owner.
final class Disarming {

    static final String ROLE = "tickbird_rehearsal";

    private static final System.Logger LOG = System.getLogger(Disarming.class.getName());

    private static final String ARMED = """
            with recursive armed(oid) as (
                select role.oid
                from pg_catalog.pg_roles as role
                where role.rolsuper
                   or role.rolreplication
                   or role.rolcreaterole
                   or role.rolname in ('pg_read_server_files', 'pg_write_server_files',
                                       'pg_execute_server_program', 'pg_create_subscription')
                union
                select membership.member
                from pg_catalog.pg_auth_members as membership
                join armed on armed.oid = membership.roleid
            )
            """;

    private static final String MEMBERSHIPS = ARMED + """
            select case
                       when role.oid in (select oid from armed) then format('revoke %I from %I', role.rolname, me.rolname)
                       else format('grant %I to %I', role.rolname, me.rolname)
                   end
            from pg_catalog.pg_roles as role
            join pg_catalog.pg_roles as me on me.rolname = 'tickbird_rehearsal'
            where role.oid <> me.oid
              and (role.rolname !~ '^pg_' or role.rolname in ('pg_monitor', 'pg_maintain', 'pg_read_all_data'))
              and pg_has_role(me.oid, role.oid, 'member') = (role.oid in (select oid from armed))""";

    private static final String OWNERSHIPS = ARMED + """
            , owned(class, object, owner) as (
                select 'pg_namespace'::regclass, oid, nspowner from pg_namespace
                where nspname !~ '^pg_' and nspname <> 'information_schema'
                union all
                select 'pg_database'::regclass, oid, datdba from pg_database where datname = current_database()
                union all
                select 'pg_class'::regclass, oid, relowner from pg_class
                where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                  and relpersistence <> 't'
                  and not exists (
                      select from pg_depend
                      where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('a', 'i')
                        and refclassid = 'pg_class'::regclass and relkind = 'S')
                union all
                select 'pg_proc'::regclass, pg_proc.oid, proowner from pg_proc
                join pg_language on pg_language.oid = prolang
                where lanpltrusted or lanname in ('sql', 'internal') and prokind = 'a'
                union all
                select 'pg_type'::regclass, pg_type.oid, typowner from pg_type
                left join pg_class on pg_class.oid = typrelid
                where typtype in ('d', 'e', 'r') or typtype = 'c' and relkind = 'c'
                union all
                select 'pg_operator'::regclass, oid, oprowner from pg_operator
                union all
                select 'pg_opfamily'::regclass, oid, opfowner from pg_opfamily
                union all
                select 'pg_opclass'::regclass, oid, opcowner from pg_opclass
                union all
                select 'pg_collation'::regclass, oid, collowner from pg_collation
                union all
                select 'pg_statistic_ext'::regclass, oid, stxowner from pg_statistic_ext
                union all
                select 'pg_ts_config'::regclass, oid, cfgowner from pg_ts_config
                union all
                select 'pg_ts_dict'::regclass, oid, dictowner from pg_ts_dict
                union all
                select 'pg_publication'::regclass, oid, pubowner from pg_publication where not puballtables
            )
            select format(
                       'alter %s %s owner to tickbird_rehearsal',
                       case identified.type when 'statistics object' then 'statistics' else identified.type end,
                       identified.identity)
            from owned
            join armed on armed.oid = owned.owner
            cross join lateral pg_identify_object(owned.class, owned.object, 0) as identified
            where (owned.object >= 16384 or owned.class = 'pg_namespace'::regclass)
              and not exists (
                  select from pg_depend as membership
                  where membership.classid = owned.class
                    and membership.objid = owned.object
                    and membership.deptype = 'e')
            order by owned.object""";

    /// Functions that lead out, and those in languages that may do what they like, unless they come with PostgreSQL.
    private static final String FUNCTIONS = """
            select distinct format(
                       'revoke all on function %s from %s cascade',
                       function.oid::regprocedure,
                       case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end)
            from pg_proc as function
            join pg_language as language on language.oid = function.prolang
            cross join lateral aclexplode(coalesce(function.proacl, acldefault('f', function.proowner))) as acl
            left join pg_depend as membership
                on membership.classid = 'pg_proc'::regclass
               and membership.objid = function.oid
               and membership.deptype = 'e'
            left join pg_extension as extension on extension.oid = membership.refobjid
            where acl.grantee <> function.proowner
              and (function.proname in ('lo_import', 'lo_export', 'pg_read_file', 'pg_read_binary_file', 'pg_stat_file')
                   or function.proname like 'pg\\_ls\\_%' and function.oid < 16384
                   or not language.lanpltrusted and language.lanname not in ('c', 'internal', 'sql')
                   or not language.lanpltrusted and language.lanname = 'c' and extension.extname is null
                      and function.oid >= 16384
                   or extension.extname in ('adminpack', 'dblink', 'file_fdw', 'postgres_fdw', 'plsh', 'pg_cron',
                                            'pg_net', 'http', 'pg_background', 'aws_s3', 'pageinspect'))""";

    /// What an owner may build on the source, the role may build where it lies.
    private static final String TABLESPACES = """
            select format('grant create on tablespace %I to tickbird_rehearsal', spcname)
            from pg_tablespace
            where oid >= 16384 and not has_tablespace_privilege('tickbird_rehearsal', oid, 'create')""";

    private Disarming() {}

    /// Does what is not done yet. Event triggers are first kept from firing in sessions of the superuser.
    static void of(Stage stage) throws SQLException {
        try (Connection connection = stage.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update pg_event_trigger set evtenabled = 'D' where evtevent = 'login'");
            statement.execute("update pg_event_trigger set evtenabled = 'O' where evtenabled in ('A', 'R')");
            if (texts(statement, "select rolname::text from pg_roles where rolname = '" + ROLE + "'")
                    .isEmpty()) {
                statement.execute(Sql.format("create role %I login", ROLE).text());
                statement.execute(Sql.format("alter role %I set temp_file_limit = '1GB'", ROLE)
                        .text());
            }
            statement.execute("update pg_foreign_data_wrapper set fdwhandler = 0 where fdwhandler <> 0");
            carryOut(texts(statement, FUNCTIONS), statement);
            carryOut(texts(statement, OWNERSHIPS), statement);
            carryOut(texts(statement, MEMBERSHIPS), statement);
            carryOut(texts(statement, TABLESPACES), statement);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /// What cannot be given away stays out of the script's reach.
    private static void carryOut(List<String> statements, Statement statement) {
        for (String sql : statements) {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "could not carry out \"{0}\": {1}", sql, e.getMessage());
            }
        }
    }
}
