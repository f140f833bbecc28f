-- Requests of some tenants: each logs in as the gateway, becomes the API's role, and says who it is.
set session authorization saas_gateway;
set role saas_api;
do $$
declare
    tenant uuid;
begin
    for n in 1..150 loop
        tenant := md5('tenant' || (1 + n % 200))::uuid;
        perform set_config('app.tenant_id', tenant::text, true), set_config('app.user_id', md5('account' || n), true);
        perform from app.tenant;
        perform from app.project where archived_at is null;
        perform from app.task where tenant_id = tenant and project_id = md5('project' || n)::uuid and state = 'open';
        perform from app.task where tenant_id = tenant and assignee_id = md5('account' || n)::uuid;
        perform from app.task where tenant_id = tenant and due_on < current_date + 7 and state in ('open', 'doing');
        perform from app.task where tenant_id = tenant and parent_id = md5('task' || n)::uuid;
        perform from app.task where tenant_id = tenant and title like '%number ' || n || '%';
        perform from app.comment where tenant_id = tenant and task_id = md5('task' || n)::uuid order by created_at;
        perform from app.comment where tenant_id = tenant and author_id = md5('account' || n)::uuid;
        perform from app.membership where account_id = md5('account' || n)::uuid;
        perform from billing.invoice;
        perform from audit.event where tenant_id = tenant and at > now() - interval '7 days' order by at desc limit 20;
        insert into app.task (tenant_id, project_id, title) values (tenant, md5('project' || n)::uuid, 'Asked for at ' || clock_timestamp());
        update app.task set state = 'done' where tenant_id = tenant and id = md5('task' || n)::uuid;
        perform app.note('task.done', 'task ' || n);
        commit;
    end loop;
end $$;
reset role;
select auth.account_of(('token' || 7)::bytea);
reset session authorization;
delete from auth.session where expires_at < now();
update app.webhook_delivery set attempts = attempts + 1 where next_attempt_at < now() and delivered_at is null;
vacuum analyze;
